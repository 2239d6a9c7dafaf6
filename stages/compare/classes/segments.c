#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cut.h"
#include "lib/base/err.h"
#include "text.h"

/* The tokens of a speech that count for the size of segments. */
struct counted {
	unsigned *weight;
	size_t *end; /* behind the token, and what stays with it */
	size_t n;
	size_t cap;
	size_t cap_end;
};

static void
add_counted(struct counted *c, unsigned weight, size_t end)
{
	c->weight = mem_grow(c->weight, &c->cap, c->n + 1, sizeof(*c->weight));
	c->end = mem_grow(c->end, &c->cap_end, c->n + 1, sizeof(*c->end));
	c->weight[c->n] = weight;
	c->end[c->n++] = end;
}

static void
count_tokens(
    struct counted *c, const struct reinert_text *t, const struct speech *s)
{
	bool joined = false; /* all since the last one that counts is its */

	c->n = 0;
	for (size_t i = s->from; i < s->to; i++) {
		static const struct type gap = {
		    .term = NONE, .weight = 1, .counts = true};
		uint32_t id = t->token[i];
		const struct type *x = id != NONE ? &t->type[id] : &gap;

		if (x->counts) {
			add_counted(c, x->weight, i + 1);
			joined = true;
			continue;
		}
		joined = joined && x->closes;
		if (!joined)
			continue;
		c->end[c->n - 1] = i + 1;
		if (x->weight > c->weight[c->n - 1])
			c->weight[c->n - 1] = x->weight;
	}
}

/* The first token that says something; s->to if there is none. */
static size_t
first_word(const struct reinert_text *t, size_t from, size_t to)
{
	while (from < to &&
	    (t->token[from] == NONE || !t->type[t->token[from]].says))
		from++;
	return from;
}

static uint64_t
line_of(const struct reinert_text *t, size_t token)
{
	size_t low = 0;
	size_t high = t->n_paragraph;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (t->paragraph[mid].from <= token)
			low = mid + 1;
		else
			high = mid;
	}
	return low > 0 ? t->paragraph[low - 1].line : 0;
}

static void
add_segment(
    struct segments *s, const struct reinert_text *t, const struct segment *x)
{
	size_t first = first_word(t, x->from, x->to);

	if (first == x->to)
		return;
	if (s->n == NONE) {
		errno = EOVERFLOW;
		die_sys("segments");
	}
	s->s = mem_grow(s->s, &s->cap, s->n + 1, sizeof(*s->s));
	s->s[s->n] = *x;
	s->s[s->n].line = line_of(t, first);
	s->n_short += x->is_short;
	s->n++;
}

void
text_cut(
    const struct reinert_text *t, struct segments *s, const struct size *size)
{
	struct counted c = {0};
	uint32_t number = 0;

	*s = (struct segments){0};
	for (uint32_t k = 0; k < t->n_speech; k++) {
		const struct speech *x = &t->speech[k];
		size_t from = x->from;
		size_t done = 0;

		/* text outside of speeches has the id NA more than once */
		if (k == 0 ||
		    strcmp(text_name(t, k, 0), text_name(t, k - 1, 0)) != 0)
			number = 0;
		count_tokens(&c, t, x);
		while (done < c.n) {
			struct segment y = {
			    .speech = k, .number = number + 1, .from = from};
			size_t before = s->n;
			size_t n =
			    cut_next(c.weight + done, c.n - done, size->about);

			y.is_short = n < size->least;
			done += n;
			y.to = done < c.n ? c.end[done - 1] : x->to;
			add_segment(s, t, &y);
			number += s->n > before;
			from = y.to;
		}
	}
	free(c.weight);
	free(c.end);
	s->speech = mem_new(s->n, sizeof(*s->speech));
	for (size_t i = 0; i < s->n; i++)
		s->speech[i] = s->s[i].speech;
}

void
segments_free(struct segments *s)
{
	free(s->s);
	free(s->speech);
}

/* Behind the tokens that count: a short segment has none. */
static size_t
end_of(const struct segment *s)
{
	return s->is_short ? s->from : s->to;
}

/* What is counted: active forms, or the words that are not active. */
struct vocabulary {
	const struct reinert_text *t;
	bool others;
	uint32_t n;
	const uint32_t *order; /* by rank */
};

/* Of a token, which may be a gap; else NONE. */
static uint32_t
term_of(const struct vocabulary *v, uint32_t token)
{
	if (token == NONE)
		return NONE;
	return v->others ? v->t->type[token].other : v->t->type[token].term;
}

/* By term, in how many segments it is. */
static uint32_t *
count_segments(const struct vocabulary *v, const struct segments *s)
{
	uint32_t *n = mem_new(v->n, sizeof(*n));
	size_t *last = mem_new(v->n, sizeof(*last));

	for (size_t i = 0; i < s->n; i++)
		for (size_t k = s->s[i].from; k < end_of(&s->s[i]); k++) {
			uint32_t term = term_of(v, v->t->token[k]);

			if (term == NONE || last[term] == i + 1)
				continue;
			last[term] = i + 1;
			n[term]++;
		}
	free(last);
	return n;
}

static int
by_falling(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return (*x < *y) - (*x > *y);
}

/* The least number of segments of an active form. */
static uint32_t
least(const uint32_t *n, uint32_t n_term, uint32_t min, uint32_t most)
{
	uint32_t *v;
	uint32_t next;

	if (n_term <= most)
		return min;
	v = mem_new(n_term, sizeof(*v));
	memcpy(v, n, n_term * sizeof(*v));
	qsort(v, n_term, sizeof(*v), by_falling);
	next = v[most] + 1; /* so that no form as frequent as that one is in */
	free(v);
	return next > min ? next : min;
}

void
text_table(const struct reinert_text *t, const struct segments *s,
    const struct active *a, struct sparse *table, uint32_t **form)
{
	struct vocabulary v = {t, a->others,
	    a->others ? t->others.n : t->t.types.n,
	    a->others ? t->other_order : t->order};
	uint32_t *n = count_segments(&v, s);
	uint32_t min = least(n, v.n, a->min, a->most);
	uint32_t *column = mem_new(v.n, sizeof(*column));
	uint32_t *row = NULL;
	size_t cap = 0;
	uint32_t n_col = 0;

	*form = mem_new(v.n, sizeof(**form));
	for (uint32_t r = 0; r < v.n; r++) {
		uint32_t term = v.order[r];

		column[term] = NONE;
		if (n[term] < min)
			continue;
		(*form)[n_col] = term;
		column[term] = n_col++;
	}
	sparse_begin(table, n_col);
	for (size_t i = 0; i < s->n; i++) {
		size_t len = 0;

		for (size_t k = s->s[i].from; k < end_of(&s->s[i]); k++) {
			uint32_t term = term_of(&v, t->token[k]);

			if (term == NONE || column[term] == NONE)
				continue;
			row = mem_grow(row, &cap, len + 1, sizeof(*row));
			row[len++] = column[term];
		}
		sparse_ones(table, row, len);
	}
	free(n);
	free(column);
	free(row);
}
