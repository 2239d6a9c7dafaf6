#include "pool.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	FULL = 1 << 22 /* entries before runs become one for the first time */
};

struct pool_run {
	uint32_t part;
	size_t from;
	size_t len;
};

/* What was seen of a part: by type 0, 1 for once, 2 for more. */
struct seen {
	uint8_t *times;
	uint32_t *type; /* those that are not 0 */
	size_t n;
	struct pool_sum sum;
};

static struct seen
seen_new(const struct pool *p)
{
	struct seen s = {0};

	s.times = mem_new((size_t)p->end + 1, sizeof(*s.times));
	s.type = mem_new((size_t)p->end + 1, sizeof(*s.type));
	return s;
}

static void
seen_free(struct seen *s)
{
	free(s->times);
	free(s->type);
}

static void
seen_clear(struct seen *s)
{
	for (size_t i = 0; i < s->n; i++)
		s->times[s->type[i]] = 0;
	s->n = 0;
	s->sum = (struct pool_sum){0};
}

static void
see_run(struct seen *s, const uint32_t *entry, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t type = entry[i] >> 1;
		uint8_t old = s->times[type];
		uint8_t now = (entry[i] & 1) != 0 || old > 0 ? 2 : 1;

		if (old == 0)
			s->type[s->n++] = type;
		s->sum.types += old == 0;
		s->sum.hapax += now == 1;
		s->sum.hapax -= old == 1;
		s->times[type] = now;
	}
}

static int
by_part(const void *a, const void *b)
{
	const struct pool_run *x = a;
	const struct pool_run *y = b;

	if (x->part != y->part)
		return x->part < y->part ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

static void
sort_runs(struct pool *p)
{
	if (p->n_run > 0)
		qsort(p->run, p->n_run, sizeof(*p->run), by_part);
}

/* The runs of a part become one. */
static void
join_runs(struct pool *p)
{
	uint32_t *entry = mem_new(p->n, sizeof(*entry));
	struct seen s = seen_new(p);
	size_t n = 0;
	size_t n_run = 0;

	sort_runs(p);
	for (size_t i = 0, k; i < p->n_run; i = k) {
		uint32_t part = p->run[i].part;

		for (k = i; k < p->n_run && p->run[k].part == part; k++)
			see_run(&s, p->entry + p->run[k].from, p->run[k].len);
		p->run[n_run++] = (struct pool_run){part, n, s.n};
		for (size_t t = 0; t < s.n; t++)
			entry[n++] =
			    s.type[t] << 1 | (s.times[s.type[t]] > 1 ? 1 : 0);
		seen_clear(&s);
	}
	seen_free(&s);
	memcpy(p->entry, entry, n * sizeof(*entry));
	free(entry);
	p->n = n;
	p->n_run = n_run;
}

void
pool_add(struct pool *p, uint32_t part, const struct types *t)
{
	p->run = mem_grow(p->run, &p->cap_run, p->n_run + 1, sizeof(*p->run));
	p->run[p->n_run++] = (struct pool_run){part, p->n, t->n_seen};
	p->entry = mem_grow(
	    p->entry, &p->cap, p->n + t->n_seen + 1, sizeof(*p->entry));
	for (size_t i = 0; i < t->n_seen; i++) {
		uint32_t type = t->seen[i];

		p->entry[p->n++] = type << 1 | (t->n[type] > 1 ? 1 : 0);
		if (type >= p->end)
			p->end = type + 1;
	}
	if (p->full == 0)
		p->full = FULL;
	if (p->n < p->full)
		return;
	join_runs(p);
	p->full = p->n > FULL / 2 ? 2 * p->n : FULL;
}

void
pool_parts(struct pool *p, struct pool_sum *sum, uint32_t n)
{
	struct seen s = seen_new(p);

	sort_runs(p);
	for (size_t i = 0; i < p->n_run; i++) {
		const struct pool_run *r = &p->run[i];

		see_run(&s, p->entry + r->from, r->len);
		if (i + 1 < p->n_run && p->run[i + 1].part == r->part)
			continue;
		if (r->part < n)
			sum[r->part] = s.sum;
		seen_clear(&s);
	}
	seen_free(&s);
}

struct pool_sum
pool_all(const struct pool *p)
{
	struct seen s = seen_new(p);
	struct pool_sum sum;

	for (size_t i = 0; i < p->n_run; i++)
		see_run(&s, p->entry + p->run[i].from, p->run[i].len);
	sum = s.sum;
	seen_free(&s);
	return sum;
}

void
pool_free(struct pool *p)
{
	free(p->entry);
	free(p->run);
}
