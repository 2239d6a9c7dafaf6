#include "headers.h"

#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"

static bool
begins(const char *folded, const char *with)
{
	return strncmp(folded, with, strlen(with)) == 0;
}

/* Does it begin with one of the n? */
static bool
begins_any(const char *folded, const char *const *with, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (begins(folded, with[k]))
			return true;
	return false;
}

const char *
headers_attribute(const char *folded)
{
	static const char *const keys[][2] = {{"annee", "year"},
	    {"auteur", "speaker"}, {"auteure", "speaker"},
	    {"autrice", "speaker"}, {"categorie", "category"},
	    {"date de fin", "date_end"}, {"date_fin", "date_end"},
	    {"evenement", "event"}, {"fonction", "role"}, {"heure", "time"},
	    {"identifiant", "id"}, {"intervenant", "speaker"},
	    {"intervenante", "speaker"}, {"lien", "url"}, {"lieu", "place"},
	    {"locuteur", "speaker"}, {"locutrice", "speaker"},
	    {"orateur", "speaker"}, {"oratrice", "speaker"}, {"parti", "party"},
	    {"publie le", "published"}, {"qualite", "role"},
	    {"rubrique", "category"}, {"texte", "text"},
	    {"texte integral", "text"}, {"titre", "title"}};

	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++)
		if (strcmp(keys[k][0], folded) == 0)
			return keys[k][1];
	return NULL;
}

bool
headers_is_text(const char *name)
{
	static const char *const text[] = {
	    "text", "body", "content", "contenu"};

	for (size_t i = 0; i < sizeof(text) / sizeof(*text); i++)
		if (strcmp(name, text[i]) == 0)
			return true;
	return false;
}

bool
headers_is_published(const char *s, size_t len)
{
	static const char *const lead[] = {
	    "publie le ", "publiee le ", "publie le : ", "publie le: "};
	struct buf f = {0};
	bool is;

	if (len == 0 || (*s != 'P' && *s != 'p'))
		return false; /* nearly all lines: nothing is folded */
	slug_fold(&f, s, len);
	is = begins_any(f.s, lead, sizeof(lead) / sizeof(*lead));
	buf_free(&f);
	return is;
}

bool
headers_is_place(const char *folded)
{
	static const char *const lead[] = {"canton ", "commune ", "lieu ",
	    "salle ", "mairie ", "hotel de ville", "hotel du departement",
	    "place ", "prefecture ", "college ", "lycee "};

	return begins_any(folded, lead, sizeof(lead) / sizeof(*lead));
}

/* Behind "propositions d'" and the like, if "elements" follows them. */
static const char *
skip_before(const char *p)
{
	static const char *const before[] = {"propositions d'",
	    "proposition d'", "projet d'", "quelques ", "les "};

	for (size_t k = 0; k < sizeof(before) / sizeof(*before); k++)
		if (begins(p, before[k]) &&
		    begins(p + strlen(before[k]), "elements"))
			p += strlen(before[k]);
	return p;
}

const char *
headers_section(const char *folded, bool ends_free)
{
	static const struct {
		const char *lead;
		const char *section;
		bool alone; /* nothing but ':' may follow */
	} known[] = {{"le projet en deux mots", "projet", false},
	    {"le projet en trois mots", "projet", false},
	    {"le projet en quelques ", "projet", false},
	    {"le projet en un mot", "projet", false},
	    {"le projet en bref", "projet", false},
	    {"le projet en resume", "projet", false},
	    {"le projet en chiffres", "projet", false},
	    {"elements de langage", "discours", false},
	    {"presentation du projet", "projet", true},
	    {"le projet", "projet", true}, {"resume", "projet", true},
	    {"contexte", "contexte", true}, {"le contexte", "contexte", true},
	    {"rappel du contexte", "contexte", true},
	    {"discours", "discours", true},
	    {"projet de discours", "discours", true},
	    {"proposition de discours", "discours", true}};
	const char *p = skip_before(folded);

	for (size_t k = 0; k < sizeof(known) / sizeof(*known); k++) {
		const char *rest = p + strlen(known[k].lead);

		if (begins(p, known[k].lead) &&
		    (known[k].alone ? *rest == '\0' || strcmp(rest, ":") == 0 ||
				strcmp(rest, " :") == 0
				    : ends_free))
			return known[k].section;
	}
	return NULL;
}

size_t
headers_by(const char *s, size_t len)
{
	static const char *const lead[] = {"Par ", "Par la ", "Par le ",
	    "Par les ", "Par l\xE2\x80\x99", "Par l'"};
	size_t k;

	for (size_t i = 0; i < sizeof(lead) / sizeof(*lead); i++) {
		size_t n = strlen(lead[i]);

		if (len > n && memcmp(s, lead[i], n) == 0 &&
		    utf_is_upper(utf_get(s + n, s + len, &k)))
			return n;
	}
	return 0;
}
