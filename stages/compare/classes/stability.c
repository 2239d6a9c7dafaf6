#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "crew.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/boot.h"
#include "lib/stat/interval.h"
#include "meeting.h"
#include "reinert.h"
#include "stat_agree.h"

enum {
	MANY = 10000,    /* segments: few of them change sides by so little */
	ENOUGH = 200000, /* drawn */
};

/* Residual of an axis of a run over many segments, of its eigenvalue. */
static const double in_runs = 1e-6;
static const double level = 0.95;

/* Figures of several runs against the classes that we have. */
struct runs {
	const struct reinert *r;
	uint32_t n;    /* of them */
	double *value; /* by measure (the Rand index, then the Jaccard index of
			  each class), then by run */
};

/* Over the units that have a class here; to have none in the run is a class
 * more. */
static double
rand_index(const struct meeting *m)
{
	struct stat_agree t = {m->n, m->t.n_col, m->t.n};

	return stat_agree_rand(&t);
}

static void
keep(struct runs *x, uint32_t run, struct meeting *m)
{
	x->value[run] = rand_index(m);
	for (uint32_t i = 0; i < m->n; i++)
		x->value[(size_t)(i + 1) * x->n + run] =
		    stat_agree_jaccard(&m->t, i, m->n_b);
	meeting_free(m);
}

static void
runs_open(struct runs *x, const struct reinert *r, uint32_t n)
{
	*x = (struct runs){.r = r, .n = n};
	x->value = mem_new(((size_t)r->classes.n + 1) * n, sizeof(*x->value));
}

/* ---- resampled segments ---- */

/* A run of the bootstrap, or another size of the segments. */
struct task {
	struct runs *x;
	size_t size; /* 0: resampled */
	uint32_t run;
	struct reinert_sample s;
};

static void
meet_sample(const struct task *t, const uint32_t *of, uint32_t n)
{
	const struct reinert *r = t->x->r;
	struct meeting m;

	meeting_open(&m, r->classes.n, n);
	for (uint32_t i = 0; i < t->s.n; i++) {
		uint32_t segment = t->s.row[i];

		meet(&m, r->classes.of[segment], of[segment], 1);
	}
	keep(t->x, t->run, &m);
}

/* The segments drawn that have a form, as a table; where each is to segment[].
 */
static void
take_drawn(const struct task *t, struct sparse *drawn, uint32_t *segment)
{
	const struct sparse *all = &t->x->r->table;
	uint32_t *row = NULL;
	size_t cap = 0;

	sparse_begin(drawn, all->n_col);
	for (uint32_t i = 0; i < t->s.n; i++) {
		uint32_t k = t->s.row[i];
		size_t n = all->at[k + 1] - all->at[k];

		if (n == 0)
			continue;
		row = mem_grow(row, &cap, n, sizeof(*row));
		memcpy(row, all->col + all->at[k], n * sizeof(*row));
		segment[drawn->n_row] = k;
		sparse_ones(drawn, row, n);
	}
	free(row);
}

/* Segments joined to units are a table of their own in each run. */
static void
classify_units(const struct task *t, struct reinert_bench *w)
{
	const struct reinert *r = t->x->r;
	struct reinert_rule rule = r->o->rule;
	struct reinert_classes c;
	struct sparse drawn;
	uint32_t *of = mem_new(r->table.n_row, sizeof(*of));
	uint32_t *speech = mem_new(t->s.n, sizeof(*speech));
	uint32_t *segment = mem_new(t->s.n, sizeof(*segment));

	rule.min = t->s.min;
	take_drawn(t, &drawn, segment);
	for (uint32_t i = 0; i < drawn.n_row; i++)
		speech[i] = r->seg.speech[segment[i]];
	reinert_classes_open(&c, &drawn, speech, &rule, w);
	for (uint32_t i = 0; i < drawn.n_row; i++)
		of[segment[i]] = c.of[i];
	meet_sample(t, of, c.n);
	reinert_classes_free(&c);
	sparse_free(&drawn);
	free(segment);
	free(speech);
	free(of);
}

/* Classifies the segments drawn by the same forms, each once: copies of a
 * segment would be a class of their own. */
static void
resample(const struct task *t, struct reinert_bench *w)
{
	const struct reinert *r = t->x->r;
	struct reinert_classes c;

	if (r->o->rule.unit[0] > 0) {
		classify_units(t, w);
		return;
	}
	reinert_classes_sample(&c, &r->classes, &t->s, &r->o->rule, w);
	meet_sample(t, c.of, c.n);
	reinert_classes_free(&c);
}

/* As many as there are, or as are enough. */
static void
draw_segments(struct boot *b)
{
	uint32_t n = b->n < ENOUGH ? b->n : ENOUGH;

	memset(b->times, 0, b->n * sizeof(*b->times));
	for (uint32_t i = 0; i < n; i++)
		b->times[stat_rng_in(&b->rng, b->rest)]++;
}

static void
draw(struct task *t, struct boot *b)
{
	const struct reinert *r = t->x->r;
	struct reinert_sample *s = &t->s;

	s->row = mem_new(b->n, sizeof(*s->row));
	draw_segments(b);
	for (uint32_t i = 0; i < b->n; i++)
		if (b->times[i] > 0)
			s->row[s->n++] = i;
	s->min = b->n > 0 ? r->classes.min * s->n / b->n : 0;
	if (s->min == 0)
		s->min = 1;
}

/* ---- segments of another size ---- */

static void
resize(struct runs *x, size_t size, struct reinert_bench *w)
{
	const struct reinert *r = x->r;
	struct reinert_segments seg;
	struct sparse table;
	struct reinert_classes c;
	struct meeting m;
	uint32_t *form;
	struct cut_text a = {&r->seg, &r->classes, 0};
	struct cut_text b = {&seg, &c, 0};

	reinert_text_cut(&r->text, &seg, size);
	reinert_text_table(&r->text, &seg, &r->o->active, &table, &form);
	reinert_classes_open(&c, &table, seg.speech, &r->o->rule, w);
	meeting_open(&m, r->classes.n, c.n);
	meet_tokens(&m, &r->text, &a, &b);
	keep(x, 0, &m);
	free(form);
	reinert_classes_free(&c);
	sparse_free(&table);
	reinert_segments_free(&seg);
}

/* ---- all of them, in threads ---- */

enum {
	SIZES = 2
};

struct checks {
	const struct reinert *r;
	struct runs size[SIZES];
	size_t sizes[SIZES];
	uint32_t n_size; /* under way or done */
	struct runs boot;
	uint32_t n_boot; /* likewise, runs */
	struct boot b;
	struct reinert_bench *bench; /* by thread */
};

/* The draws are those of one stream of random numbers, in the order of the
 * runs, whoever works on them. */
static void *
next_task(void *arg)
{
	struct checks *c = arg;
	struct task *t;

	if (c->n_size == SIZES && c->n_boot == c->boot.n)
		return NULL;
	t = mem_new(1, sizeof(*t));
	if (c->n_size < SIZES) {
		t->x = &c->size[c->n_size];
		t->size = c->sizes[c->n_size++];
		return t;
	}
	t->x = &c->boot;
	t->run = c->n_boot++;
	draw(t, &c->b);
	return t;
}

static void
work(void *arg, void *task, unsigned who)
{
	struct checks *c = arg;
	struct task *t = task;
	struct reinert_bench *w = &c->bench[who];

	w->axis.within = REINERT_WITHIN;
	if (t->size > 0) {
		resize(t->x, t->size, w);
	} else {
		if (c->r->table.n_row > MANY)
			w->axis.within = in_runs;
		resample(t, w);
	}
	free(t->s.row);
	free(t);
}

static void
tell(uint32_t n)
{
	if (n > MANY)
		note("runs of the bootstrap: axes within %g of their "
		     "eigenvalue, for segments are more than %d",
		    in_runs, MANY);
	if (n > ENOUGH)
		note("runs of the bootstrap: %d segments are drawn of %" PRIu32,
		    ENOUGH, n);
}

static void
check(struct checks *c)
{
	static const char name[] = "segments";
	const struct crew crew = {next_task, work, c};
	const struct reinert *r = c->r;
	uint32_t reps = r->table.n_row > 0 ? r->o->reps : 0;

	for (int i = 0; i < SIZES; i++)
		runs_open(&c->size[i], r, 1);
	c->sizes[0] = r->o->size * 3 / 4;
	c->sizes[1] = r->o->size * 5 / 4;
	runs_open(&c->boot, r, reps);
	if (reps > 0)
		boot_open(
		    &c->b, r->table.n_row, r->o->seed, name, sizeof(name) - 1);
	c->bench = mem_new(r->o->threads, sizeof(*c->bench));
	if (reps > 0)
		tell(r->table.n_row);
	crew_run(&crew, r->o->threads);
	for (unsigned i = 0; i < r->o->threads; i++)
		reinert_bench_free(&c->bench[i]);
	free(c->bench);
	if (reps > 0)
		boot_close(&c->b);
}

/* ---- the table ---- */

/* Runs in which the measure is not defined are left out. */
static void
put_measure(
    const struct runs *x, struct out *o, const char *check, uint32_t class)
{
	const double none = (double)NAN;
	struct stat_interval in = {none, none};
	double *v = mem_new(x->n, sizeof(*v));
	double sum = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i < x->n; i++) {
		double y = x->value[(size_t) class * x->n + i];

		if (isnan(y))
			continue;
		v[n++] = y;
		sum += y;
	}
	if (n > 1)
		in = stat_interval_percentile(v, n, level);
	out_fmt(o, "%s\t", check);
	if (class > 0)
		out_fmt(o, "jaccard\t%" PRIu32 "\t%" PRIu32, class,
		    x->r->classes.size[class]);
	else
		out_fmt(o, "rand\tall\t%" PRIu32, x->r->forms.n);
	out_fmt(o, "\t%" PRIu32 "\t", n);
	out_real(o, n > 0 ? sum / n : none);
	out_tab_real(o, in.low);
	out_tab_real(o, in.high);
	out_ch(o, '\n');
	free(v);
}

static void
put_runs(struct runs *x, struct out *o, const char *check)
{
	for (uint32_t k = 0; k <= x->r->classes.n; k++)
		put_measure(x, o, check, k);
	free(x->value);
}

static void
put_size(struct runs *x, struct out *o, size_t size)
{
	struct buf check = {0};

	buf_str(&check, "size ");
	buf_u64(&check, size);
	put_runs(x, o, check.s);
	buf_free(&check);
}

void
reinert_put_stability(const struct reinert *r, struct out *o)
{
	struct checks c = {.r = r};

	out_str(o, "check\tmeasure\tclass\tsize\truns\tmean\tlow\thigh\n");
	check(&c);
	if (c.boot.n > 0)
		put_runs(&c.boot, o, "bootstrap");
	else
		free(c.boot.value);
	for (int i = 0; i < SIZES; i++)
		put_size(&c.size[i], o, c.sizes[i]);
}
