#include "clean.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/text/utf.h"
#include "span.h"

#define SOFT "\xC2\xAD" /* U+00AD */

/* windows-1252 0x80-0x9F; 0: not assigned */
static const uint16_t w1252[32] = {0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026,
    0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0, 0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
    0x203A, 0x153, 0, 0x17E, 0x178};

/* ---- blanks at the ends ---- */

/* Length of the blank that begins at s, 0 if there is none. */
static size_t
blank(const unsigned char *s, size_t len)
{
	if (*s == ' ' || *s == '\t')
		return 1;
	if (len >= 2 && s[0] == 0xC2 && s[1] == 0xA0)
		return 2;
	if (len < 3)
		return 0;
	if (s[0] == 0xE2 && s[1] == 0x80 && (s[2] <= 0x8A || s[2] == 0xAF))
		return 3;
	if ((s[0] == 0xE2 && s[1] == 0x81 && s[2] == 0x9F) ||
	    (s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80))
		return 3;
	return 0;
}

static void
trim(char **text, size_t *len)
{
	const unsigned char *s = (const unsigned char *)*text;
	size_t from = 0;
	size_t to = *len;
	size_t n;

	while (from < to && (n = blank(s + from, to - from)) > 0)
		from += n;
	while (to > from) {
		size_t back = s[to - 1] < 0x80            ? 1
		    : to - from >= 2 && s[to - 2] == 0xC2 ? 2
							  : 3;

		if (back > to - from || blank(s + to - back, back) != back)
			break;
		to -= back;
	}
	*text += from;
	*len = to - from;
}

/* ---- is there anything to repair? ---- */

/* Kinds of space, which stay, are counted as they are met. */
struct spaces {
	uint64_t nbsp;
	uint64_t narrow;
	uint64_t other;
};

/* The byte at s[0] is a control, 0xC2 or from 0xCC on. */
static bool
suspect(const unsigned char *s, size_t len, struct spaces *n)
{
	if (*s < 0x80)
		return true;
	if (*s == 0xC2) {
		n->nbsp += s[1] == 0xA0;
		return s[1] < 0xA0 || s[1] == 0xAD;
	}
	if (*s != 0xE2 || len < 3)
		return true;
	if (s[1] == 0x80) {
		n->narrow += s[2] == 0xAF;
		n->other += s[2] >= 0x82 && s[2] <= 0x8A;
		return s[2] < 0x82 || (s[2] >= 0x8B && s[2] <= 0x8F) ||
		    (s[2] >= 0xA8 && s[2] <= 0xAE);
	}
	if (s[1] == 0x81)
		return s[2] >= 0xA0;
	return s[1] > 0x83 && s[1] != 0x96 && s[1] != 0x97;
}

static bool
needs_repair(const char *text, size_t len, struct spaces *n)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t i = 0;

#ifdef __SSE2__
	const __m128i lo = _mm_set1_epi8(0x1F);
	const __m128i del = _mm_set1_epi8(0x7F);
	const __m128i c2 = _mm_set1_epi8((char)0xC2);
	const __m128i cc = _mm_set1_epi8((char)0xCC);

	for (; i + 16 <= len; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(s + i));
		__m128i low = _mm_cmpeq_epi8(_mm_min_epu8(v, lo), v);
		__m128i high = _mm_cmpeq_epi8(_mm_max_epu8(v, cc), v);
		unsigned m = (unsigned)_mm_movemask_epi8(
		    _mm_or_si128(_mm_or_si128(low, high),
			_mm_or_si128(
			    _mm_cmpeq_epi8(v, del), _mm_cmpeq_epi8(v, c2))));

		for (; m != 0; m &= m - 1) {
			size_t at = i + (size_t)__builtin_ctz(m);

			if (suspect(s + at, len - at, n))
				return true;
		}
	}
#endif
	for (; i < len; i++)
		if ((s[i] < 0x20 || s[i] == 0x7F || s[i] == 0xC2 ||
			s[i] >= 0xCC) &&
		    suspect(s + i, len - i, n))
			return true;
	return false;
}

/* ---- repair ---- */

/* The mathematical alphabets and their letters in the block before. */
static bool
is_math(int32_t cp)
{
	static const char letters[] =
	    "\x02\x0A\x0B\x0C\x0D\x0E\x10\x11\x12\x15\x19\x1A\x1B\x1C\x1D\x24"
	    "\x28\x2C\x2D\x2F\x30\x31\x33\x34";

	if (cp >= 0x1D400 && cp <= 0x1D7FF)
		return true;
	return cp >= 0x2102 && cp <= 0x2134 &&
	    strchr(letters, cp - 0x2100) != NULL;
}

static void
put(struct buf *b, int32_t cp)
{
	buf_room(b, 4);
	b->len += utf_put(b->s + b->len, cp);
}

static void
put_plain(struct buf *b, int32_t cp)
{
	utf8proc_int32_t d[8];
	int last = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(
	    cp, d, 8, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &last);

	for (utf8proc_ssize_t i = 0; i < n && i < 8; i++)
		put(b, d[i]);
}

/* Does the text at s begin with "oe"? */
static bool
is_oe(const char *s, size_t len)
{
	return len >= 2 && (s[0] | 0x20) == 'o' && (s[1] | 0x20) == 'e';
}

/* The sign that the control was stands beside it already. */
static bool
is_double(const struct clean *c, int32_t real, const char *next, size_t len)
{
	const struct buf *b = &c->a;
	size_t n = 0;
	int32_t before = span_last(b->s, b->len, &n);
	int32_t after = span_first(next, len);

	if (real == 0x2019 && (before == '\'' || after == '\''))
		return true;
	if ((real == 0x153 || real == 0x152) &&
	    (is_oe(next, len) || (b->len >= 2 && is_oe(b->s + b->len - 2, 2))))
		return true;
	return before == real || after == real;
}

static void
repair_c1(struct clean *c, int32_t cp, const char *next, size_t len)
{
	int32_t real = w1252[cp - 0x80];

	c->n[CLEAN_C1]++;
	c->c1[cp - 0x80]++;
	if (real != 0 && !is_double(c, real, next, len))
		put(&c->a, real);
}

/* Is it the t of a-t-il or the à of c'est-à-dire: no syllable of a word?
 * tokenise(1) reads texts without a reader by the same rule. */
static bool
is_part(int32_t cp)
{
	return (cp > 0 && cp < 0x80 && strchr("tTlLdD", cp) != NULL) ||
	    cp == 0xE0 || cp == 0xC0;
}

/* The soft hyphen from s to next stands for a hyphen of the spelling: between
 * it and another one is a part of one letter. */
static bool
is_hyphen(const char *from, const char *s, const char *next, const char *end)
{
	size_t n = 0;
	int32_t cp;

	if (next < end) {
		cp = utf_get(next, end, &n);
		if (is_part(cp) && end - next - (ptrdiff_t)n > 2 &&
		    memcmp(next + n, SOFT, 2) == 0)
			return true;
	}
	cp = span_last(from, (size_t)(s - from), &n);
	s -= n;
	return is_part(cp) && s - from > 2 && memcmp(s - 2, SOFT, 2) == 0;
}

/* What is wrong with cp; CLEAN_KINDS if nothing is. */
static enum clean_kind
fault_of(int32_t cp, int32_t before)
{
	if (cp == '\t')
		return CLEAN_TAB;
	if (cp >= 0x80 && cp < 0xA0)
		return CLEAN_C1;
	if (cp < 0x20 || cp == 0x7F || cp == 0x2028 || cp == 0x2029)
		return CLEAN_CONTROL;
	if (cp == 0xAD)
		return CLEAN_SOFT;
	if (cp == 0xFFFD)
		return CLEAN_LOST;
	if (cp == 0xA0)
		return CLEAN_NBSP;
	if (cp == 0x202F)
		return CLEAN_NARROW;
	if ((cp >= 0x2000 && cp <= 0x200A) || cp == 0x3000)
		return CLEAN_SPACE;
	if (cp == 0x200D && before >= 0x2600)
		return CLEAN_KINDS; /* joins the parts of an emoji */
	if (cp >= 0xFB00 && cp <= 0xFB06)
		return CLEAN_LIGATURE;
	if (utf_is_zero_width(cp))
		return CLEAN_ZERO;
	return is_math(cp) ? CLEAN_MATH : CLEAN_KINDS;
}

/* Everything but NFC, into c->a. */
static void
repair(struct clean *c, const char *s, size_t len)
{
	const char *from = s;
	const char *end = s + len;
	int32_t before = 0;

	c->a.len = 0;
	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);
		enum clean_kind fault = fault_of(cp, before);

		if (fault == CLEAN_SOFT && is_hyphen(from, s, s + n, end))
			put(&c->a, '-');
		s += n;
		if (fault != CLEAN_C1 && fault != CLEAN_KINDS)
			c->n[fault]++;
		if (fault >= CLEAN_NBSP)
			put(&c->a, cp);
		else if (fault == CLEAN_C1)
			repair_c1(c, cp, s, (size_t)(end - s));
		else if (fault == CLEAN_MATH || fault == CLEAN_LIGATURE)
			put_plain(&c->a, cp);
		else if ((cp >= '\t' && cp <= '\r') || cp == 0x2028 ||
		    cp == 0x2029)
			put(&c->a, ' ');
		before = cp;
	}
}

void
clean_line(struct clean *c, char **s, size_t *len)
{
	struct spaces n = {0};

	if (*len > 0 && (*s)[*len - 1] == '\r') {
		c->n[CLEAN_CR]++;
		(*len)--;
	}
	trim(s, len);
	if (*len == 0)
		return;
	if (!needs_repair(*s, *len, &n)) {
		c->n[CLEAN_NBSP] += n.nbsp;
		c->n[CLEAN_NARROW] += n.narrow;
		c->n[CLEAN_SPACE] += n.other;
		return;
	}
	repair(c, *s, *len);
	c->b.len = 0;
	if (c->a.len > 0 && utf_nfc(&c->b, c->a.s, c->a.len))
		c->n[CLEAN_NFC]++;
	*len = c->b.len;
	if (*len == 0)
		return;
	*s = c->b.s;
	trim(s, len);
}

void
clean_file(struct clean *c, const struct in *in)
{
	c->n[CLEAN_BOM] += in->bom;
	c->n[CLEAN_CR_ONLY] += in->n_cr;
}

void
clean_free(struct clean *c)
{
	buf_free(&c->a);
	buf_free(&c->b);
}
