#include "utf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "lib/base/err.h"

enum {
	PILE = 64
};

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
	const char *end = len > 0 ? s + len : s;
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
	utf8proc_category_t c;

	if (cp >= 0 && cp < 0x80)
		return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
	c = utf8proc_category(cp);
	return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
	    c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC;
}

int
utf_script(int32_t cp)
{
	if (cp == 0xB9)
		return 1;
	if (cp == 0xB2 || cp == 0xB3)
		return cp - 0xB0;
	if (cp == 0x2070 || (cp >= 0x2074 && cp <= 0x2079))
		return cp - 0x2070;
	return cp >= 0x2080 && cp <= 0x2089 ? cp - 0x2080 : -1;
}

bool
utf_is_middle_dot(int32_t cp)
{
	return cp == 0xB7 || cp == 0x2022 || cp == 0x2027 || cp == 0x2219 ||
	    cp == 0x22C5 || cp == 0x2E31 || cp == 0x30FB;
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
	if (cp >= 0 && cp < 0x80)
		return cp == 0x20 || (cp >= 0x09 && cp <= 0x0D);
	return cp == 0x85 || utf8proc_category(cp) == UTF8PROC_CATEGORY_ZS ||
	    cp == 0x2028 || cp == 0x2029;
}

bool
utf_is_zero_width(int32_t cp)
{
	return (cp >= 0x200B && cp <= 0x200F) ||
	    (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) ||
	    cp == 0xFEFF || cp == 0x180E || cp == 0x61C;
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

bool
utf_is_tidy(const char *s, size_t len, char sep)
{
	bool edge = true;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];
		bool blank = c == ' ' || s[i] == sep;

		if (blank && (edge || i + 1 == len))
			return false;
		if (!blank &&
		    (c < ' ' || (c >= 0xC0 && c != 0xC3 && c != 0xC5)))
			return false;
		edge = blank;
	}
	return true;
}

/* Only bytes from 0xCC on lead to code points that NFC may touch (U+0300 and
 * up); of the frequent ones, U+2002 to U+20BF and U+25xx are stable.  Behind
 * those are marks, which NFC brings in order. */
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
		if ((c > 0x82 && c != 0x96 && c != 0x97) ||
		    (c == 0x80 && (unsigned char)s[i + 2] < 0x82))
			return false;
	}
	return true;
}

/* More marks behind each other than any language has: utf8proc swaps
 * neighbours to order them, which takes the square of their number. */
static bool
has_pile(const char *s, size_t len)
{
	size_t run = 0;
	size_t k;

	for (size_t i = 0; i < len; i += k) {
		utf8proc_category_t c =
		    utf8proc_category(utf_get(s + i, s + len, &k));

		run = c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME
		    ? run + 1
		    : 0;
		if (run > PILE)
			return true;
	}
	return false;
}

/* Marks by their class, those of one class as they stand. */
static void
order_marks(int32_t *cp, size_t n)
{
	int32_t *sorted = mem_new(n, sizeof(*sorted));
	size_t at[257] = {0};

	for (size_t i = 0; i < n; i++)
		at[utf8proc_get_property(cp[i])->combining_class + 1]++;
	for (size_t c = 1; c <= 256; c++)
		at[c] += at[c - 1];
	for (size_t i = 0; i < n; i++)
		sorted[at[utf8proc_get_property(cp[i])->combining_class]++] =
		    cp[i];
	memcpy(cp, sorted, n * sizeof(*cp));
	free(sorted);
}

static void
order_all(int32_t *cp, size_t n)
{
	size_t from = 0; /* of the marks that end before i */

	for (size_t i = 0; i <= n; i++) {
		if (i < n && utf8proc_get_property(cp[i])->combining_class > 0)
			continue;
		if (i - from > 1)
			order_marks(cp + from, i - from);
		from = i + 1;
	}
}

/* What utf8proc_map() does, in time that grows with the text; returns the
 * length of *t, or one below 0. */
static utf8proc_ssize_t
compose(const char *s, size_t len, utf8proc_uint8_t **t)
{
	size_t cap = 0;
	int32_t *cp = mem_grow(NULL, &cap, 8, sizeof(*cp));
	size_t n = 0;
	size_t k;
	int last = 0;
	utf8proc_ssize_t m;
	struct buf b = {0};

	for (size_t i = 0; i < len; i += k) {
		cp = mem_grow(cp, &cap, n + 8, sizeof(*cp));
		m = utf8proc_decompose_char(utf_get(s + i, s + len, &k), cp + n,
		    8, UTF8PROC_STABLE | UTF8PROC_COMPOSE, &last);
		if (m >= 0 && m <= 8)
			n += (size_t)m;
	}
	order_all(cp, n);
	buf_room(&b, 4);
	m = utf8proc_normalize_utf32(
	    cp, (utf8proc_ssize_t)n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	for (utf8proc_ssize_t i = 0; i < m; i++) {
		buf_room(&b, 4);
		b.len += utf_put(b.s + b.len, cp[i]);
	}
	free(cp);
	*t = (utf8proc_uint8_t *)b.s;
	return m < 0 ? m : (utf8proc_ssize_t)b.len;
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
	n = has_pile(s, len)
	    ? compose(s, len, &t)
	    : utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)len,
		  &t, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
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
utf_bare(struct buf *out, const char *s, size_t len)
{
	utf8proc_uint8_t *t = NULL;
	utf8proc_ssize_t n;
	size_t i = 0;

	while (i < len && (unsigned char)s[i] < 0x80)
		i++;
	if (i == len) {
		buf_mem(out, s, len);
		return;
	}
	n = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)len, &t,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK);
	if (n < 0) {
		errno = ENOMEM;
		die_sys("utf8proc");
	}
	buf_mem(out, (const char *)t, (size_t)n);
	free(t);
}

/* What stands for a byte, or NULL: itself. */
static const char *
entity(unsigned char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\t':
	case '\n':
		return NULL;
	default:
		return c < ' ' || c == 0x7F ? "\xEF\xBF\xBD" : NULL;
	}
}

void
utf_put_xml(struct out *o, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const char *e = entity((unsigned char)s[i]);

		if (e != NULL)
			out_str(o, e);
		else if (s[i] == '\xEF' && len - i >= 3 && s[i + 1] == '\xBF' &&
		    (s[i + 2] == '\xBE' || s[i + 2] == '\xBF')) {
			out_str(o, "\xEF\xBF\xBD");
			i += 2;
		} else
			out_ch(o, s[i]);
	}
}
