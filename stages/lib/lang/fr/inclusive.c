/* Forms of inclusive writing and their base: élu·e·s, député(e)s, salarié.es,
 * citoyen/ne, candidat-e-s. */
#include <string.h>

#include "form.h"
#include "lib/text/utf.h"
#include "scan_inner.h"

/* An ending, and the letters one of which the base must end with; NULL: any
 * but e. */
static const struct ending {
	const char *text;
	const char *behind;
} endings[] = {{"e", NULL}, {"es", NULL}, {"s", ""}, {"x", "ue"}, {"ne", "n"},
    {"nes", "n"}, {"le", "l"}, {"les", "l"}, {"te", "tu"}, {"tes", "tus"},
    {"ve", "f"}, {"ves", "f"}, {"se", "xrsu"}, {"ses", "xrsu"}, {"sse", "es"},
    {"sses", "es"}, {"esse", NULL}, {"esses", NULL}, {"fe", "f"}, {"fes", "f"},
    {"he", "c"}, {"hes", "c"}, {"che", "cs"}, {"ches", "cs"}, {"ue", "g"},
    {"ues", "g"}, {"que", "c"}, {"ques", "c"}, {"ice", "r"}, {"ices", "r"},
    {"rice", "r"}, {"rices", "r"}, {"trice", "rs"}, {"trices", "rs"},
    {"euse", "rsx"}, {"euses", "rsx"}, {"\xC3\xA8re", "r"},
    {"\xC3\xA8res", "rs"}, {"i\xC3\xA8re", "r"}, {"i\xC3\xA8res", "rs"},
    {"elle", "u"}, {"elles", "ux"}, {"ale", "x"}, {"ales", "x"}, {"aux", "l"},
    {"enne", "n"}, {"ennes", "ns"}, {"ienne", "n"}, {"iennes", "ns"},
    {"onne", "n"}, {"onnes", "ns"}, {"ine", "nc"}, {"ines", "nc"},
    {"eure", "r"}, {"eures", "rs"}, {"oresse", "r"}, {"oresses", "r"}};

bool
inclusive_ending(const char *base, size_t base_len, const char *s, size_t len)
{
	char low[8];

	if (base_len < 2 || len == 0 || len >= sizeof(low))
		return false;
	for (size_t i = 0; i < len; i++)
		low[i] = (char)(scan_ascii[(unsigned char)s[i]] == UPPER ||
			    (i > 0 && s[i - 1] == '\xC3')
			? s[i] | 0x20
			: s[i]);
	for (size_t k = 0; k < sizeof(endings) / sizeof(*endings); k++) {
		const struct ending *e = &endings[k];
		char last = (char)(base[base_len - 1] | 0x20);

		if (strlen(e->text) != len || memcmp(e->text, low, len) != 0)
			continue;
		return e->behind == NULL ? last != 'e'
		    : *e->behind == '\0' ? true
					 : strchr(e->behind, last) != NULL;
	}
	return false;
}

/* Bytes of the sign at s that parts a base from its ending; 0 if there is
 * none. */
static size_t
parting(const char *s, const char *end)
{
	size_t n;

	if (strchr("(./-)", *s) != NULL)
		return 1;
	return (*s & 0x80) != 0 && utf_is_middle_dot(utf_get(s, end, &n)) ? n
									  : 0;
}

/* The endings of a form: the last of them, and how many there are. */
struct endings {
	const char *last;
	size_t len;
	size_t n;
	bool bracket; /* the last stands in brackets */
	bool dotted;  /* the first stands behind a middle dot */
};

/* The other word of a pair, which stands whole: celui·celle. */
static bool
is_other(const char *s, size_t len)
{
	static const char *const word[] = {"celle", "celles", "elle", "elles",
	    "eux", "lectrice", "lectrices", "une", "toutes"};

	return scan_is_one(word, s, len);
}

/* False if one of them does not fit. */
static bool
read_endings(struct endings *e, const char *s, size_t base, size_t len)
{
	const char *end = s + len;
	const char *p = s + base;

	*e = (struct endings){.dotted = (*p & 0x80) != 0};
	while (p < end) {
		size_t n = parting(p, end);
		const char *from = p + n;

		if (n == 0 && e->n == 0)
			return false;
		e->bracket = *p == '(';
		for (p = from; p < end && parting(p, end) == 0;)
			p++;
		if (p == from)
			continue; /* )/ or the like */
		if (e->n == 0 &&
		    !inclusive_ending(s, base, from, (size_t)(p - from)) &&
		    !(e->dotted && is_other(from, (size_t)(p - from))))
			return false;
		e->last = from;
		e->len = (size_t)(p - from);
		e->n++;
	}
	return e->n > 0;
}

static bool
is_plural(const struct endings *e)
{
	char c = e->last[e->len - 1];

	if (e->len == 1 && (e->n == 1 || e->bracket))
		return false; /* élu(s), agent·s: the base is one */
	return c == 's' || c == 'S' || c == 'x' || c == 'X';
}

static bool
ends_with(const struct buf *b, const char *end)
{
	size_t n = strlen(end);

	return b->len > n && memcmp(b->s + b->len - n, end, n) == 0;
}

bool
inclusive_base(struct buf *out, const char *s, size_t len)
{
	const char *end = s + len;
	struct endings e;
	size_t base = 0;

	while (base < len && parting(s + base, end) == 0)
		base++;
	while (base < len && s[base] == '-') { /* vice-président·e */
		size_t k = base + 1;

		while (k < len && parting(s + k, end) == 0)
			k++;
		if (k == len ||
		    inclusive_ending(s, base, s + base + 1, k - base - 1))
			break;
		base = k;
	}
	if (base < 2 || base == len || !read_endings(&e, s, base, len))
		return false;
	form_put(out, s, base);
	if (!is_plural(&e) || strchr("sxz", out->s[out->len - 1]) != NULL)
		return true;
	if (ends_with(out, "al") && (e.last[e.len - 1] | 0x20) == 'x') {
		out->len -= 1;
		buf_str(out, "ux");
	} else
		buf_str(out, ends_with(out, "eau") ? "x" : "s");
	return true;
}

/* ---- in a text ---- */

/* End of the letters of an ending of inclusive writing from i on. */
static size_t
ending_end(struct text *t, size_t i)
{
	size_t n;
	size_t j = i;

	while (j < t->len && j - i < 8 && is_letter(class_at(t, j, &n)))
		j += n;
	return j;
}

/* End of an ending in brackets, député(e)s, élu(s), directeur(trice): up to
 * three letters, or one that is known; i if there is none. */
size_t
scan_gender_end(struct text *t, size_t from, size_t i)
{
	size_t start = i + 1 + (t->p[i + 1] == '-'); /* directeur(-trice) */
	size_t j = ending_end(t, start);

	if (j == start || j >= t->len || t->p[j] != ')')
		return i;
	return j <= i + 4 ||
		inclusive_ending(t->p + from, i - from, t->p + start, j - start)
	    ? j + 1
	    : i;
}

/* End of an ending behind a stroke, citoyen/ne, élu/e/s; i if there is
 * none.  km/s and il/elle are none. */
size_t
scan_stroke_end(struct text *t, size_t from, size_t i, bool ending)
{
	size_t j = ending_end(t, i + 1);
	size_t len = j - i - 1;

	if (is_alnum(peek(t, j)) ||
	    (len == 1 && strchr("sx", t->p[i + 1]) && !ending) ||
	    (len == 1 && ending && t->p[i + 1] != 's') ||
	    looking_at(t, i, "/elle") || looking_at(t, i, "/que"))
		return i;
	if (ending)
		return len == 1 ? j : i;
	return inclusive_ending(t->p + from, i - from, t->p + i + 1, len) ? j
									  : i;
}

bool
scan_is_middle_dot(struct text *t, size_t from, size_t i, size_t n)
{
	size_t end = ending_end(t, i + n);
	size_t len;

	if (looking_at(t, i, "\xC2\xB7"))
		return is_letter(peek(t, i + n));
	if (n < 3 || !utf_is_middle_dot(utf_get(t->p + i, t->p + t->len, &len)))
		return false;
	return end > i + n && !is_letter(peek(t, end)) &&
	    (memchr(t->p + from, 0xE2, i - from) != NULL ||
		inclusive_ending(
		    t->p + from, i - from, t->p + i + n, end - i - n));
}
