#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "crew.h"
#include "lib/base/mem.h"
#include "lib/stat/interval.h"
#include "meeting.h"
#include "reinert.h"
#include "runs.h"

enum {
	SIZES = 2
};

static const double level = 0.95;

/* ---- segments of another size ---- */

struct checks {
	const struct reinert *r;
	size_t about[SIZES]; /* tokens */
	double *value[SIZES];
	uint32_t n;          /* under way or done */
	struct bench *bench; /* by thread */
};

struct task {
	size_t about;
	double *value;
};

static void
resize(const struct reinert *r, const struct task *t, struct bench *w)
{
	struct size size = r->o->size;
	struct segments seg;
	struct sparse table;
	struct classes c;
	struct meeting m;
	uint32_t *form;
	struct cut_text a = {&r->seg, &r->classes, 0};
	struct cut_text b = {&seg, &c, 0};

	size.about = t->about;
	text_cut(&r->text, &seg, &size);
	text_table(&r->text, &seg, &r->o->active, &table, &form);
	classes_open(&c, &table, seg.speech, &r->o->rule, w);
	classes_name(&c, r->wanted);
	meeting_open(&m, r->classes.n, c.n);
	meet_tokens(&m, &r->text, &a, &b);
	runs_keep(&m, t->value, 1);
	free(form);
	classes_free(&c);
	sparse_free(&table);
	segments_free(&seg);
}

static void *
next_task(void *arg)
{
	struct checks *c = arg;
	struct task *t;

	if (c->n == SIZES)
		return NULL;
	t = mem_new(1, sizeof(*t));
	*t = (struct task){c->about[c->n], c->value[c->n]};
	c->n++;
	return t;
}

static void
work(void *arg, void *task, unsigned who)
{
	struct checks *c = arg;
	struct bench *w = &c->bench[who];

	w->axis.within = WITHIN;
	resize(c->r, task, w);
	free(task);
}

static void
check(struct checks *c)
{
	const struct crew crew = {next_task, work, c};
	const struct reinert *r = c->r;

	c->about[0] = r->o->size.about * 3 / 4;
	c->about[1] = r->o->size.about * 5 / 4;
	for (int i = 0; i < SIZES; i++)
		c->value[i] =
		    mem_new((size_t)r->classes.n + 1, sizeof(*c->value[i]));
	c->bench = mem_new(r->o->threads, sizeof(*c->bench));
	crew_run(&crew, r->o->threads);
	for (unsigned i = 0; i < r->o->threads; i++)
		bench_free(&c->bench[i]);
	free(c->bench);
}

/* ---- the table ---- */

/* Of a measure: the Rand index, or that of a class. */
struct row {
	const struct reinert *r;
	const double *value;
	uint32_t n; /* runs */
	uint32_t class;
};

/* Runs in which the measure is not defined are left out. */
static void
put_row(struct out *o, const struct row *x)
{
	const double none = (double)NAN;
	struct stat_interval in = {none, none};
	double *v = mem_new(x->n, sizeof(*v));
	double sum = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i < x->n; i++) {
		if (isnan(x->value[i]))
			continue;
		v[n++] = x->value[i];
		sum += x->value[i];
	}
	if (n > 1)
		in = stat_interval_percentile(v, n, level);
	if (x->class > 0)
		out_fmt(o, "jaccard\t%" PRIu32 "\t%" PRIu32, x->class,
		    x->r->classes.size[x->class]);
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
put_check(const struct reinert *r, struct out *o, const char *name,
    const double *value, uint32_t n)
{
	for (uint32_t k = 0; k <= r->classes.n; k++) {
		const struct row x = {r, value + (size_t)k * n, n, k};

		out_fmt(o, "%s\t", name);
		put_row(o, &x);
	}
}

void
put_stability(const struct reinert *r, struct out *o)
{
	const struct choices *x = &r->choices;
	struct checks c = {.r = r};

	out_str(o, "check\tmeasure\tclass\tsize\truns\tmean\tlow\thigh\n");
	if (r->classes.n == 0)
		return;
	if (x->n_run > 0)
		put_check(r, o, "bootstrap", x->c[x->chosen].value, x->n_run);
	check(&c);
	for (int i = 0; i < SIZES; i++) {
		struct buf name = {0};

		buf_str(&name, "size ");
		buf_u64(&name, c.about[i]);
		put_check(r, o, name.s, c.value[i], 1);
		buf_free(&name);
		free(c.value[i]);
	}
}
