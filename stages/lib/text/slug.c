#include "slug.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "utf.h"

static bool
alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char
slug_char(int32_t cp)
{
	utf8proc_int32_t d[32];
	utf8proc_ssize_t n;
	int last = 0;

	if (cp >= 0x80) {
		if (cp == 0x2018 || cp == 0x2019 || cp == 0x02BC)
			return '\'';
		if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
			return '-';
		if (utf_is_space(cp))
			return ' ';
		n = utf8proc_decompose_char(cp, d, 32,
		    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK,
		    &last);
		cp = n == 1 ? d[0] : SLUG_OTHER;
	}
	if (cp >= 'A' && cp <= 'Z')
		return (char)(cp + 'a' - 'A');
	if (cp >= 0x09 && cp <= 0x0D)
		return ' ';
	return cp >= 0x20 && cp < 0x7F ? (char)cp : SLUG_OTHER;
}

/* Two letters for one, or NULL. */
static const char *
ligature(int32_t cp)
{
	switch (cp) {
	case 0x152:
	case 0x153:
		return "oe";
	case 0xC6:
	case 0xE6:
		return "ae";
	case 0xDF:
		return "ss";
	default:
		return NULL;
	}
}

static void
put(struct buf *to, char c)
{
	buf_mem(to, &c, 1);
}

/* A sign that needs no look at others; small() of it is what stands for it. */
static bool
is_simple(char c)
{
	return c > ' ' && c < 0x7F;
}

static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

void
slug_fold(struct buf *to, const char *s, size_t len)
{
	const char *end = s + len;
	size_t start = to->len;

	buf_room(to, len); /* nothing gets longer */
	while (s < end) {
		const char *two;
		char c;
		size_t n;
		int32_t cp;

		if (is_simple(*s)) {
			to->s[to->len++] = small(*s++);
			continue;
		}
		cp = utf_get(s, end, &n);
		two = ligature(cp);
		c = slug_char(cp);
		s += n;
		if (two != NULL)
			buf_str(to, two);
		else if (c != SLUG_OTHER &&
		    (c != ' ' ||
			(to->len > start && to->s[to->len - 1] != ' ')))
			to->s[to->len++] = c;
	}
	while (to->len > start && to->s[to->len - 1] == ' ')
		to->len--;
	to->s[to->len] = '\0';
}

void
slug_title(
    struct buf *to, const char *s, size_t len, size_t max, slug_skip *skip)
{
	struct buf f = {0};
	size_t start = to->len;

	slug_fold(&f, s, len);
	for (size_t i = 0; i < f.len;) {
		size_t from = i;

		while (i < f.len && alnum(f.s[i]))
			i++;
		if (i == from) {
			i++;
			continue;
		}
		if (skip(f.s + from, i - from))
			continue;
		if (to->len == start && i - from > max)
			i = from + max;
		else if (to->len > start &&
		    to->len - start + 1 + (i - from) > max)
			break;
		if (to->len > start)
			put(to, '-');
		buf_mem(to, f.s + from, i - from);
		if (to->len - start >= max)
			break;
	}
	buf_free(&f);
}

/* The character of a file's name for cp, 0 if it has none. */
static char
file_char(int32_t cp)
{
	char c = slug_char(cp);

	if (alnum(c))
		return utf_is_upper(cp) && c > '9' ? (char)(c - 'a' + 'A') : c;
	if (c == '.' || c == '_' || c == '-')
		return c;
	if (cp >= 0x300 && cp < 0x370)
		return '\0'; /* the accent of a letter before it */
	return c == SLUG_OTHER && !utf_is_letter(cp) ? '\0' : '-';
}

/* NA is what tables say of something that is not there. */
static bool
is_none(const char *s, size_t len)
{
	return len == 2 && memcmp(s, "NA", 2) == 0;
}

void
slug_file(struct buf *to, const char *s, size_t len)
{
	const char *end = s + len;
	size_t start = to->len;

	buf_mem(to, "", 0);
	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);
		const char *two = ligature(cp);
		char c = file_char(cp);
		bool sign = c == '.' || c == '_' || c == '-';

		s += n;
		if (two != NULL)
			buf_str(to, two);
		else if (c != '\0' && !(sign && to->len == start) &&
		    !(c == '-' && to->s[to->len - 1] == '-'))
			put(to, c);
	}
	while (to->len > start && to->s[to->len - 1] == '-')
		to->s[--to->len] = '\0';
	if (is_none(to->s, to->len))
		to->s[1] = 'a';
}

static bool
id_start(char c)
{
	return alnum(c) || (c >= 'A' && c <= 'Z');
}

bool
slug_is_id(const char *s, size_t len)
{
	if (len == 0 || len > SLUG_ID_MAX || !id_start(*s) || is_none(s, len))
		return false;
	for (size_t i = 0; i < len; i++)
		if (!id_start(s[i]) && s[i] != '.' && s[i] != '_' &&
		    s[i] != '-')
			return false;
	return true;
}

bool
slug_id_cut(struct buf *id)
{
	char hash[20];

	if (id->len <= SLUG_ID_MAX)
		return false;
	(void)snprintf(
	    hash, sizeof(hash), "-%016" PRIx64, slug_hash(0, id->s, id->len));
	id->len = SLUG_ID_MAX - strlen(hash);
	buf_str(id, hash);
	return true;
}

void
slug_name(struct buf *to, const char *s, size_t len)
{
	struct buf f = {0};
	size_t start = to->len;
	bool gap = false;

	slug_fold(&f, s, len);
	buf_mem(to, "", 0);
	for (size_t i = 0; i < f.len; i++) {
		if (!alnum(f.s[i])) {
			gap = true;
			continue;
		}
		if (to->len == start && f.s[i] <= '9')
			put(to, 'n'); /* a name begins with a letter */
		if (gap && to->len > start)
			put(to, '_');
		gap = false;
		put(to, f.s[i]);
	}
	buf_free(&f);
}

uint64_t
slug_hash(uint64_t h, const char *s, size_t len)
{
	if (h == 0)
		h = UINT64_C(0xCBF29CE484222325);
	for (size_t i = 0; i < len; i++) {
		h ^= (unsigned char)s[i];
		h *= UINT64_C(0x100000001B3);
	}
	return h;
}

/* ---- how far one is from another ---- */

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
near_distance(const char *a, const char *b)
{
	size_t n = strlen(b);
	size_t *row = mem_new(n + 1, sizeof(*row));
	size_t res;

	for (size_t k = 0; k <= n; k++)
		row[k] = k;
	for (size_t i = 0; a[i] != '\0'; i++) {
		size_t diagonal = row[0]++;

		for (size_t k = 1; k <= n; k++) {
			size_t change = diagonal + (a[i] != b[k - 1]);

			diagonal = row[k];
			row[k] = least(change, least(row[k], row[k - 1]) + 1);
		}
	}
	res = row[n];
	free(row);
	return res;
}

bool
near_within(const char *a, const char *b, size_t far)
{
	while (*a == *b && *a != '\0') {
		a++;
		b++;
	}
	if (*a == *b)
		return true;
	if (far == 0)
		return false;
	return (*a != '\0' && *b != '\0' &&
		   near_within(a + 1, b + 1, far - 1)) ||
	    (*a != '\0' && near_within(a + 1, b, far - 1)) ||
	    (*b != '\0' && near_within(a, b + 1, far - 1));
}
