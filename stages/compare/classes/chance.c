#include <math.h>
#include <stdlib.h>

#include "crew.h"
#include "lib/base/mem.h"
#include "lib/stat/deal.h"
#include "runs.h"

enum {
	TABLES = 20,    /* one in twenty-one by chance */
	RUNS = 5,       /* of each */
	SEGMENTS = 5000 /* at most: of more, chance makes no more */
};

struct all {
	const struct reinert *r;
	struct sparse some; /* segments, evenly taken */
	uint32_t *speech;   /* of each */
	struct stat_deal deal;
	double *stability[TABLES]; /* by number of classes */
	uint32_t n;                /* under way or done */
	struct bench *bench;
};

struct task {
	uint32_t number;
	struct sparse t;
};

/* Segments that have a form, of more than are needed evenly taken, less the
 * forms that are too rare in them. */
static void
take_some(struct all *a)
{
	const struct sparse *t = &a->r->table;
	uint32_t *row = mem_new(t->n_row, sizeof(*row));
	uint32_t *n = mem_new(t->n_col, sizeof(*n));
	uint32_t *col = mem_new(t->n_col, sizeof(*col));
	uint32_t n_row = 0;
	uint32_t most;

	for (uint32_t i = 0; i < t->n_row; i++)
		if (t->at[i + 1] > t->at[i])
			row[n_row++] = i;
	most = n_row < SEGMENTS ? n_row : SEGMENTS;
	for (uint32_t i = 0; i < most; i++) {
		row[i] = row[(uint64_t)i * n_row / most];
		for (size_t k = t->at[row[i]]; k < t->at[row[i] + 1]; k++)
			n[t->col[k]]++;
	}
	sparse_begin(&a->some, t->n_col);
	a->speech = mem_new(most, sizeof(*a->speech));
	for (uint32_t i = 0; i < most; i++) {
		size_t len = 0;

		a->speech[i] = a->r->seg.speech[row[i]];
		for (size_t k = t->at[row[i]]; k < t->at[row[i] + 1]; k++)
			if (n[t->col[k]] >= a->r->o->active.min)
				col[len++] = t->col[k];
		sparse_ones(&a->some, col, len);
	}
	free(row);
	free(n);
	free(col);
}

/* The same table but for what stands where: each row has as many places, each
 * form is dealt to as many; a row that gets one twice has it once. */
static void *
next_task(void *arg)
{
	struct all *a = arg;
	const struct sparse *t = &a->some;
	uint32_t *row;
	struct task *x;

	if (a->n == TABLES)
		return NULL;
	stat_deal_next(&a->deal);
	row = mem_new(t->n_col, sizeof(*row));
	x = mem_new(1, sizeof(*x));
	x->number = a->n++;
	sparse_begin(&x->t, t->n_col);
	for (uint32_t i = 0; i < t->n_row; i++) {
		size_t n = t->at[i + 1] - t->at[i];

		for (size_t k = 0; k < n; k++)
			row[k] = a->deal.part[t->at[i] + k];
		sparse_ones(&x->t, row, n);
	}
	free(row);
	return x;
}

static void
run(const struct all *a, const struct source *s, uint32_t number,
    struct bench *w)
{
	char name[] = {'d', 'e', 'a', 'l', 't', (char)('A' + number)};
	struct stat_draw b;

	stat_draw_open(&b, s->table->n_row, a->r->o->seed, name, sizeof(name));
	for (uint32_t k = 0; k < RUNS; k++) {
		struct sample drawn;

		stat_draw_next(&b);
		source_draw(s, b.times, NULL, &drawn);
		source_run(s, &drawn, k, w);
		free(drawn.row);
	}
	stat_draw_close(&b);
}

static void
work(void *arg, void *task, unsigned who)
{
	struct all *a = arg;
	struct task *t = task;
	struct bench *w = &a->bench[who];
	const struct rule *rule = &a->r->o->rule;
	double *to = a->stability[t->number];
	struct classes c;
	struct choices x;
	const struct source s = {rule, &t->t, a->speech, &c, &x};

	w->axis.within = WITHIN_RUN;
	classes_open(&c, &t->t, a->speech, rule, w);
	choices_open(&x, &c, rule->classes, RUNS);
	run(a, &s, t->number, w);
	choices_add_up(&x);
	for (uint32_t k = 0; k <= rule->classes; k++)
		to[k] = (double)NAN;
	for (uint32_t k = 0; k < x.n; k++)
		to[x.c[k].wanted] = x.c[k].stability;
	choices_free(&x);
	classes_free(&c);
	sparse_free(&t->t);
	free(t);
}

/* ---- what they say ---- */

/* The mean over the tables that have so many classes. */
static double
mean_of(const struct all *a, uint32_t classes)
{
	double sum = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i < TABLES; i++)
		if (!isnan(a->stability[i][classes])) {
			sum += a->stability[i][classes];
			n++;
		}
	return n > 0 ? sum / n : (double)NAN;
}

/* How far beyond the mean each table is at most, whatever the number of
 * classes (Westfall & Young 1993). */
static void
find_most(const struct all *a, double most[TABLES])
{
	for (uint32_t i = 0; i < TABLES; i++) {
		most[i] = 0;
		for (uint32_t k = 2; k <= a->r->o->rule.classes; k++) {
			struct choice x = {.stability = a->stability[i][k],
			    .by_chance = mean_of(a, k)};

			most[i] = fmax(most[i], choice_beyond(&x));
		}
	}
}

static void
compare(const struct all *a, struct choices *x)
{
	double most[TABLES];

	find_most(a, most);
	for (uint32_t k = 0; k < x->n; k++) {
		struct choice *y = &x->c[k];
		uint64_t reached = 0;

		y->by_chance = mean_of(a, y->wanted);
		if (isnan(choice_beyond(y)))
			continue;
		for (uint32_t i = 0; i < TABLES; i++)
			reached += most[i] >= choice_beyond(y);
		y->p = stat_deal_p(reached, TABLES);
	}
}

void
runs_by_chance(struct reinert *r)
{
	static const char name[] = "words";
	struct all a = {.r = r};
	const struct crew crew = {next_task, work, &a};

	take_some(&a);
	for (uint32_t i = 0; i < TABLES; i++)
		a.stability[i] = mem_new(
		    (size_t)r->o->rule.classes + 1, sizeof(*a.stability[i]));
	stat_deal_open(
	    &a.deal, a.some.col, NULL, (uint32_t)a.some.at[a.some.n_row]);
	stat_deal_seed(&a.deal, r->o->seed, name, sizeof(name) - 1);
	a.bench = mem_new(r->o->threads, sizeof(*a.bench));
	crew_run(&crew, r->o->threads);
	for (unsigned i = 0; i < r->o->threads; i++)
		bench_free(&a.bench[i]);
	free(a.bench);
	stat_deal_close(&a.deal);
	compare(&a, &r->choices);
	for (uint32_t i = 0; i < TABLES; i++)
		free(a.stability[i]);
	sparse_free(&a.some);
	free(a.speech);
}
