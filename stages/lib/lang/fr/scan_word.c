/* Words: elisions, hyphens and clitics, full stops inside and behind. */
#include <string.h>
#include <strings.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/text/utf.h"
#include "scan_inner.h"

/* Is the word before an apostrophe elided: l d j m t s c n qu jusqu lorsqu
 * puisqu quoiqu, and y (y'a), in any case? */
static bool
is_elision(const char *s, size_t len)
{
	static const char *const longer[] = {
	    "jusqu", "lorsqu", "puisqu", "quoiqu"};
	char low[8];

	if (len == 0 || len > 6)
		return false;
	for (size_t i = 0; i < len; i++)
		low[i] = (char)(s[i] | 0x20);
	if (len == 1)
		return strchr("ldjmtscny", low[0]) != NULL;
	if (len == 2) /* qu, and the c of c'a */
		return (low[0] == 'q' && low[1] == 'u') ||
		    (*s == '\xC3' && (s[1] | 0x20) == '\xA7');
	for (size_t i = 0; i < 4; i++)
		if (strlen(longer[i]) == len &&
		    memcmp(longer[i], low, len) == 0)
			return true;
	return false;
}

enum {
	LONGEST = 64 /* bytes of a compound that is looked up */
};

/* End of the letters, digits, apostrophes and hyphens from i on, LONGEST bytes
 * at most. */
static size_t
chunk_end(struct text *t, size_t i)
{
	size_t n;

	size_t most = i + LONGEST;

	while (i < t->len && i < most) {
		enum cls c = class_at(t, i, &n);

		if (!is_alnum(c) &&
		    ((c != APOS && c != HYPHEN) || !is_alnum(peek(t, i + n))))
			break;
		i += n;
	}
	return i;
}

#define DASH "\xE2\x80\x93" /* en dash */

bool
scan_is_roman(const char *s, size_t len)
{
	static const char *const tail[] = {"e", "eme", "er", "es", "ieme", "re",
	    "i\xC3\xA8me", "\xC3\xA8", "\xC3\xA8me", "\xC3\xA8re",
	    "\xE1\xB5\x89", "\xE1\xB5\x89\xCA\xB3"};
	size_t sign = 0;
	size_t n = 0;

	while (sign < len && s[sign] != '-' && s[sign] != '\xE2')
		sign++;
	if (sign < len && (s[sign] == '-' || memcmp(s + sign, DASH, 3) == 0)) {
		n = s[sign] == '-' ? 1 : 3; /* XIXe-XXe */
		return scan_is_roman(s, sign) &&
		    scan_is_roman(s + sign + n, len - sign - n);
	}
	while (n < len && strchr("IVXLC", s[n]) != NULL)
		n++;
	if (n == 0 || (n == 1 && strchr("LC", *s) != NULL)) /* Le, Ces */
		return false;
	return scan_is_one(tail, s + n, len - n);
}

/* The word under way. */
struct word {
	size_t from;
	bool hyphen;
	bool elided;
	bool ours;   /* the full stop at the end belongs to the word */
	bool ending; /* it may be a form of inclusive writing */
	size_t cut;  /* where a clitic begins that is elided: va | -t' | en */
	enum scan_kind kind;
	uint8_t flags;
};

/* Is the capital letter from..to, before an apostrophe and the letter at next,
 * the head of a name and no elided word: N'Djamena, D'Jal?  Nothing is elided
 * before a consonant; but acronyms are spelt (L'RPR). */
static bool
is_name_head(struct text *t, size_t from, size_t to, size_t next)
{
	char c = t->p[next];
	enum cls after = peek(t, next + 1);

	if (to - from != 1 || scan_ascii[(unsigned char)t->p[from]] != UPPER ||
	    scan_ascii[(unsigned char)c] != UPPER)
		return false;
	if (strchr("AEIOUY", c) != NULL)
		return false;
	if (c == 'H')
		return t->p[from] == 'M' && after == LOWER;
	return after == LOWER || strchr("NM", t->p[from]) != NULL;
}

/* At a mark behind letters: where the word goes on, or i where it ends. */
static size_t
at_apostrophe(struct text *t, struct word *w, size_t i, size_t n)
{
	if (!w->hyphen && is_elision(t->p + w->from, i - w->from)) {
		size_t end;

		if (is_name_head(t, w->from, i, i + n))
			return i + n; /* N'Djamena */
		end = chunk_end(t, i);

		if (end > i + n && memchr(t->p + i, '-', end - i) != NULL &&
		    scan_lookup(t, &t->s->rules->whole, w->from, end) !=
			UINT32_MAX)
			return end;
		w->elided = true;
		return i + n;
	}
	if (w->hyphen && i >= w->from + 3 && t->p[i - 2] == '-' &&
	    strchr("tmTM", t->p[i - 1]) != NULL &&
	    (t->p[i + n] | 0x20) == 'e' && (t->p[i + n + 1] | 0x20) == 'n' &&
	    !is_alnum(peek(t, i + n + 2)) &&
	    peek(t, i + n + 2) != HYPHEN) { /* not va-t'en-guerre */
		w->elided = true;
		w->cut = i - 2;
		return i + n;
	}
	return is_letter(peek(t, i + n)) ? i + n : i;
}

/* End of a unit of speed, km/h or m/s, whose stroke is at i; i if it is none.
 */
static size_t
speed_end(struct text *t, size_t from, size_t i)
{
	bool kilometres = i - from == 2 && memcmp(t->p + from, "km/h", 4) == 0;
	bool metres = i - from == 1 && memcmp(t->p + from, "m/s", 3) == 0;

	return (kilometres || metres) && !is_alnum(peek(t, i + 2)) ? i + 2 : i;
}

/* The same at a full stop before a letter, figure or hyphen. */
static size_t
at_dot(struct text *t, struct word *w, size_t i, enum cls next)
{
	size_t end = i;

	switch (scan_glued_dot(t, w->from, i, &end)) {
	case DOT_ADDRESS:
		w->kind = SCAN_ADDRESS;
		return end;
	case DOT_INSIDE:
		w->ending = w->ending || next == LOWER;
		return next == HYPHEN && !is_letter(peek(t, i + 2))
		    ? i
		    : i + (next == HYPHEN ? 2 : 1);
	case DOT_OURS:
		w->ours = true;
		break;
	case DOT_SPLIT:
		break;
	}
	return i;
}

/* The same at a sign of inclusive writing, or at the stroke of km/h. */
static size_t
at_ending(struct text *t, struct word *w, size_t i, size_t n)
{
	size_t end = i;

	if (t->p[i] == '(')
		end = scan_gender_end(t, w->from, i);
	else if (t->p[i] == '/')
		end = scan_stroke_end(t, w->from, i, w->ending);
	else if (n > 1 && scan_is_middle_dot(t, w->from, i, n))
		end = i + n; /* citoyen·ne·s */
	if (end == i && t->p[i] == '/' && !w->ending)
		return speed_end(t, w->from, i);
	w->ending = w->ending || end > i;
	return end;
}

static size_t
at_mark(struct text *t, struct word *w, size_t i, enum cls c, size_t n)
{
	size_t end = i;
	enum cls next = peek(t, i + n);

	if (c == APOS)
		return at_apostrophe(t, w, i, n);
	if (c == HYPHEN && is_alnum(next)) {
		w->hyphen = true;
		return i + n;
	}
	if (c == DOT && (is_alnum(next) || next == HYPHEN))
		return at_dot(t, w, i, next);
	if (n == 3 && next == UPPER && looking_at(t, i, DASH) &&
	    scan_is_roman(t->p + w->from, i - w->from))
		return i + n;
	if (c == SYMBOL && t->p[i] == '&' && is_letter(next)) {
		w->flags |= SCAN_ESCAPE; /* R&D */
		return i + n;
	}
	if (c == SYMBOL && t->p[i] == '@' && is_alnum(next) &&
	    scan_is_address(t, w->from, i, &end)) {
		w->kind = SCAN_ADDRESS;
		return end;
	}
	return at_ending(t, w, i, n);
}

/* Marks behind letters that make them a symbol: M€, n°; or an address. */
static size_t
tail(struct text *t, struct word *w, size_t i)
{
	size_t len = i - w->from;

	if (looking_at(t, i, "://") ||
	    (len == 3 && t->p[i] == '.' &&
		strncasecmp(t->p + w->from, "www", 3) == 0)) {
		w->kind = SCAN_ADDRESS;
		return scan_address_end(t, w->from);
	}
	if (len <= 3 && looking_at(t, i, "\xE2\x82\xAC")) {
		w->kind = SCAN_SYMBOL;
		return i + 3;
	}
	if (len == 1 && t->p[w->from] == 'M' && t->p[i] == '$') {
		w->kind = SCAN_SYMBOL;
		return i + 1;
	}
	if (len <= 2 && (t->p[w->from] | 0x20) == 'n' &&
	    (looking_at(t, i, "\xC2\xB0") || looking_at(t, i, "\xC2\xBA")))
		return i + 2;
	return i;
}

/* Steps over letters of ASCII and Latin-1, sixteen bytes at a time. */
static inline size_t
skip_letters(const struct text *t, size_t i)
{
#ifdef __SSE2__
	for (;;) {
		__m128i x = _mm_loadu_si128((const __m128i *)(t->p + i));
		__m128i low = _mm_or_si128(x, _mm_set1_epi8(0x20));
		__m128i is =
		    _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
			_mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)));
		unsigned m = ~(unsigned)_mm_movemask_epi8(is) & 0xFFFF;
		unsigned char d;

		if (m == 0) {
			i += 16;
			continue;
		}
		i += (size_t)__builtin_ctz(m);
		if ((unsigned char)t->p[i] != 0xC3)
			return i;
		d = (unsigned char)t->p[i + 1];
		if (d == 0x97 || d == 0xB7)
			return i;
		i += 2;
	}
#else
	(void)t;
	return i;
#endif
}

/* Steps to the end of the word. */
static size_t
word_end(struct text *t, struct word *w, size_t i)
{
	while (!w->elided && w->kind == SCAN_WORD) {
		enum cls c;
		size_t n;
		size_t j;

		i = skip_letters(t, i);
		if (i >= t->len)
			return t->len;
		c = class_at(t, i, &n);
		if (c == SPACE || c == END)
			break;
		j = is_alnum(c) ? i + n : at_mark(t, w, i, c, n);
		if (j == i)
			break;
		i = j;
	}
	return i;
}

/* The full stop at i; true if it belongs to the word k. */
static bool
stop_inside(struct text *t, const struct word *w, struct token *k, size_t i)
{
	if (w->ours) {
		k->flags |= SCAN_ABBR;
		k->len++;
	} else
		scan_take_dot(t, k, i);
	return k->at + k->len > i;
}

/* End of the figures above or below the line from i on, if nothing else stands
 * with them: the sign of a note. */
static size_t
script_end(struct text *t, size_t from)
{
	size_t i = from;
	size_t n;

	while (i < t->len && (t->p[i] == '\xC2' || t->p[i] == '\xE2') &&
	    utf_is_script(utf_get(t->p + i, t->p + t->len, &n)))
		i += n;
	return i > from && is_alnum(peek(t, i)) ? from : i;
}

/* Is the word from..to, which an apostrophe or blank follows, or the mark of a
 * clitic is in, perhaps part of another (mend.c)? */
static bool
is_rough(struct text *t, const struct word *w, size_t from, size_t to)
{
	const char *p = t->p + from;
	size_t len = to - from;

	if (w->elided)
		return peek(t, to) == SPACE ||
		    ((p[0] | 0x20) == 't' && scan_is_pronoun(t->p + to));
	if (len == 1)
		return strchr("ldjmtscnLDJMTSCN", *p) != NULL &&
		    peek(t, to) == SPACE;
	if (p[len - 1] == 'd') /* aujourd */
		return len == 7 && p[1] == 'u' && p[2] == 'j' &&
		    (p[5] | 0x20) == 'r';
	return (p[len - 1] | 0x20) == 'u' && (p[len - 2] | 0x20) == 'q';
}

/* Any word. */
static __attribute__((noinline)) size_t
scan_any(struct text *t, size_t from, enum cls first, size_t n)
{
	struct word w = {.from = from, .kind = SCAN_WORD};
	struct token *k;
	size_t i = n > 1 ? script_end(t, from) : from;

	if (i > from) {
		scan_add(t, from, i, SCAN_SYMBOL);
		return i;
	}
	w.flags = first == UPPER ? SCAN_UPPER : SCAN_LOWER;
	i = word_end(t, &w, from + n);
	if (w.kind == SCAN_WORD && !w.elided)
		i = tail(t, &w, i);
	k = scan_add(t, from, i, w.kind);
	k->flags = w.flags | (w.kind == SCAN_ADDRESS ? SCAN_ESCAPE : 0);
	if (w.cut > 0) {
		k->len = (uint32_t)(w.cut - from);
		scan_add(t, w.cut, i, SCAN_WORD)->flags = SCAN_LOWER;
	}
	if (is_rough(t, &w, from, i))
		scan_rough(t->s, from, i);
	if (w.elided || w.kind != SCAN_WORD)
		return i;
	if (w.ending)
		scan_mark_inclusive(t, k, from, i);
	if (i - from <= 3 && (first == UPPER || t->p[from] == 'n') &&
	    (n = scan_article_end(t, from, i)) > i) {
		k->len = (uint32_t)(n - from);
		k->shape = SHAPE_ARTICLE;
		return n;
	}
	if (i < t->len && t->p[i] == '.' && stop_inside(t, &w, k, i))
		return i + 1;
	if (first == UPPER && strchr("IVXLC", t->p[from]) != NULL &&
	    scan_is_roman(t->p + from, i - from))
		k->kind = SCAN_NUMBER;
	if (w.hyphen)
		scan_compound(t, k, i, w.ending);
	return i;
}

size_t
scan_word(struct text *t, size_t from, enum cls first, size_t n)
{
	/* Most are small letters of ASCII and Latin-1 before a blank or comma,
	 * and no word that an apostrophe may be lost behind (is_rough). */
	size_t i = skip_letters(t, from + n);
	const char *end = t->p + i;

	if (first == LOWER && (*end == ' ' || *end == ',') && i > from + 1 &&
	    (end[-1] != 'u' || end[-2] != 'q') &&
	    (end[-1] != 'd' || i - from != 7) &&
	    (n == 1 || t->p[from] == '\xC3')) {
		scan_add(t, from, i, SCAN_WORD)->flags = SCAN_LOWER;
		return i;
	}
	return scan_any(t, from, first, n);
}
