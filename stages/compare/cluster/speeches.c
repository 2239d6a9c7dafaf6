#include "speeches.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/lexical.h"
#include "compare/common/parts.h"
#include "compare/common/triangle.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/counts.h"
#include "lib/table/tsv.h"

enum {
	UNITS_LEAST = 3, /* of a part: with two there is one resample */
	SPEECHES = 2,    /* that a term is in, at least */
};

/* ---- distances ---- */

/* Sums of the units, each taken so often. */
static void
add_up(struct speeches *s, const uint32_t *times)
{
	const struct crossed *c = &s->c;

	memset(s->words, 0, s->n * sizeof(*s->words));
	memset(s->squares, 0, s->n * sizeof(*s->squares));
	memset(s->self, 0, s->n * sizeof(*s->self));
	for (uint32_t i = 0; i < c->n_unit; i++) {
		uint32_t a = s->part[i];
		double k = times[i];

		if (a == UINT32_MAX)
			continue;
		s->words[a] += k * c->words[i];
		s->squares[a] += k * k * c->words[i] * c->words[i];
		s->self[a] += k * k * c->self[i];
	}
}

static void
find_distances(struct speeches *s, const struct crossed_case *x, double *d)
{
	uint32_t n = s->n;
	double *m = x->m;

	add_up(s, x->times);
	for (uint32_t a = 0; a < n; a++) {
		double *self = &m[(size_t)a * n + a];

		*self = (*self - s->self[a]) /
		    (s->words[a] * s->words[a] - s->squares[a]);
	}
	for (uint32_t a = 0; a < n; a++)
		for (uint32_t b = a + 1; b < n; b++) {
			double both =
			    m[(size_t)a * n + b] / s->words[a] / s->words[b];
			double square = m[(size_t)a * n + a] +
			    m[(size_t)b * n + b] - 2 * both;

			d[triangle_at(n, a, b)] =
			    sqrt(fmax(square * s->total, 0));
		}
}

/* The units of each part drawn anew, two different ones at least. */
static void
draw(struct speeches *s, uint32_t *times)
{
	for (uint32_t a = 0; a < s->n; a++) {
		struct stat_draw *b = &s->boot[a];
		uint32_t n;

		do {
			stat_draw_next(b);
			n = 0;
			for (uint32_t i = 0; i < b->n; i++)
				n += b->times[i] > 0;
		} while (n < 2);
		for (uint32_t i = 0; i < b->n; i++)
			times[s->unit[a][i]] = b->times[i];
	}
}

void
speeches_draw(struct speeches *s, double *d, uint32_t n_draw)
{
	size_t n_pair = (size_t)s->n * (s->n - 1) / 2;
	struct crossed_case x[CROSSED_CASES] = {{0}};

	for (uint32_t i = 0; i < n_draw; i++) {
		uint32_t *times = s->times + (size_t)i * s->c.n_unit;

		draw(s, times);
		x[i] = (struct crossed_case){
		    s->part, times, s->m + (size_t)i * s->n * s->n};
	}
	crossed_fill(&s->c, x, n_draw);
	for (uint32_t i = 0; i < n_draw; i++)
		find_distances(s, &x[i], d + i * n_pair);
}

/* ---- the table ---- */

static void
name_part(struct distances *t, const struct parts *p, uint32_t i)
{
	size_t len;
	const char *name = counts_name(&p->names, i, &len);

	t->name[t->n] = mem_copy(name, len);
	(void)tsv_unescape(t->name[t->n], len);
	t->n++;
}

/* Numbers the parts that have enough units in the table. */
static void
choose_parts(struct speeches *s, struct distances *t, const struct lexical *l,
    const struct parts *p)
{
	uint32_t *n_unit = mem_new(p->names.n, sizeof(*n_unit));
	uint32_t *number = mem_new(p->names.n, sizeof(*number));
	uint32_t n_few = 0;

	for (uint32_t j = 0; j < l->t.n_col; j++)
		n_unit[p->of[l->part[j]]]++;
	t->name = mem_new(p->names.n, sizeof(*t->name));
	for (uint32_t i = 0; i < p->names.n; i++) {
		number[i] = UINT32_MAX;
		n_few += !p->aside[i] && n_unit[i] < UNITS_LEAST;
		if (p->aside[i] || n_unit[i] < UNITS_LEAST)
			continue;
		number[i] = t->n;
		name_part(t, p, i);
	}
	if (n_few > 0)
		note("parts left out, of fewer than %d speeches with terms: "
		     "%" PRIu32,
		    UNITS_LEAST, n_few);
	s->n = t->n;
	for (uint32_t j = 0; j < l->t.n_col; j++)
		s->part[j] = number[p->of[l->part[j]]];
	free(n_unit);
	free(number);
}

static void
open_draws(struct speeches *s, const struct distances *t, uint64_t seed)
{
	uint32_t *n = mem_new(s->n, sizeof(*n));

	s->unit = mem_new(s->n, sizeof(*s->unit));
	s->boot = mem_new(s->n, sizeof(*s->boot));
	for (uint32_t i = 0; i < s->c.n_unit; i++)
		if (s->part[i] != UINT32_MAX)
			n[s->part[i]]++;
	for (uint32_t a = 0; a < s->n; a++) {
		s->unit[a] = mem_new(n[a], sizeof(*s->unit[a]));
		stat_draw_open(
		    &s->boot[a], n[a], seed, t->name[a], strlen(t->name[a]));
		n[a] = 0;
	}
	for (uint32_t i = 0; i < s->c.n_unit; i++) {
		uint32_t a = s->part[i];

		if (a != UINT32_MAX)
			s->unit[a][n[a]++] = i;
	}
	free(n);
}

static void
open_table(struct speeches *s, struct distances *t, const struct counts *c,
    const struct speeches_rule *rule)
{
	const struct parts_rule of = {
	    rule->path, rule->by, rule->least, lexical_size(c, NULL)};
	struct lexical_rule which = {
	    .size = of.size, .min = rule->min, .parts = SPEECHES};
	struct parts p;
	struct lexical l;
	bool *aside = mem_new(c->parts.n, sizeof(*aside));
	bool *no_term = mem_new(c->terms.n, sizeof(*no_term));

	parts_open(&p, c, &of);
	parts_tell(&p, &of);
	for (uint32_t i = 0; i < c->parts.n; i++)
		aside[i] = p.aside[p.of[i]];
	which.aside_part = aside;
	which.aside_term = no_term;
	lexical_open(&l, c, &which);
	s->part = mem_new(l.t.n_col, sizeof(*s->part));
	s->times =
	    mem_new(CROSSED_CASES * (size_t)l.t.n_col, sizeof(*s->times));
	choose_parts(s, t, &l, &p);
	crossed_open(&s->c, &l.t, s->n);
	for (size_t k = 0; k < l.t.at[l.t.n_row]; k++)
		s->total += l.t.f[k];
	lexical_close(&l);
	parts_close(&p);
	free(aside);
	free(no_term);
}

void
speeches_open(struct speeches *s, struct distances *t,
    const struct speeches_rule *rule, char **files, int n)
{
	struct counts c;
	struct crossed_case x;
	size_t n_pair;

	*s = (struct speeches){0};
	*t = (struct distances){0};
	counts_read(&c, files, n);
	counts_need_part(&c);
	t->file = mem_string(rule->path);
	open_table(s, t, &c, rule);
	counts_free(&c);
	open_draws(s, t, rule->seed);
	n_pair = t->n > 0 ? (size_t)t->n * (t->n - 1) / 2 : 0;
	t->d = mem_new(n_pair, sizeof(*t->d));
	s->m = mem_new(CROSSED_CASES * (size_t)s->n * s->n, sizeof(*s->m));
	s->words = mem_new(s->n, sizeof(*s->words));
	s->squares = mem_new(s->n, sizeof(*s->squares));
	s->self = mem_new(s->n, sizeof(*s->self));
	for (size_t i = 0; i < CROSSED_CASES * (size_t)s->c.n_unit; i++)
		s->times[i] = 1;
	x = (struct crossed_case){s->part, s->times, s->m};
	crossed_fill(&s->c, &x, 1);
	find_distances(s, &x, t->d);
}

void
speeches_close(struct speeches *s)
{
	for (uint32_t a = 0; a < s->n; a++) {
		free(s->unit[a]);
		stat_draw_close(&s->boot[a]);
	}
	crossed_close(&s->c);
	free(s->part);
	free(s->times);
	free(s->unit);
	free(s->boot);
	free(s->m);
	free(s->words);
	free(s->squares);
	free(s->self);
}
