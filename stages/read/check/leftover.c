#include "leftover.h"

#include <stdbool.h>
#include <string.h>

#include "lib/lang/fr/words.h"
#include "lib/text/utf.h"

enum {
	AROUND = 12, /* characters of a sample before and behind */
	TAG = 200,   /* bytes of the longest tag */
	NAME = 40,   /* and of the name in a query of an address */
};

void
leftover_clear(struct leftover *t)
{
	for (size_t k = 0; k < LEFT_KINDS; k++) {
		t->n[k] = 0;
		t->sample[k].len = 0;
	}
	t->letters = 0;
	t->capitals = 0;
}

void
leftover_free(struct leftover *t)
{
	for (size_t k = 0; k < LEFT_KINDS; k++)
		buf_free(&t->sample[k]);
}

/* The paragraph, and where we are in it. */
struct scene {
	const char *s;
	const char *end;
	const char *at;
	size_t n; /* bytes of the character */
	uint64_t line;
	const char *word;  /* behind the last blank */
	const char *asked; /* the word that address is about */
	bool address;
};

static bool
is_control(int32_t cp)
{
	return (cp < 0x20 && cp != '\t') || (cp >= 0x7F && cp < 0xA0);
}

static bool
is_lower(int32_t cp)
{
	return (cp >= 'a' && cp <= 'z') ||
	    (cp >= 0xDF && cp <= 0xFF && cp != 0xF7) || cp == 0x153;
}

static bool
is_capital(int32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') ||
	    (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7) || cp == 0x152;
}

static const char *
back(const struct scene *c, const char *p)
{
	while (p > c->s && ((unsigned char)*--p & 0xC0) == 0x80)
		continue;
	return p;
}

/* The character k places on from the one at hand (k < 0: before it), or 0. */
static int32_t
look(const struct scene *c, int k)
{
	const char *p = c->at;
	size_t n;

	for (; k < 0; k++) {
		if (p == c->s)
			return 0;
		p = back(c, p);
	}
	for (; k > 0 && p < c->end; k--) {
		(void)utf_get(p, c->end, &n);
		p += n;
	}
	return p < c->end ? utf_get(p, c->end, &n) : 0;
}

/* Counts one; the first gives the sample. */
static void
found(struct leftover *t, enum leftover_kind kind, const struct scene *c)
{
	const char *from = c->at;
	const char *to = c->at;
	size_t n;

	if (t->n[kind]++ > 0)
		return;
	t->line[kind] = c->line;
	for (int k = 0; k < AROUND; k++)
		from = back(c, from);
	for (int k = 0; k <= AROUND && to < c->end; k++) {
		(void)utf_get(to, c->end, &n);
		to += n;
	}
	while (from < to) {
		int32_t cp = utf_get(from, to, &n);

		if (is_control(cp))
			buf_str(&t->sample[kind], "?");
		else
			buf_mem(&t->sample[kind], from, n);
		from += n;
	}
}

/* C3 A9 read as two characters is U+00C3 U+00A9; C2 and E2 80 likewise. */
static bool
is_mojibake(const struct scene *c, int32_t cp)
{
	int32_t next;

	if (cp != 0xC3 && cp != 0xC2 && cp != 0xE2 && cp != 0xC5)
		return false;
	next = look(c, 1);
	if (cp == 0xE2)
		return next == 0x20AC || next == 0x80;
	if (cp == 0xC5)
		return next == 0x201C || next == 0x2019 || next == 0x93;
	if (cp == 0xC2)
		return next >= 0xA0 && next <= 0xBF;
	return (next >= 0x80 && next <= 0xBF) || next == 0x152 ||
	    next == 0x160 || next == 0x161 || next == 0x178 || next == 0x192 ||
	    (next >= 0x2013 && next <= 0x2122);
}

static bool
ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_entity(const char *s)
{
	size_t k = 1;

	if (s[k] == '#') {
		k += s[k + 1] == 'x' ? 2 : 1;
		return s[k] != ';' &&
		    s[k + strspn(s + k, "0123456789abcdefABCDEF")] == ';';
	}
	while (ascii_letter(s[k]) || (k > 1 && s[k] >= '0' && s[k] <= '9'))
		k++;
	return k > 2 && k < 12 && s[k] == ';';
}

static bool
is_tag(const char *s)
{
	size_t k = s[1] == '/' ? 2 : 1;

	if (strncmp(s, "<!--", 4) == 0 || strncmp(s, "<!DOCTYPE", 9) == 0)
		return true;
	if (!ascii_letter(s[k]))
		return false;
	while (k < TAG && s[k] != '\0' && s[k] != '>' && s[k] != '<')
		k++;
	return s[k] == '>';
}

/* bit.ly/, exemple.fr? */
static bool
has_host(const char *s, size_t len)
{
	for (size_t i = 1; i + 3 < len; i++) {
		size_t n = 0;

		if (s[i] != '.' || !ascii_letter(s[i - 1]))
			continue;
		while (i + 1 + n < len && ascii_letter(s[i + 1 + n]))
			n++;
		if (n > 1 && i + 1 + n < len &&
		    (s[i + 1 + n] == '/' || s[i + 1 + n] == '?'))
			return true;
		i += n;
	}
	return false;
}

static bool
is_address(const char *s, size_t len)
{
	return memmem(s, len, "://", 3) != NULL ||
	    memmem(s, len, "www.", 4) != NULL || memchr(s, '@', len) != NULL ||
	    has_host(s, len);
}

/* Does the place at hand belong to an address? */
static bool
in_address(struct scene *c)
{
	const char *end = c->word;
	size_t n;

	if (c->asked == c->word)
		return c->address;
	while (end < c->end && !utf_is_space(utf_get(end, c->end, &n)))
		end += n;
	c->asked = c->word;
	c->address = is_address(c->word, (size_t)(end - c->word));
	return c->address;
}

/* The ? begins the query of an address that is cut or has no host: ?a=b */
static bool
is_query(const struct scene *c)
{
	const char *p = c->at + 1;

	while (p < c->end && p < c->at + NAME &&
	    (ascii_letter(*p) || *p == '_' || *p == '-' ||
		(*p >= '0' && *p <= '9')))
		p++;
	return p > c->at + 1 && p < c->end && *p == '=';
}

/* What is typed or scanned for an apostrophe. */
static bool
is_apostrophe(int32_t cp)
{
	return cp == '`' || cp == 0xB4 || cp == 0x2018 || cp == 0x201B ||
	    cp == 0x2032 || cp == 0x2035 || cp == 0xFF07 || cp == 0xFF40 ||
	    (cp >= 0x2B9 && cp <= 0x2BD) || (cp >= 0x2C8 && cp <= 0x2CB);
}

/* A capital behind punctuation behind a word, and no space between. */
static bool
is_glued(const struct scene *c)
{
	int32_t next = look(c, 1);
	int32_t second;

	if (!is_capital(next) || !is_lower(look(c, -1)) ||
	    !is_lower(look(c, -2)))
		return false;
	second = look(c, 2);
	return is_lower(second) || second == ' ' || second == '\'' ||
	    second == 0x2019;
}

/* "exem- ple", but not "pre- et post-". */
static bool
is_cut(const struct scene *c)
{
	const char *word;
	size_t n;

	if (!is_lower(look(c, -1)) || !is_lower(look(c, -2)))
		return false;
	if (c->at + 1 == c->end)
		return true;
	if (look(c, 1) != ' ' || !is_lower(look(c, 2)))
		return false;
	word = c->at + 2;
	n = strcspn(word, " ");
	return word[n] != ' ' || !words_joins(word, n);
}

/* Characters that are no fault of the text, but of how it was written down. */
static void
see_kind(struct leftover *t, const struct scene *c, int32_t cp)
{
	if (cp == 0x2010 || cp == 0x2011 || cp == 0xAD)
		found(t, LEFT_SIGN, c);
	else if (cp >= 0xFB00 && cp <= 0xFB06)
		found(t, LEFT_LIGATURE, c);
	else if (is_apostrophe(cp) && utf_is_letter(look(c, -1)) &&
	    utf_is_letter(look(c, 1)))
		found(t, LEFT_APOSTROPHE, c);
}

/* Signs that may be a leftover. */
static void
see_sign(struct leftover *t, struct scene *c, int32_t cp)
{
	if (cp == 0xFFFD ||
	    (cp == '?' && is_lower(look(c, -1)) && is_lower(look(c, 1)) &&
		!in_address(c) && !is_query(c)))
		found(t, LEFT_LOST, c);
	else if (is_control(cp))
		found(t, LEFT_CONTROL, c);
	else if (is_mojibake(c, cp))
		found(t, LEFT_MOJIBAKE, c);
	else if ((cp == '&' && is_entity(c->at)) ||
	    (cp == '<' && is_tag(c->at)))
		found(t, LEFT_MARKUP, c);
	else if (cp == '-' && is_cut(c))
		found(t, LEFT_HYPHEN, c);
	else if ((cp == '.' || cp == '!' || cp == '?' || cp == ',' ||
		     cp == ';' || cp == ':' || cp == 0x2026) &&
	    is_glued(c) && !in_address(c))
		found(t, LEFT_GLUED, c);
	else
		see_kind(t, c, cp);
}

void
leftover_scan(struct leftover *t, const char *s, size_t len, uint64_t line)
{
	struct scene c = {.s = s, .end = s + len, .line = line, .word = s};
	size_t run = 0; /* letters since the last space */

	for (c.at = s; c.at <= c.end; c.at += c.n) {
		int32_t cp = ' ';

		c.n = 1;
		if (c.at < c.end)
			cp = utf_get(c.at, c.end, &c.n);
		if (cp == ' ' || (cp >= 0x80 && utf_is_space(cp))) {
			if (run >= LEFT_RUN && !in_address(&c))
				found(t, LEFT_UNSPACED, &c);
			c.word = c.at + c.n;
			run = 0;
		} else if (is_lower(cp)) {
			t->letters++;
			run++;
		} else if (is_capital(cp)) {
			t->letters++;
			t->capitals++;
			run++;
		}
		if (c.at < c.end && cp != ' ' && !(cp >= 'a' && cp <= 'z'))
			see_sign(t, &c, cp);
	}
}
