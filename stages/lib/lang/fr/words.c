#include "words.h"

#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"

enum {
	LONGEST = 16 /* bytes of a word in a list */
};

/* Is it one of the list's, which is written " a b c "? */
static bool
is_in(const char *list, const char *s, size_t len)
{
	char w[LONGEST + 3] = " ";

	if (len == 0 || len > LONGEST || memchr(s, ' ', len) != NULL)
		return false;
	memcpy(w + 1, s, len);
	w[len + 1] = ' ';
	return strstr(list, w) != NULL;
}

enum words_person
words_person(const char *form)
{
	static const char singular[] =
	    " je j' me m' moi -je -moi -m' moi-même mon ma mes mien mienne "
	    "miens miennes ";
	static const char plural[] =
	    " nous -nous nous-mêmes nous-même notre nos nôtre nôtres ";
	size_t len = strlen(form);

	if (is_in(singular, form, len))
		return WORDS_FIRST_SINGULAR;
	return is_in(plural, form, len) ? WORDS_FIRST_PLURAL : WORDS_OTHER;
}

/* First parts of compounds, which are seldom the beginning of another word. */
bool
words_is_head(const char *s, size_t len)
{
	static const char heads[] =
	    " après arrière avant contre demi grand grands hors là non nord "
	    "peut porte presque quasi rendez sans semi sous sud vice vis ";

	return is_in(heads, s, len);
}

/* What follows a verb or a word with a hyphen of its own. */
bool
words_is_tail(const char *s, size_t len)
{
	static const char tails[] =
	    " ce ci dedans dehors delà derrière dessous dessus devant elle "
	    "elles en eux être il ils je la le les leur lui là moi même mêmes "
	    "nous on soi t toi tu vous y ";

	return is_in(tails, s, len);
}

bool
words_is_link(const char *s, size_t len)
{
	return is_in(" à ", s, len);
}

bool
words_joins(const char *s, size_t len)
{
	return is_in(" et ou à ni puis ", s, len);
}

bool
words_is_and(const char *s, size_t len)
{
	return is_in(" et ET and AND ou OU or OR ", s, len);
}

bool
words_is_grammar(const char *s, size_t len)
{
	static const char all[] =
	    " a au aux avec c ce ces cet cette d dans de des du elle en est et "
	    "il ils j je l la le les leur leurs n ne nos notre nous ou par "
	    "pour qu que qui s sa se ses son sur un une vos votre vous y ";

	return is_in(all, s, len);
}

bool
words_is_civility(const char *s, size_t len)
{
	static const char all[] =
	    " m. mme mlle mm. mr monsieur madame mademoiselle dr docteur "
	    "maitre ";

	return is_in(all, s, len);
}

bool
words_is_title(const char *s, size_t len, bool first)
{
	static const char all[] =
	    " mm mr mme mmes mlle mlles monsieur messieurs madame mesdames "
	    "mademoiselle docteur maitre professeur ";

	return is_in(all, s, len) ||
	    (first && is_in(" m dr me pr le la les l ", s, len));
}

bool
words_same_but_gender(const char *a, const char *b)
{
	while (*a != '\0' || *b != '\0') {
		bool end_a = *a == '\0' || *a == ' ';
		bool end_b = *b == '\0' || *b == ' ';

		if (*a == *b && *a != '\0') {
			a++;
			b++;
		} else if (end_a && *b == 'e' && (b[1] == ' ' || b[1] == '\0'))
			b++;
		else if (end_b && *a == 'e' && (a[1] == ' ' || a[1] == '\0'))
			a++;
		else
			return false;
	}
	return true;
}

bool
words_is_particle(const char *s, size_t len)
{
	if (len > 0 && s[len - 1] == '\'')
		len--;
	return is_in(
	    " d de der des di du e el et l la le les van von y ", s, len);
}

size_t
words_elided(const char *s, size_t len)
{
	if (len < 2 || (*s != 'd' && *s != 'l'))
		return 0;
	if (s[1] == '\'')
		return 2;
	return len > 3 && memcmp(s + 1, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
}

/* ---- around a text ---- */

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
words_attribute(const char *folded)
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
words_is_text(const char *name)
{
	static const char *const text[] = {
	    "text", "body", "content", "contenu"};

	for (size_t i = 0; i < sizeof(text) / sizeof(*text); i++)
		if (strcmp(name, text[i]) == 0)
			return true;
	return false;
}

bool
words_is_published(const char *s, size_t len)
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
words_is_place(const char *folded)
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
words_section(const char *folded, bool ends_free)
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
words_by(const char *s, size_t len)
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
