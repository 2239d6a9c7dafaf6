#include "utf8.h"

#include <stdint.h>

#ifdef __SSE2__
#include <immintrin.h>
#endif

/* Length of the valid sequence at s, 0 if there is none; Unicode 15, table
 * 3-7. */
static size_t
sequence(const unsigned char *s, size_t len)
{
	unsigned char c = s[0];
	unsigned char lo = 0x80;
	unsigned char hi = 0xBF;
	size_t n;

	if (c < 0x80)
		return c != 0;
	if (c < 0xC2 || c > 0xF4)
		return 0;
	n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	if (n > len)
		return 0;
	if (c == 0xE0)
		lo = 0xA0;
	else if (c == 0xED)
		hi = 0x9F;
	else if (c == 0xF0)
		lo = 0x90;
	else if (c == 0xF4)
		hi = 0x8F;
	if (s[1] < lo || s[1] > hi)
		return 0;
	for (size_t i = 2; i < n; i++)
		if ((s[i] & 0xC0) != 0x80)
			return 0;
	return n;
}

/* First byte from i on that is NUL or not ASCII, or len. */
static size_t
ascii_span(const unsigned char *s, size_t i, size_t len)
{
#ifdef __SSE2__
	const __m128i zero = _mm_setzero_si128();

	for (; i + 16 <= len; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(s + i));
		int m =
		    _mm_movemask_epi8(_mm_or_si128(v, _mm_cmpeq_epi8(v, zero)));

		if (m != 0)
			return i + (size_t)__builtin_ctz((unsigned)m);
	}
#endif
	while (i < len && s[i] < 0x80 && s[i] != 0)
		i++;
	return i;
}

/* Whole sequences from i on, up to `to` or behind it, or to one that is bad. */
static size_t
plain_span(const unsigned char *s, size_t i, size_t to, size_t len)
{
	while ((i = ascii_span(s, i, to)) < to)
		do {
			size_t n = sequence(s + i, len - i);

			if (n == 0)
				return i;
			i += n;
		} while (i < to && s[i] >= 0x80);
	return i;
}

#ifdef __SSE2__
/* What is made once for each of the two ways to look, all in one piece. */
#define INLINE inline __attribute__((always_inline))
#define WIDE __attribute__((target("avx512f,avx512bw")))

/* The bytes of a block of 64, its first as bit 0. */
struct block {
	uint64_t high;  /* no ASCII */
	uint64_t more;  /* 80 to BF */
	uint64_t long_; /* E0 and above */
	uint64_t odd;   /* is there any that needs a closer look? */
};

typedef void look_at(struct block *b, const unsigned char *s);

static void
look_plain(struct block *b, const unsigned char *s)
{
	__m128i odd = _mm_setzero_si128();

	*b = (struct block){0};
	for (unsigned at = 0; at < 64; at += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(s + at));

#define BITS(x) (uint64_t)(unsigned) _mm_movemask_epi8(x) << at
#define IS(x, c) _mm_cmpeq_epi8(x, _mm_set1_epi8((char)(c)))
#define FROM(x, c) IS(_mm_subs_epu8(_mm_set1_epi8((char)(c)), x), 0)
		b->high |= BITS(x);
		b->more |= BITS(_mm_cmplt_epi8(x, _mm_set1_epi8((char)0xC0)));
		b->long_ |= BITS(FROM(x, 0xE0));
		odd = _mm_or_si128(odd,
		    _mm_or_si128(_mm_or_si128(IS(x, 0), IS(x, 0xE0)),
			_mm_or_si128(_mm_or_si128(IS(x, 0xED), FROM(x, 0xF0)),
			    IS(_mm_and_si128(x, _mm_set1_epi8((char)0xFE)),
				0xC0))));
#undef BITS
#undef IS
#undef FROM
	}
	b->odd = (uint64_t)(unsigned)_mm_movemask_epi8(odd);
}

static WIDE void
look_wide(struct block *b, const unsigned char *s)
{
	__m512i x = _mm512_loadu_si512(s);

#define ALL(c) _mm512_set1_epi8((char)(c))
#define IS(x, c) _mm512_cmpeq_epi8_mask(x, ALL(c))
#define FROM(x, c) _mm512_cmpge_epu8_mask(x, ALL(c))
	b->high = _mm512_movepi8_mask(x);
	b->more = _mm512_cmplt_epi8_mask(x, ALL(0xC0));
	b->long_ = FROM(x, 0xE0);
	b->odd = IS(x, 0) | IS(x, 0xE0) | IS(x, 0xED) | FROM(x, 0xF0) |
	    IS(_mm512_and_si512(x, ALL(0xFE)), 0xC0);
#undef ALL
#undef IS
#undef FROM
}

/* Blocks of ASCII and of sequences of two and three bytes of which any 80 to BF
 * is good; up to the beginning of the first sequence that is not of these, or
 * is not whole. */
static INLINE size_t
block_span(const unsigned char *s, size_t i, size_t len, look_at *look)
{
	uint64_t due = 0; /* lowest bits: what must be 80 to BF */

	for (; i + 64 <= len; i += 64) {
		struct block b;
		uint64_t lead;

		look(&b, s + i);
		lead = b.high & ~b.more;
		if ((due | lead << 1 | b.long_ << 2) != b.more || b.odd != 0)
			break;
		due = lead >> 63 | b.long_ >> 62;
	}
	/* the sequence under way began at the last byte or the one before */
	return due == 0 ? i : i - 1 - (s[i - 1] < 0xC0);
}

static size_t
span_plain(const unsigned char *s, size_t i, size_t len)
{
	return block_span(s, i, len, look_plain);
}

static WIDE size_t
span_wide(const unsigned char *s, size_t i, size_t len)
{
	return block_span(s, i, len, look_wide);
}
#endif

size_t
utf8_check_by(const char *s, size_t len, bool narrow)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t i = 0;
#ifdef __SSE2__
	bool wide = !narrow && __builtin_cpu_supports("avx512bw");
#else
	(void)narrow;
#endif

	while (i < len) {
		size_t to;

#ifdef __SSE2__
		i = wide ? span_wide(p, i, len) : span_plain(p, i, len);
		to = len - i < 64 ? len : i + 64;
#else
		to = len;
#endif
		i = plain_span(p, i, to, len);
		if (i < to)
			return i;
	}
	return len;
}

size_t
utf8_check(const char *s, size_t len)
{
	return utf8_check_by(s, len, false);
}

size_t
utf8_cut(const char *s, size_t len, size_t max)
{
	if (len <= max)
		return len;
	while (max > 0 && ((unsigned char)s[max] & 0xC0) == 0x80)
		max--;
	return max;
}
