#include "utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
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

size_t
utf8_check(const char *s, size_t len)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t i = 0;

	while ((i = ascii_span(p, i, len)) < len)
		do {
			size_t n = sequence(p + i, len - i);

			if (n == 0)
				return i;
			i += n;
		} while (i < len && p[i] >= 0x80);
	return len;
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
