#include "nuclei.h"

#include <string.h>

#include "lib/text/utf.h"

enum {
	LETTERS = 128 /* looked at together; words are shorter */
};

/* The letters of a word: small consonants as they are, ? for others, 0 for
 * figures; vowels a i o u y e, E for é è ê, T for ë, I for ï, U for ü, W for
 * œ. */
struct word {
	char c[LETTERS + 4]; /* NULs behind */
	size_t n;
};

struct scan {
	const struct word *w;
	size_t at;
	uint32_t nuclei;
	uint32_t cons; /* consonants heard since the last nucleus */
};

static char
letter(int32_t cp)
{
	static const struct {
		const char *these;
		char is;
	} same[] = {{"àâäáãå", 'a'}, {"éèêæ", 'E'}, {"ë", 'T'}, {"îíì", 'i'},
	    {"ï", 'I'}, {"ôöóòõø", 'o'}, {"ùûúŭ", 'u'}, {"ü", 'U'}, {"ÿý", 'y'},
	    {"œ", 'W'}, {"ç", 's'}, {"ñ", 'n'}};

	if (cp >= '0' && cp <= '9')
		return '0';
	if (cp >= 'a' && cp <= 'z')
		return (char)cp;
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++) {
		const char *s = same[i].these;
		const char *end = s + strlen(s);
		size_t n;

		for (; s < end; s += n)
			if (utf_get(s, end, &n) == cp)
				return same[i].is;
	}
	return utf_is_letter(cp) ? '?' : '\0';
}

static bool
one_of(char c, const char *these)
{
	return c != '\0' && strchr(these, c) != NULL;
}

static bool
is_vowel(char c)
{
	return one_of(c, "aeETiIouUyW");
}

static bool
is_consonant(char c)
{
	return c != '\0' && c != '0' && !is_vowel(c);
}

static char
before(const struct word *w, size_t at, size_t back)
{
	return at >= back ? w->c[at - back] : '\0';
}

static bool
ends(const struct word *w, const char *s)
{
	size_t len = strlen(s);

	return w->n >= len && memcmp(w->c + w->n - len, s, len) == 0;
}

/* ---- what is written and not heard ---- */

/* The letter at `at` of from as it is heard, into to; gives the letters it
 * stands for. */
static size_t
rewrite_at(const struct word *from, size_t at, struct word *to)
{
	const char *c = from->c + at;
	char last = before(from, at, 1);

	to->c[to->n++] = *c;
	if (c[0] == 'q' && c[1] == 'u' && !is_consonant(c[2]))
		return 2;
	if (c[0] == 'g' && c[1] == 'u' && one_of(c[2], "eEiy"))
		return 2;
	if (c[0] == 'g' && c[1] == 'u' && c[2] == 'T') {
		to->c[to->n++] = 'u'; /* aiguë */
		return 3;
	}
	if (c[0] == 'g' && c[1] == 'e' && one_of(c[2], "ao"))
		return 2;
	if (memcmp(c, "cueil", 5) == 0)
		return 2;
	if (memcmp(c, "ays", 3) == 0 && last == 'p') {
		to->c[to->n - 1] = 'E'; /* pays, paysan */
		to->c[to->n++] = 'i';
		return 2;
	}
	/* payer, yeux, aïeul */
	if (is_vowel(c[1]) &&
	    ((c[0] == 'y' && (at == 0 || is_vowel(last))) ||
		(c[0] == 'I' && one_of(last, "aou"))))
		to->c[to->n - 1] = 'j';
	return 1;
}

static bool
has_vowel(const struct word *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_vowel(w->c[i]))
			return true;
	return false;
}

/* Takes off -e, -es, and -ent unless it is -ment. */
static void
cut_ending(struct word *w)
{
	size_t cut = 0;

	if (ends(w, "e"))
		cut = 1;
	else if (ends(w, "es"))
		cut = 2;
	else if (ends(w, "ent") && !ends(w, "ment"))
		cut = 3;
	if (cut == 0 || !has_vowel(w, w->n - cut))
		return;
	w->n -= cut;
	memset(w->c + w->n, 0, cut);
}

static void
rewrite(struct word *w)
{
	struct word to = {.n = 0};

	for (size_t i = 0; i < w->n;)
		i += rewrite_at(w, i, &to);
	*w = to;
	cut_ending(w);
}

/* ---- consonants ---- */

/* Of an n or m behind a vowel: is it but the nasal of the vowel? */
static bool
is_nasal(const struct word *w, size_t at)
{
	char c = w->c[at];
	char next = w->c[at + 1];

	return (c == 'n' || c == 'm') && is_vowel(before(w, at, 1)) &&
	    next != c && next != 'h' && !is_vowel(next);
}

static void
take_consonant(struct scan *s)
{
	const struct word *w = s->w;
	char c = w->c[s->at];
	char last = before(w, s->at, 1);

	if (c == 'x')
		s->cons += 2;
	else if (c != 'h' && c != last && !is_nasal(w, s->at) &&
	    !(last == 'g' && c == 'n') && !(last == 'c' && c == 'q'))
		s->cons++;
	s->at++;
}

/* Do the letters before end in two like pr, bl, chr, after which i, u and ou
 * are syllables of their own? */
static bool
is_cluster(const struct word *w, size_t at)
{
	char last = before(w, at, 1);
	char first = before(w, at, 2);

	if (last != 'l' && last != 'r')
		return false;
	if (first == 'h')
		return one_of(before(w, at, 3), "cpt");
	return one_of(first, "bcdfgkptv");
}

/* Is there one consonant from `at` on, then a vowel? */
static bool
is_open(const struct word *w, size_t at)
{
	const char *c = w->c + at;

	if (!is_consonant(*c) || *c == 'x')
		return false;
	if ((c[1] == 'h' && one_of(*c, "cpts")) || (*c == 'g' && c[1] == 'n'))
		c++;
	return is_vowel(c[1]);
}

/* ---- vowels ---- */

/* An e between consonants, the one at `at`: is it heard? */
static bool
is_heard(const struct scan *s, size_t at)
{
	const char *c = s->w->c + at;

	if (s->nuclei == 0 || s->cons > 1 || !is_open(s->w, at + 1))
		return true;
	return one_of(c[1], "lrnm") && c[2] == 'i' && is_vowel(c[3]);
}

/* Letters of the vowel at c, of which there are n, that are one sound. */
static size_t
sound(const struct scan *s, const char *c, size_t n)
{
	static const char *const digraph[] = {"aa", "ai", "au", "ay", "ei",
	    "eu", "ey", "ea", "ee", "oi", "ou", "oy", "oo", "ui", "uy", "Wu",
	    "Wi"};

	if (n >= 3 && (memcmp(c, "eau", 3) == 0 || memcmp(c, "eoi", 3) == 0))
		return 3;
	if (n >= 2 && c[0] == 'o' && c[1] == 'o' && c > s->w->c &&
	    c[-1] == 'c' && one_of(c[2], "pr"))
		return 1; /* coopérer */
	for (size_t i = 0; n >= 2 && i < sizeof(digraph) / sizeof(*digraph);
	     i++)
		if (memcmp(c, digraph[i], 2) == 0)
			return 2;
	return 1;
}

/* Letters that are a glide where a vowel follows them: i, y, u, ou; 0. */
static size_t
glide(const char *c, size_t n)
{
	if (n >= 3 && c[0] == 'o' && c[1] == 'u')
		return 2;
	if (n >= 2 && (c[0] == 'i' || c[0] == 'y') && c[1] != 'i')
		return 1;
	return n >= 2 && c[0] == 'u' && c[1] != 'i' && c[1] != 'y' &&
		c[1] != 'I'
	    ? 1
	    : 0;
}

static void
take_nucleus(struct scan *s)
{
	s->nuclei++;
	s->cons = 0;
}

/* The vowels from s->at to end. */
static void
take_vowels(struct scan *s, size_t end)
{
	const char *c = s->w->c;
	bool own = is_cluster(s->w, s->at);
	size_t first = s->at;

	while (s->at < end) {
		size_t n = end - s->at;
		size_t len = glide(c + s->at, n);
		bool last = c[end - 1] == 'e' && is_open(s->w, end);

		if (len > 0 && len + 1 == n && last) {
			take_nucleus(s); /* remerciement, jouera */
			s->at = end;
		} else if (len > 0 && !(own && s->at == first))
			s->at += len;
		else if (n == 1 && c[s->at] == 'e') {
			if (s->at == first ? is_heard(s, s->at) : !last)
				take_nucleus(s); /* gaieté: not heard */
			s->at = end;
		} else {
			take_nucleus(s);
			s->at += len > 0 ? len : sound(s, c + s->at, n);
		}
	}
}

/* The vowels from s->at on; -ail-, -eil-, -ouill- with their consonant. */
static void
take_group(struct scan *s)
{
	const char *c = s->w->c;
	size_t end = s->at;
	char next;

	while (is_vowel(c[end]))
		end++;
	next = c[end] == 'l' ? c[end + 1] : 'x';
	if (end - s->at < 2 || c[end - 1] != 'i' ||
	    !one_of(c[end - 2], "aeuW") ||
	    !(next == 'l' || next == '\0' || (next == 's' && !c[end + 2]))) {
		take_vowels(s, end);
		return;
	}
	take_vowels(s, end - 1);
	s->at = end + (next == 'l' ? 2 : 1);
	s->cons++;
}

static uint32_t
count(const struct word *w)
{
	struct scan s = {.w = w};

	while (s.at < w->n)
		if (is_vowel(w->c[s.at]))
			take_group(&s);
		else if (w->c[s.at] == '0') {
			take_nucleus(&s);
			s.at++;
		} else
			take_consonant(&s);
	return s.nuclei;
}

static uint32_t
spell(const struct word *w)
{
	uint32_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += w->c[i] == 'w' ? 3 : 1; /* double v */
	return n;
}

uint32_t
nuclei_of(const char *s, size_t len, bool elided)
{
	const char *end = s + len;
	uint32_t sum = 0;

	while (s < end) {
		struct word w = {.n = 0};
		struct word heard;
		uint32_t k;

		while (s < end && w.n < LETTERS) {
			size_t n;
			char c = letter(utf_get(s, end, &n));

			if (c != '\0')
				w.c[w.n++] = c;
			s += n;
		}
		heard = w;
		rewrite(&heard);
		k = count(&heard);
		sum += k > 0 || elided ? k : spell(&w);
	}
	return sum;
}
