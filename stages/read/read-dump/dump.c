#include "dump.h"

#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"
#include "read/common/span.h"

/* characters */
enum {
	TITLE_MAX = 400,
	LABEL_MAX = 100,
	HEADING_MAX = 100
};

static bool
begins(const char *folded, const char *with)
{
	return strncmp(folded, with, strlen(with)) == 0;
}

bool
dump_is_title(const char *s, size_t len)
{
	size_t text;

	return utf_count(s, len) <= TITLE_MAX &&
	    dump_bullet(s, len, &text) == 0;
}

/* ---- sections ---- */

const char *
dump_label(const char *s, size_t len)
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
	static const char *const before[] = {"propositions d'",
	    "proposition d'", "projet d'", "quelques ", "les "};
	struct buf f = {0};
	const char *section = NULL;
	const char *p;

	if (len == 0 || utf_count(s, len) > LABEL_MAX)
		return NULL;
	slug_fold(&f, s, len);
	p = f.s;
	for (size_t k = 0; k < sizeof(before) / sizeof(*before); k++)
		if (begins(p, before[k]) &&
		    begins(p + strlen(before[k]), "elements"))
			p += strlen(before[k]);
	for (size_t k = 0; k < sizeof(known) / sizeof(*known); k++) {
		const char *rest = p + strlen(known[k].lead);

		if (section != NULL || !begins(p, known[k].lead))
			continue;
		/* a sentence ends in a stop, a label in ':' or in nothing */
		if (known[k].alone
			? *rest == '\0' || strcmp(rest, ":") == 0 ||
			    strcmp(rest, " :") == 0
			: f.s[f.len - 1] == ':' || !span_is_punctuated(s, len))
			section = known[k].section;
	}
	buf_free(&f);
	return section;
}

/* ---- items and headings ---- */

size_t
dump_bullet(const char *s, size_t len, size_t *text)
{
	static const int32_t sign[] = {0x2022, 0xB7, 0x25AA, 0x25A0, 0x25BA,
	    0x27A2, 0x27A4, 0x2192, 0x25E6, 0x2023, 0x2219, 0x25CF, 0x25CB,
	    0x2713, 0x2714, 0x25B6, 0x25AB, 0xF0B7};
	size_t n;
	size_t at;
	int32_t cp;
	bool is = false;

	if (len < 2)
		return 0;
	cp = utf_get(s, s + len, &n);
	for (size_t k = 0; k < sizeof(sign) / sizeof(*sign); k++)
		is = is || cp == sign[k];
	if (!is && cp != '*' && cp != '-' && cp != 0x2013 && cp != 0x2014)
		return 0;
	for (at = n; at < len;) {
		size_t k;

		if (!utf_is_space(utf_get(s + at, s + len, &k)))
			break;
		at += k;
	}
	if (at == len || (!is && at == n))
		return 0;
	cp = utf_get(s + at, s + len, text);
	if (!utf_is_letter(cp) && !span_is_quote(cp) &&
	    !(cp >= '0' && cp <= '9'))
		return 0;
	*text = at;
	return n;
}

bool
dump_is_heading(const char *s, size_t len)
{
	int32_t cp = span_first(s, len);
	size_t n;

	while (len > 0 && (span_is_quote(cp) || utf_is_space(cp))) {
		(void)utf_get(s, s + len, &n);
		s += n;
		len -= n;
		cp = span_first(s, len);
	}
	return len > 0 && (utf_is_upper(cp) || (cp >= '0' && cp <= '9')) &&
	    utf_count(s, len) <= HEADING_MAX && !span_is_punctuated(s, len);
}
