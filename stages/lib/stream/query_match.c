/* Columns, their values, and places; what options give (query.h). */
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/lang/fr/form.h"
#include "lib/text/utf.h"
#include "query.h"

/* ---- columns ---- */

static size_t
add_column(struct query *q, char *name)
{
	struct query_column *c;

	q->column = mem_grow(
	    q->column, &q->cap_column, q->n_column + 1, sizeof(*q->column));
	c = &q->column[q->n_column];
	*c = (struct query_column){.name = name};
	intern_open(&c->vals);
	return q->n_column++;
}

void
query_open(struct query *q, enum query_how how)
{
	*q = (struct query){.how = how};
	(void)add_column(q, NULL);
}

size_t
query_column(struct query *q, const char *name, size_t len)
{
	for (size_t i = 1; i < q->n_column; i++)
		if (strlen(q->column[i].name) == len &&
		    memcmp(q->column[i].name, name, len) == 0)
			return i;
	return add_column(q, mem_copy(name, len));
}

bool
query_only_tests(const struct query *q)
{
	uint64_t all =
	    q->n < QUERY_ELEMENTS ? (UINT64_C(1) << q->n) - 1 : UINT64_MAX;

	return q->any == all;
}

void
query_columns(struct query *q, struct vrt *v, const char *name)
{
	if (!query_only_tests(q))
		q->column[0].at = vrt_column(v, name);
	for (size_t i = 1; i < q->n_column; i++)
		q->column[i].at = vrt_column(v, q->column[i].name);
}

/* ---- values ---- */

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

/* A value as it is compared, in q->plain. */
static const char *
plain_of(struct query *q, const char *raw, size_t len)
{
	struct buf *p = &q->plain;
	struct buf b = {0};

	p->len = 0;
	buf_mem(p, "", 0);
	vrt_plain(p, raw, len);
	if (q->bare) {
		utf_bare(&b, p->s, p->len);
		p->len = 0;
		buf_str(p, b.len > 0 ? b.s : "");
	}
	if (q->how != QUERY_ERE) {
		b.len = 0;
		form_straight(&b, p->s, p->len);
		p->len = 0;
		buf_mem(p, b.s, b.len);
	}
	buf_free(&b);
	return p->s;
}

uint64_t
query_judge(struct query *q, const char *raw, size_t len)
{
	const char *s = plain_of(q, raw, len);
	uint64_t bits = q->any;

	for (size_t i = 0; i < q->n; i++)
		if ((q->any >> i & 1) == 0 &&
		    (q->how == QUERY_ERE ? pattern_match(&q->re[i], s)
					 : glob_match(q->glob[i], s)))
			bits |= UINT64_C(1) << i;
	return bits;
}

static bool
passes(const struct query_test *t, const char *s)
{
	bool like = t->n_glob == 0 && pattern_match(&t->re, s);

	for (size_t i = 0; i < t->n_glob && !like; i++)
		like = glob_match(t->glob[i], s);
	return like != t->unlike;
}

/* The elements that a value of column k does not keep from matching. */
static uint64_t
judge(struct query *q, size_t k, const char *raw, size_t len)
{
	const char *s;
	uint64_t bits = UINT64_MAX;

	if (k == 0)
		return query_judge(q, raw, len);
	s = plain_of(q, raw, len);
	for (size_t i = 0; i < q->n_test; i++)
		if (q->test[i].column == k && !passes(&q->test[i], s))
			bits &= ~q->test[i].bit;
	return bits;
}

static uint64_t
bits_of(struct query *q, size_t k, const char *raw, size_t len)
{
	struct query_column *c = &q->column[k];
	uint32_t n = c->vals.n;
	uint32_t id = intern_add(&c->vals, raw, len);

	if (id == n) {
		c->bits =
		    mem_grow(c->bits, &c->cap, (size_t)n + 1, sizeof(*c->bits));
		c->bits[id] = judge(q, k, raw, len);
	}
	return c->bits[id];
}

uint64_t
query_bits(struct query *q, const char *raw, size_t len)
{
	return bits_of(q, 0, raw, len);
}

/* ---- places ---- */

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

uint64_t
query_line(struct query *q, const char *line, const uint32_t *tab)
{
	uint64_t bits =
	    q->n < QUERY_ELEMENTS ? (UINT64_C(1) << q->n) - 1 : UINT64_MAX;

	for (size_t k = query_only_tests(q); k < q->n_column && bits != 0;
	     k++) {
		size_t at = q->column[k].at;
		size_t from = at == 0 ? 0 : tab[at - 1] + 1;

		bits &= bits_of(q, k, line + from, tab[at] - from);
	}
	return bits;
}

/* The pattern that the bit ends. */
static uint64_t
pattern_of(const struct query *q, uint64_t bit)
{
	uint64_t of = bit;

	for (; (bit & q->first) == 0; bit >>= 1)
		of |= bit >> 1;
	return of;
}

/* What may come next: also behind elements that are left out. */
static uint64_t
follow(const struct query *q, uint64_t next)
{
	uint64_t out = next & q->may;

	while (out != 0) {
		out <<= 1;
		next |= out;
		out &= q->may;
	}
	return next;
}

/* The places under way with one token more. */
static uint64_t
go_on(struct query *q, uint64_t bits)
{
	uint64_t spans = 0;
	size_t n = 0;

	q->n_token++;
	if ((q->first & bits) != 0)
		q->run[q->n_run++] = (struct query_run){.at = q->n_token};
	for (size_t i = 0; i < q->n_run; i++) {
		struct query_run r = q->run[i];
		uint64_t next =
		    r.at == q->n_token ? q->first : follow(q, r.state << 1);
		uint64_t ends;

		r.state = next & bits;
		ends = r.state & q->last;
		if (ends != 0)
			spans |= UINT64_C(1) << (q->n_token - r.at);
		for (; ends != 0; ends &= ends - 1)
			r.state &= ~pattern_of(q, ends & (~ends + 1));
		if (r.state != 0)
			q->run[n++] = r;
	}
	q->n_run = n;
	return spans;
}

uint64_t
query_places(struct query *q, const char *line, const uint32_t *tab)
{
	uint64_t bits = query_line(q, line, tab);
	uint64_t ends;
	uint64_t spans = 0;

	if (q->may != 0)
		return go_on(q, bits);
	ends = query_step(q, bits);
	while (ends != 0)
		spans |= UINT64_C(1) << (query_span(q, &ends) - 1);
	return spans;
}

void
query_free(struct query *q)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->how == QUERY_ERE && (q->any >> i & 1) == 0)
			pattern_free(&q->re[i]);
		else
			free(q->glob[i]);
	for (size_t i = 0; i < q->n_test; i++) {
		struct query_test *t = &q->test[i];

		if (t->n_glob == 0)
			pattern_free(&t->re);
		for (size_t k = 0; k < t->n_glob; k++)
			free(t->glob[k]);
		free(t->glob);
	}
	free(q->test);
	for (size_t k = 0; k < q->n_column; k++) {
		free(q->column[k].name);
		intern_free(&q->column[k].vals);
		free(q->column[k].bits);
	}
	free(q->column);
	buf_free(&q->plain);
	buf_free(&q->why);
}

/* ---- options ---- */

void
query_add(struct query *q, int letter, const char *pattern)
{
	const char *why;

	opt_utf8(letter, pattern);
	why = query_try(q, pattern);
	if (why != NULL)
		die_usage("option -%c: %s", letter, why);
}

/* Is a value in quotes, or behind == and no sign of equality itself? */
static bool
is_dressed(const char *s)
{
	size_t len = strcspn(s, QUERY_BLANKS "&|");

	return len > 1 &&
	    (*s == '"' || (*s == '\'' && s[len - 1] == '\'') ||
		(*s == '=' && strchr(QUERY_NAME "\"'", s[1]) != NULL));
}

bool
query_alien(const char *s)
{
	for (; *s != '\0'; s += strcspn(s, QUERY_BLANKS)) {
		bool open;
		size_t n;

		s += strspn(s, QUERY_BLANKS);
		open = *s == '[';
		s += open;
		n = strspn(s, QUERY_NAME);
		if (n == 0 && open && *s == ']' &&
		    strchr(QUERY_BLANKS, s[1]) != NULL) /* or the end */
			return true;
		if (n == 0)
			continue;
		s += n + (s[n] == '!');
		if ((*s == '~' && s[1] != '\0' && !open) ||
		    (*s == '=' && is_dressed(s + 1)))
			return true;
	}
	return false;
}

const char *
query_stray(const char *item)
{
	if (strcmp(item, "&") == 0 || strcmp(item, "|") == 0)
		return err_said("in a query & and | have no blanks around");
	if (strncmp(item, "[]", 2) == 0 && strchr("{*+?", item[2]) != NULL)
		return err_said("a gap is written as *{0,3} is");
	if (strchr(item, '=') == NULL)
		return NULL;
	for (const char *s = item; (s = strchr(s, '|')) != NULL;) {
		size_t n = strspn(++s, QUERY_NAME);

		if (n > 0 && (s[n] == '=' || strncmp(s + n, "!=", 2) == 0))
			return err_said("a | parts values of one column, as in "
					"pos=NOUN|VERB");
	}
	return NULL;
}
