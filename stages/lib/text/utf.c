#include "utf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/base/err.h"

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
utf_check(const char *s, size_t len)
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

int32_t
utf_get(const char *s, const char *end, size_t *n)
{
	utf8proc_int32_t cp = 0;
	utf8proc_ssize_t k;

	if ((unsigned char)*s < 0x80) {
		*n = 1;
		return *s;
	}
	k = utf8proc_iterate((const utf8proc_uint8_t *)s, end - s, &cp);
	*n = k > 0 ? (size_t)k : 1;
	return cp;
}

size_t
utf_put(char *to, int32_t cp)
{
	return (size_t)utf8proc_encode_char(cp, (utf8proc_uint8_t *)to);
}

size_t
utf_count(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xC0) != 0x80;
	return n;
}

size_t
utf_fit(const char *s, size_t len, size_t width, size_t *used)
{
	const char *p = s;
	const char *end = s + len;
	size_t w = 0;

	while (p < end) {
		size_t n;
		int k = utf8proc_charwidth(utf_get(p, end, &n));

		if (k < 0)
			k = 0;
		if (w + (size_t)k > width)
			break;
		w += (size_t)k;
		p += n;
	}
	*used = w;
	return (size_t)(p - s);
}

size_t
utf_width(const char *s, size_t len)
{
	size_t w;

	(void)utf_fit(s, len, SIZE_MAX, &w);
	return w;
}

bool
utf_is_letter(int32_t cp)
{
	utf8proc_category_t c = utf8proc_category(cp);

	return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
	    c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC;
}

bool
utf_is_upper(int32_t cp)
{
	utf8proc_category_t c = utf8proc_category(cp);

	return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool
utf_is_space(int32_t cp)
{
	return (cp >= 0x09 && cp <= 0x0D) || cp == 0x20 || cp == 0x85 ||
	    utf8proc_category(cp) == UTF8PROC_CATEGORY_ZS || cp == 0x2028 ||
	    cp == 0x2029;
}

int32_t
utf_lower(int32_t cp)
{
	return utf8proc_tolower(cp);
}

int32_t
utf_upper(int32_t cp)
{
	return utf8proc_toupper(cp);
}

/* Only bytes from 0xCC on lead to code points that NFC may touch (U+0300 and
 * up); of the frequent ones, U+2002 to U+20FF and U+25xx are stable. */
static bool
surely_nfc(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < 0xCC)
			continue;
		if (c != 0xE2 || i + 2 >= len)
			return false;
		c = (unsigned char)s[i + 1];
		if ((c > 0x83 && c != 0x96 && c != 0x97) ||
		    (c == 0x80 && (unsigned char)s[i + 2] < 0x82))
			return false;
	}
	return true;
}

bool
utf_nfc(struct buf *out, const char *s, size_t len)
{
	utf8proc_uint8_t *t = NULL;
	utf8proc_ssize_t n;
	bool same;

	if (surely_nfc(s, len)) {
		buf_mem(out, s, len);
		return false;
	}
	n = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)len, &t,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n < 0) {
		errno = ENOMEM;
		die_sys("utf8proc");
	}
	same = (size_t)n == len && memcmp(t, s, len) == 0;
	buf_mem(out, (const char *)t, (size_t)n);
	free(t);
	return !same;
}

void
utf_form(struct buf *out, const char *s, size_t len)
{
	const char *end = s + len;
	size_t start = out->len;

	/* A lower-case letter takes at most one byte more than its capital. */
	buf_room(out, len * 2);
	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		s += n;
		cp = cp == 0x2019 || cp == 0x02BC ? '\'' : utf_lower(cp);
		if (cp == 'u' && out->len - start >= 2 &&
		    memcmp(out->s + out->len - 2, "oe", 2) == 0) {
			out->len -= 2;
			out->len += utf_put(out->s + out->len, 0x153);
		}
		out->len += utf_put(out->s + out->len, cp);
	}
	out->s[out->len] = '\0';
}
