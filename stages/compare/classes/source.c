#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "runs.h"

void
runs_keep(struct meeting *m, double *value, size_t stride)
{
	const struct stat_agree t = {m->n, m->t.n_col, m->t.n};

	/* over the units that have a class here; to have none in the run is a
	 * class more */
	value[0] = stat_agree_rand(&t);
	for (uint32_t i = 0; i < m->n; i++)
		value[(i + 1) * stride] = stat_agree_jaccard(&m->t, i, m->n_b);
	meeting_free(m);
}

/* The rows that a run has classified; place: what they are in c, NULL if that
 * is the same. */
struct placed {
	const uint32_t *row;
	uint32_t n;
	bool anew;
};

static void
meet_choices(const struct source *s, struct classes *c, const struct placed *p,
    uint32_t run)
{
	struct choices *x = s->x;

	for (uint32_t k = 0; k < x->n; k++) {
		struct choice *y = &x->c[k];
		struct meeting m;

		classes_name(c, y->wanted);
		meeting_open(&m, y->n, c->n);
		for (uint32_t i = 0; i < p->n; i++)
			meet(&m, y->of[p->row[i]],
			    c->of[p->anew ? i : p->row[i]], 1);
		runs_keep(&m, y->value + run, x->n_run);
	}
}

/* The rows drawn that have a form, as a table; where each is to row[].  */
static void
take_drawn(const struct source *s, const struct sample *drawn,
    struct sparse *to, uint32_t *row)
{
	uint32_t *col = NULL;
	size_t cap = 0;

	sparse_begin(to, s->table->n_col);
	for (uint32_t i = 0; i < drawn->n; i++) {
		size_t from = s->table->at[drawn->row[i]];
		size_t n = s->table->at[drawn->row[i] + 1] - from;

		if (n == 0)
			continue;
		col = mem_grow(col, &cap, n, sizeof(*col));
		memcpy(col, s->table->col + from, n * sizeof(*col));
		row[to->n_row] = drawn->row[i];
		sparse_ones(to, col, n);
	}
	free(col);
}

/* Segments joined to units are a table of their own in each run. */
static void
run_units(const struct source *s, const struct sample *drawn, uint32_t run,
    struct bench *w)
{
	struct rule rule = *s->rule;
	struct classes c;
	struct sparse t;
	uint32_t *speech = mem_new(drawn->n, sizeof(*speech));
	uint32_t *row = mem_new(drawn->n, sizeof(*row));
	struct placed p = {row, 0, true};

	rule.min = drawn->min;
	take_drawn(s, drawn, &t, row);
	p.n = t.n_row;
	for (uint32_t i = 0; i < t.n_row; i++)
		speech[i] = s->speech[row[i]];
	classes_open(&c, &t, speech, &rule, w);
	meet_choices(s, &c, &p, run);
	classes_free(&c);
	sparse_free(&t);
	free(row);
	free(speech);
}

/* By the same forms, each row once: copies of a segment would be a class of
 * their own. */
void
source_run(const struct source *s, const struct sample *drawn, uint32_t run,
    struct bench *w)
{
	const struct placed p = {drawn->row, drawn->n, false};
	struct classes c;

	if (s->rule->unit[0] > 0) {
		run_units(s, drawn, run, w);
		return;
	}
	classes_sample(&c, s->c, drawn, s->rule, w);
	meet_choices(s, &c, &p, run);
	classes_free(&c);
}

void
source_draw(const struct source *s, const uint32_t *times, const uint32_t *unit,
    struct sample *drawn)
{
	uint32_t n = s->table->n_row;

	*drawn = (struct sample){.row = mem_new(n, sizeof(uint32_t))};
	for (uint32_t i = 0; i < n; i++)
		if (times[unit != NULL ? unit[i] : i] > 0)
			drawn->row[drawn->n++] = i;
	drawn->min = n > 0 ? s->c->min * drawn->n / n : 0;
	if (drawn->min == 0)
		drawn->min = 1;
}
