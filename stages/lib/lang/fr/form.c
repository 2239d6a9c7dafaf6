#include "form.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/base/err.h"
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

/* May a number have spaces, apostrophes or dashes that its form has not? */
static bool
is_grouped(const char *s, size_t len)
{
	unsigned found = 0;

	for (size_t i = 0; i < len; i++)
		found |= (unsigned)(s[i] == ' ') | (s[i] == '\'') |
		    (s[i] == '\xC2') | (s[i] == '\xE2');
	return found != 0;
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
		else if (memcmp(s + i, "\xE2\x80\x93", 3) == 0) {
			to[n++] = '-'; /* an en dash; hyphens: folded() */
			i += 2;
		} else
			to[n++] = s[i];
	}
	return n;
}

/* L. 121-1, L.* 121-1 and L121-1 are one: l.121-1. */
static void
article_form(struct buf *out, const char *s, size_t len)
{
	bool stop = false;

	buf_room(out, len + 2);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c >= 0x80 || strchr(". *", c) != NULL)
			continue; /* no-break spaces too */
		if (scan_ascii[c] == DIGIT && !stop)
			buf_mem(out, ".", 1);
		stop = stop || scan_ascii[c] == DIGIT;
		if (scan_ascii[c] == UPPER)
			c |= 0x20;
		buf_mem(out, (const char *)&c, 1);
	}
}

/* An emoji without what says how it is drawn. */
static size_t
symbol_form(char *to, const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len;)
		if (len - i >= 3 && memcmp(s + i, "\xEF\xB8", 2) == 0)
			i += 3;
		else
			to[n++] = s[i++];
	return n;
}

/* The form of a token that is not its letters alone. */
static size_t
shape_form(char *to, const char *s, const struct token *t)
{
	struct buf b = {0};
	size_t n;

	if (t->shape == SHAPE_ARTICLE)
		article_form(&b, s, t->len);
	else
		(void)inclusive_base(&b, s, t->len);
	n = b.len;
	memcpy(to, b.s, n);
	buf_free(&b);
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

	if (t->kind == SCAN_WORD) {
		if (t->shape != SHAPE_PLAIN)
			return shape_form(to, s, t);
		if (len <= 16 && fold_short(to, s, len))
			return len;
	}
	if ((t->kind == SCAN_PUNCT || t->kind == SCAN_SYMBOL) &&
	    (len != 3 || memcmp(s, "\xE2\x80\x99", 3) != 0))
		return len > 3 && memchr(s, 0xEF, len) != NULL
		    ? symbol_form(to, s, len)
		    : scan_copy(to, text, t);
	if (t->kind == SCAN_NUMBER && is_grouped(s, len)) {
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

/* ---- what stands above or below the line ---- */

/* Length without the figures above the line at the end. */
static size_t
without_note(const char *s, size_t len)
{
	for (;;)
		if (len >= 2 && s[len - 2] == '\xC2' &&
		    (s[len - 1] == '\xB2' || s[len - 1] == '\xB3' ||
			s[len - 1] == '\xB9'))
			len -= 2;
		else if (len >= 3 && memcmp(s + len - 3, "\xE2\x81", 2) == 0 &&
		    (unsigned char)s[len - 1] >= 0xB0 &&
		    (unsigned char)s[len - 1] <= 0xBB)
			len -= 3; /* + and - above the line too */
		else
			return len;
}

bool
form_is_length(const char *s, size_t len)
{
	static const char *const unit[] = {
	    "m", "km", "hm", "dam", "dm", "cm", "mm"};

	for (; len > 0 && scan_ascii[(unsigned char)*s] == DIGIT; len--)
		s++; /* 5m, without a blank */
	for (size_t i = 0; i < sizeof(unit) / sizeof(*unit); i++)
		if (strlen(unit[i]) == len && strncasecmp(unit[i], s, len) == 0)
			return true;
	return false;
}

/* A letter above the line as on it: XX^e, M^me, n^o. */
static int32_t
lowered(int32_t cp)
{
	static const int32_t letter[][2] = {{0xBA, 0xB0}, {0x2B3, 'r'},
	    {0x2E1, 'l'}, {0x2E2, 's'}, {0x1D43, 'a'}, {0x1D48, 'd'},
	    {0x1D49, 'e'}, {0x1D4D, 'g'}, {0x1D50, 'm'}, {0x1D52, 0xB0},
	    {0x1D57, 't'}, {0x1D58, 'u'}, {0x207F, 'n'}};

	for (size_t i = 0; i < sizeof(letter) / sizeof(*letter); i++)
		if (cp == letter[i][0])
			return letter[i][1];
	return cp;
}

/* The character of the counting form. */
static int32_t
folded(int32_t cp)
{
	int figure;

	if (cp < 0x80)
		return scan_ascii[cp] == UPPER ? cp | 0x20 : cp;
	if (cp > 0xBA && cp < 0x2B0)
		return utf_lower(cp); /* most letters */
	if (cp == 0x2019 || cp == 0x02BC)
		return '\'';
	if (cp == 0x2212 || cp == 0x2010 || cp == 0x2011)
		return '-';
	if (utf_is_middle_dot(cp))
		return 0xB7;
	figure = utf_script(cp);
	return figure >= 0 ? '0' + figure : lowered(utf_lower(cp));
}

void
form_put(struct buf *out, const char *s, size_t len)
{
	size_t bare = without_note(s, len);
	bool power = bare == 0 || (bare == 2 && memcmp(s, "10", 2) == 0);
	const char *note = s + bare;
	const char *end = power || form_is_length(s, bare) ? s + len : note;
	size_t start = out->len;

	/* A lower-case letter takes at most one byte more than its capital. */
	buf_room(out, len * 2);
	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		if (!power || s < note)
			cp = folded(cp);
		s += n;
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
	size_t from = 0;

	for (size_t i = 0; i < len;) {
		size_t n = len - i >= 3 && memcmp(s + i, quote, 3) == 0 ? 3
		    : len - i >= 2 && memcmp(s + i, letter, 2) == 0     ? 2
									: 0;

		i += n == 0 ? 1 : n;
		if (n == 0)
			continue;
		buf_mem(out, s + from, i - n - from);
		buf_mem(out, "'", 1);
		from = i;
	}
	buf_mem(out, s + from, len - from);
}

/* Items of a list; those of more than a word, the first in this line. */
struct items {
	size_t n;
	size_t n_several;
	uint64_t line;
};

static struct items
read_list(struct intern *words, struct list *l, bool fold)
{
	struct buf b = {0};
	struct items all = {0};
	const char *item;
	size_t len;

	while ((item = list_next(l, &len)) != NULL) {
		all.n++;
		if (item[strcspn(item, " \t")] != '\0' && all.n_several++ == 0)
			all.line = l->in.line;
		b.len = 0;
		form_straight(&b, item, len);
		(void)intern_add(words, b.s, b.len);
		if (!fold)
			continue;
		b.len = 0;
		form_put(&b, item, len);
		(void)intern_add(words, b.s, b.len);
	}
	buf_free(&b);
	return all;
}

void
form_list(struct intern *words, const char *path, bool fold)
{
	struct list l;
	struct items all;

	list_open(&l, path);
	all = read_list(words, &l, fold);
	/* a text, or words in one line: no form is like that */
	if (fold && all.n_several * 2 > all.n)
		die_data(l.in.name, all.line,
		    "a list has a word a line, but most lines of this one have "
		    "several");
	list_close(&l);
}

void
form_names(struct intern *names, const char *path)
{
	struct list l;

	list_open(&l, path);
	(void)read_list(names, &l, true);
	list_close(&l);
}
