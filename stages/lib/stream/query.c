#include "query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/scan.h"
#include "lib/text/utf.h"
#include "vrt.h"

void
query_open(struct query *q, enum query_how how)
{
	*q = (struct query){.how = how};
	intern_open(&q->vals);
}

/* to: s with every from replaced. */
static void
replace(struct buf *to, const char *s, const char *from, const char *by)
{
	const char *at;

	while ((at = strstr(s, from)) != NULL) {
		buf_mem(to, s, (size_t)(at - s));
		buf_str(to, by);
		s = at + strlen(from);
	}
	buf_str(to, s);
}

/* Appends s, accents left out where they do not count. */
static void
fold(const struct query *q, struct buf *to, const char *s)
{
	if (q->bare)
		utf_bare(to, s, strlen(s));
	else
		buf_str(to, s);
}

/* The text of a token as an element is compared. */
static char *
glob_of(const struct query *q, const char *s, size_t len)
{
	struct buf a = {0};
	struct buf b = {0};
	struct buf c = {0};

	if (q->how == QUERY_FOLD)
		form_put(&a, s, len);
	else
		buf_mem(&a, s, len);
	replace(&b, a.s, "\xE2\x80\x99", "'");
	a.len = 0;
	fold(q, &a, b.s);
	replace(&c, a.s, QUERY_JOKER, "*");
	buf_free(&a);
	buf_free(&b);
	return c.s;
}

/* False if there are too many. */
static bool
add_text(struct query *q, const char *pattern)
{
	struct rules rules;
	struct scan sc;
	struct buf nfc = {0};
	struct buf text = {0};
	bool room;

	(void)utf_nfc(&nfc, pattern, strlen(pattern));
	replace(&text, nfc.s, "*", QUERY_JOKER);
	scan_slack(&text);
	rules_open(&rules, NULL);
	scan_open(&sc, &rules);
	scan_text(&sc, text.s, text.len);
	room = sc.n <= QUERY_ELEMENTS - q->n;
	for (size_t i = 0; i < sc.n && room; i++)
		q->glob[q->n++] =
		    glob_of(q, text.s + sc.tok[i].at, sc.tok[i].len);
	scan_free(&sc);
	rules_free(&rules);
	buf_free(&nfc);
	buf_free(&text);
	return room;
}

/* What is cut may be one token in the text: an expression that keep joined, a
 * word that is cut in another way behind its verb (-t-il).  False if there
 * are too many. */
static bool
add_joined(struct query *q, const char *pattern)
{
	struct buf nfc = {0};
	struct buf text = {0};

	if (q->n == QUERY_ELEMENTS)
		return false;
	(void)utf_nfc(&nfc, pattern, strlen(pattern));
	replace(&text, nfc.s, " ", "_");
	q->first |= UINT64_C(1) << q->n;
	q->last |= UINT64_C(1) << q->n;
	q->glob[q->n++] = glob_of(q, text.s, text.len);
	buf_free(&nfc);
	buf_free(&text);
	return true;
}

/* ere as a whole value; false with the reason in q->why if it is none. */
static bool
add_ere(struct query *q, const char *ere)
{
	struct buf b = {0};
	char why[PATTERN_WHY];
	struct pattern bare;
	bool good = pattern_try(&bare, ere, why); /* for the message */

	if (good)
		pattern_free(&bare);
	buf_str(&b, "^(");
	fold(q, &b, ere);
	buf_str(&b, ")$");
	good = good && pattern_try(&q->re[q->n], b.s, why);
	q->n += good;
	buf_free(&b);
	if (good)
		return true;
	buf_str(&q->why, "'");
	buf_str(&q->why, ere);
	buf_str(&q->why, "': ");
	buf_str(&q->why, why);
	return false;
}

/* False if there are too many, or one is none. */
static bool
add_eres(struct query *q, const char *pattern)
{
	const char *s = pattern + strspn(pattern, " ");
	bool good = true;

	while (*s != '\0' && good) {
		size_t len = strcspn(s, " ");
		char *ere = mem_copy(s, len);

		good = q->n < QUERY_ELEMENTS && add_ere(q, ere);
		free(ere);
		s += len + strspn(s + len, " ");
	}
	return good;
}

const char *
query_try(struct query *q, const char *pattern)
{
	size_t from = q->n;
	char most[16];
	bool ere = q->how == QUERY_ERE;
	bool good = ere ? add_eres(q, pattern) : add_text(q, pattern);
	size_t to = q->n;

	if (good && !ere && to > from + 1 && strchr(pattern, '*') == NULL)
		good = add_joined(q, pattern);
	if (!good && q->why.len == 0) {
		(void)snprintf(most, sizeof(most), "%d", QUERY_ELEMENTS);
		buf_str(&q->why, "more than ");
		buf_str(&q->why, most);
		buf_str(&q->why, " tokens in all");
	}
	if (good && q->n == from) {
		buf_str(&q->why, "'");
		buf_str(&q->why, pattern);
		buf_str(&q->why, "' holds no token");
	}
	if (q->why.len > 0)
		return q->why.s;
	q->first |= UINT64_C(1) << from;
	q->last |= UINT64_C(1) << (to - 1);
	return NULL;
}

void
query_add(struct query *q, int letter, const char *pattern)
{
	const char *why;

	if (utf8_check(pattern, strlen(pattern)) < strlen(pattern))
		die_usage("option -%c: not UTF-8", letter);
	why = query_try(q, pattern);
	if (why != NULL)
		die_usage("option -%c: %s", letter, why);
}

/* * in glob is any run of bytes. */
static bool
glob_match(const char *glob, const char *s)
{
	const char *star = NULL;
	const char *back = s;

	while (*s != '\0')
		if (*glob == '*') {
			star = ++glob;
			back = s;
		} else if (*glob == *s) {
			glob++;
			s++;
		} else if (star != NULL) {
			glob = star;
			s = ++back;
		} else
			return false;
	return glob[strspn(glob, "*")] == '\0';
}

uint64_t
query_judge(struct query *q, const char *raw, size_t len)
{
	struct buf s = {0};
	struct buf bare = {0};
	uint64_t bits = 0;

	q->plain.len = 0;
	buf_mem(&q->plain, "", 0);
	vrt_plain(&q->plain, raw, len);
	if (q->bare) {
		fold(q, &bare, q->plain.s);
		q->plain.len = 0;
		buf_str(&q->plain, bare.s);
		buf_free(&bare);
	}
	if (q->how == QUERY_ERE)
		buf_str(&s, q->plain.s);
	else
		replace(&s, q->plain.s, "\xE2\x80\x99", "'");
	for (size_t i = 0; i < q->n; i++)
		if (q->how == QUERY_ERE ? pattern_match(&q->re[i], s.s)
					: glob_match(q->glob[i], s.s))
			bits |= UINT64_C(1) << i;
	buf_free(&s);
	return bits;
}

uint64_t
query_bits(struct query *q, const char *raw, size_t len)
{
	uint32_t n = q->vals.n;
	uint32_t id = intern_add(&q->vals, raw, len);

	if (id == n) {
		q->bits =
		    mem_grow(q->bits, &q->cap, (size_t)n + 1, sizeof(*q->bits));
		q->bits[id] = query_judge(q, raw, len);
	}
	return q->bits[id];
}

size_t
query_span(const struct query *q, uint64_t *hits)
{
	uint64_t bit = *hits & (~*hits + 1);
	size_t n = 1;

	*hits &= ~bit;
	for (; (bit & q->first) == 0; bit >>= 1)
		n++;
	return n;
}

void
query_free(struct query *q)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->how == QUERY_ERE)
			pattern_free(&q->re[i]);
		else
			free(q->glob[i]);
	intern_free(&q->vals);
	free(q->bits);
	buf_free(&q->plain);
	buf_free(&q->why);
}
