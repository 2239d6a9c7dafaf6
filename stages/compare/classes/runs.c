#include "runs.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "crew.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/deal.h"

enum {
	ENOUGH = 200000, /* drawn */
	SPEECHES = 10,   /* at least, to draw them and not their segments */
};

struct all {
	struct source s;
	struct stat_draw b;   /* over speeches, or segments */
	const uint32_t *unit; /* by segment: its speech, or NULL */
	uint32_t n_drawn;     /* units of a run */
	uint32_t n;           /* runs under way or done */
	struct bench *bench;  /* by thread */
};

struct task {
	uint32_t run;
	struct sample drawn;
};

/* The draws are those of one stream of random numbers, in the order of the
 * runs, whoever works on them. */
static void *
next_task(void *arg)
{
	struct all *a = arg;
	struct task *t;

	if (a->n == a->s.x->n_run)
		return NULL;
	memset(a->b.times, 0, a->b.n * sizeof(*a->b.times));
	for (uint32_t i = 0; i < a->n_drawn; i++)
		a->b.times[stat_rng_in(&a->b.rng, &a->b.range)]++;
	t = mem_new(1, sizeof(*t));
	t->run = a->n++;
	source_draw(&a->s, a->b.times, a->unit, &t->drawn);
	return t;
}

static void
work(void *arg, void *task, unsigned who)
{
	struct all *a = arg;
	struct task *t = task;
	struct bench *w = &a->bench[who];

	w->axis.within = WITHIN_RUN;
	source_run(&a->s, &t->drawn, t->run, w);
	free(t->drawn.row);
	free(t);
}

static void
tell(uint32_t n)
{
	if (n > ENOUGH)
		note("runs of the bootstrap: about %d segments are drawn of "
		     "%" PRIu32,
		    ENOUGH, n);
}

void
runs_do(struct reinert *r)
{
	static const char of[] = "speeches";
	struct all a = {.s = {&r->o->rule, &r->table, r->seg.speech,
			    &r->classes, &r->choices}};
	const struct crew crew = {next_task, work, &a};
	uint32_t n_row = r->table.n_row;
	uint32_t n = n_row;

	if (r->text.n_speech >= SPEECHES) {
		a.unit = r->seg.speech;
		n = (uint32_t)r->text.n_speech;
	}
	a.n_drawn =
	    n_row <= ENOUGH ? n : (uint32_t)((uint64_t)n * ENOUGH / n_row);
	stat_draw_open(&a.b, n, r->o->seed, of, sizeof(of) - 1);
	a.bench = mem_new(r->o->threads, sizeof(*a.bench));
	tell(n_row);
	crew_run(&crew, r->o->threads);
	for (unsigned i = 0; i < r->o->threads; i++)
		bench_free(&a.bench[i]);
	free(a.bench);
	stat_draw_close(&a.b);
	choices_add_up(&r->choices);
}
