#include "form.h"

#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/text/list.h"
#include "lib/text/utf.h"
#include "scan_inner.h"

#ifdef __SSE2__
/* Up to sixteen bytes of ASCII and Latin-1 at once; false where there is
 * more to them (’, œ, ß, oe). */
static inline bool
fold_short(char *to, const char *s, size_t len)
{
	__m128i x = _mm_loadu_si128((const __m128i *)s);
	__m128i c3 = _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xC3));
	__m128i after = _mm_slli_si128(c3, 1);
	__m128i upper = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('A' - 1)),
	    _mm_cmplt_epi8(x, _mm_set1_epi8('Z' + 1)));
	__m128i y = _mm_or_si128(
	    x, _mm_and_si128(_mm_or_si128(upper, after), _mm_set1_epi8(0x20)));
	__m128i o = _mm_cmpeq_epi8(y, _mm_set1_epi8('o'));
	__m128i oe = _mm_and_si128(
	    _mm_slli_si128(o, 1), _mm_cmpeq_epi8(y, _mm_set1_epi8('e')));
	__m128i odd = _mm_andnot_si128(_mm_or_si128(c3, after), x);
	__m128i sharp = _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0x9F));
	unsigned keep = (1U << len) - 1;

	/* odd: its sign bits are the bytes of other letters */
	if (((unsigned)_mm_movemask_epi8(
		 _mm_or_si128(_mm_or_si128(odd, oe), sharp)) &
		keep) != 0)
		return false;
	_mm_storeu_si128((__m128i *)to, y);
	return true;
}
#else
static inline bool
fold_short(char *to, const char *s, size_t len)
{
	(void)to;
	(void)s;
	(void)len;
	return false;
}
#endif

/* Appends a letter of ASCII at p; oe before it becomes œ if it is u. */
static char *
put_ascii(const char *start, char *p, unsigned char c)
{
	if (scan_ascii[c] == UPPER)
		c |= 0x20;
	if (c == 'u' && p - start >= 2 && p[-1] == 'e' && p[-2] == 'o') {
		p[-2] = '\xC5';
		p[-1] = '\x93';
	}
	*p++ = (char)c;
	return p;
}

/* Letters of ASCII and Latin-1, the apostrophe ’, œ; false where there is
 * more to it. */
static bool
fold_common(char *to, const char *s, size_t len, size_t *out_len)
{
	char *p = to;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];
		unsigned char d = (unsigned char)s[i + 1];

		if (c < 0x80)
			p = put_ascii(to, p, c);
		else if ((c == 0xC3 && d != 0x9F) ||
		    (c == 0xC5 && (d == 0x92 || d == 0x93))) {
			*p++ = (char)c;
			*p++ = (char)(c == 0xC3 ? d | 0x20 : 0x93);
			i++;
		} else if (c == 0xE2 && d == 0x80 && i + 2 < len &&
		    (unsigned char)s[i + 2] == 0x99) {
			*p++ = '\'';
			i += 2;
		} else
			return false;
	}
	*out_len = (size_t)(p - to);
	return true;
}

/* Figures lose the spaces and apostrophes of their groups (scan.c). */
static size_t
number_form(char *to, const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] == ' ' || s[i] == '\'')
			continue;
		if (memcmp(s + i, "\xC2\xA0", 2) == 0)
			i++;
		else if (memcmp(s + i, "\xE2\x80\xAF", 3) == 0 ||
		    memcmp(s + i, "\xE2\x80\x89", 3) == 0 ||
		    memcmp(s + i, "\xE2\x80\x99", 3) == 0)
			i += 2;
		else
			to[n++] = s[i];
	}
	return n;
}

size_t
scan_form(char *to, const char *text, const struct token *t)
{
	const char *s = text + t->at;
	size_t len = t->len;
	struct buf b = {0};
	struct token bare;
	size_t n;

	if (len <= 16 && t->kind == SCAN_WORD && fold_short(to, s, len))
		return len;
	if ((t->kind == SCAN_PUNCT || t->kind == SCAN_SYMBOL) &&
	    (len != 3 || memcmp(s, "\xE2\x80\x99", 3) != 0))
		return scan_copy(to, text, t);
	if (t->kind == SCAN_NUMBER &&
	    (memchr(s, ' ', len) != NULL || memchr(s, '\'', len) != NULL ||
		memchr(s, 0xC2, len) != NULL || memchr(s, 0xE2, len) != NULL)) {
		char *copy = mem_new(len + SCAN_SLACK, 1);

		bare = *t;
		bare.at = 0;
		bare.kind = SCAN_ADDRESS;
		bare.len = (uint32_t)number_form(copy, s, len);
		n = scan_form(to, copy, &bare);
		free(copy);
		return n;
	}
	if (fold_common(to, s, len, &n))
		return n;
	form_put(&b, s, len);
	memcpy(to, b.s, b.len);
	n = b.len;
	buf_free(&b);
	return n;
}

void
form_put(struct buf *out, const char *s, size_t len)
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

bool
form_column(const char *name)
{
	return strcmp(name, "form") == 0 || strcmp(name, "stem") == 0;
}

void
form_straight(struct buf *out, const char *s, size_t len)
{
	static const char quote[] = "\xE2\x80\x99"; /* U+2019 */
	static const char letter[] = "\xCA\xBC";    /* U+02BC */

	buf_mem(out, "", 0);
	for (size_t i = 0; i < len;)
		if (len - i >= 3 && memcmp(s + i, quote, 3) == 0) {
			buf_mem(out, "'", 1);
			i += 3;
		} else if (len - i >= 2 && memcmp(s + i, letter, 2) == 0) {
			buf_mem(out, "'", 1);
			i += 2;
		} else
			buf_mem(out, s + i++, 1);
}

void
form_list(struct intern *words, const char *path, bool fold)
{
	struct buf b = {0};
	struct list l;
	const char *item;
	size_t len;

	list_open(&l, path);
	while ((item = list_next(&l, &len)) != NULL) {
		b.len = 0;
		form_straight(&b, item, len);
		(void)intern_add(words, b.s, b.len);
		if (!fold)
			continue;
		b.len = 0;
		form_put(&b, item, len);
		(void)intern_add(words, b.s, b.len);
	}
	list_close(&l);
	buf_free(&b);
}
