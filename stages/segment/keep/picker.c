#include "picker.h"

#include <stdlib.h>
#include <string.h>

void
picker_open(struct picker *p, bool fold)
{
	enum query_how how = fold ? QUERY_FOLD : QUERY_PLAIN;

	*p = (struct picker){0};
	query_open(&p->like, how);
	query_open(&p->unlike, how);
	p->like.tests = p->unlike.tests = true;
}

void
picker_add(struct picker *p, int letter, const char *pattern)
{
	struct query *q = letter == 'p' ? &p->like : &p->unlike;
	size_t n = q->n;

	query_add(q, letter, pattern);
	n = q->n - n;
	if (n > p->longest)
		p->longest = n;
}

void
picker_ready(struct picker *p, struct vrt *v, const char *column)
{
	query_columns(&p->like, v, column);
	query_columns(&p->unlike, v, column);
}

static struct picker_row *
row_at(const struct picker *p, size_t i)
{
	return &p->row[(p->from + i) % p->cap];
}

static void
make_room(struct picker *p)
{
	size_t cap = p->cap > 0 ? 2 * p->cap : (size_t)2 * QUERY_ELEMENTS;
	struct picker_row *row = mem_new(cap, sizeof(*row));

	for (size_t i = 0; i < p->cap; i++)
		row[i] = *row_at(p, i);
	free(p->row);
	p->row = row;
	p->cap = cap;
	p->from = 0;
}

/* The last tokens, as many as the longest place of spans has, are of it. */
static void
mark(struct picker *p, uint64_t spans, bool barred)
{
	for (size_t i = p->n; spans != 0; i--) {
		struct picker_row *r = row_at(p, i - 1);

		if (r->n == 0)
			continue;
		spans >>= 1;
		r->picked |= !barred;
		r->barred |= barred;
	}
}

void
picker_push(struct picker *p, const char *line, size_t len, const uint32_t *tab,
    size_t n)
{
	struct picker_row *r;

	if (p->n == p->cap)
		make_room(p);
	r = row_at(p, p->n++);
	r->line.len = 0;
	buf_mem(&r->line, line, len);
	r->picked = r->barred = false;
	r->n = n;
	if (tab == NULL)
		return;
	memcpy(r->tab, tab, sizeof(r->tab));
	p->n_token++;
	mark(p, query_places(&p->like, line, tab), false);
	mark(p, query_places(&p->unlike, line, tab), true);
}

const struct picker_row *
picker_take(struct picker *p, bool all)
{
	const struct picker_row *r;

	if (p->n == 0 || (!all && p->n_token < p->longest))
		return NULL;
	r = row_at(p, 0);
	p->n_token -= r->n > 0;
	p->from = (p->from + 1) % p->cap;
	p->n--;
	return r;
}

void
picker_free(struct picker *p)
{
	for (size_t i = 0; i < p->cap; i++)
		buf_free(&p->row[i].line);
	free(p->row);
	query_free(&p->like);
	query_free(&p->unlike);
}
