#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/boot.h"
#include "lib/stat/interval.h"
#include "reinert.h"
#include "stat_agree.h"

static const double level = 0.95;

/* Figures of several runs against the classes that we have. */
struct runs {
	const struct reinert *r;
	uint32_t n;    /* of them */
	double *value; /* by measure (the Rand index, then the Jaccard index of
			  each class), then by run */
};

/* How the units meet: classes that we have by those of the run, those without
 * a class last. */
struct meeting {
	struct stat_agree t;
	uint32_t n;   /* our classes */
	uint32_t n_b; /* those of the run */
};

static void
meeting_open(struct meeting *m, uint32_t n, uint32_t n_b)
{
	*m = (struct meeting){.n = n, .n_b = n_b};
	m->t.n_row = (size_t)n + 1;
	m->t.n_col = (size_t)n_b + 1;
	m->t.n = mem_new(m->t.n_row * m->t.n_col, sizeof(*m->t.n));
}

static void
meet(struct meeting *m, uint32_t a, uint32_t b)
{
	size_t i = a > 0 ? a - 1 : m->n;
	size_t j = b > 0 ? b - 1 : m->n_b;

	m->t.n[i * m->t.n_col + j]++;
}

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
	free(m->t.n);
}

static void
runs_open(struct runs *x, const struct reinert *r, uint32_t n)
{
	*x = (struct runs){.r = r, .n = n};
	x->value = mem_new(((size_t)r->classes.n + 1) * n, sizeof(*x->value));
}

/* ---- resampled segments ---- */

/* Classifies the segments drawn (times[] > 0), by the same forms, each once:
 * copies of a segment would be a class of their own.  of[segment] becomes its
 * class; returns how many there are. */
static uint32_t
classify(const struct reinert *r, const uint32_t *times, uint32_t *of)
{
	struct reinert_rule rule = r->o->rule;
	struct reinert_classes c;
	struct reinert_part p;
	uint32_t *row = mem_new(r->table.n_row, sizeof(*row));
	uint32_t *speech;
	uint32_t n = 0;

	for (uint32_t i = 0; i < r->table.n_row; i++)
		if (times[i] > 0)
			row[n++] = i;
	rule.min = r->classes.min * n / r->table.n_row;
	rule.min = rule.min > 0 ? rule.min : 1;
	reinert_part_open(&p, &r->table, row, n, NULL, 1);
	speech = mem_new(p.t.n_row, sizeof(*speech));
	for (uint32_t i = 0; i < p.t.n_row; i++)
		speech[i] = r->seg.speech[p.row[i]];
	reinert_classes_open(&c, &p.t, speech, &rule);
	memset(of, 0, r->table.n_row * sizeof(*of));
	for (uint32_t i = 0; i < p.t.n_row; i++)
		of[p.row[i]] = c.of[i];
	n = c.n;
	reinert_classes_free(&c);
	reinert_part_free(&p);
	free(speech);
	free(row);
	return n;
}

static void
bootstrap(struct runs *x)
{
	static const char name[] = "segments";
	const struct reinert *r = x->r;
	uint32_t n = r->table.n_row;
	uint32_t *of = mem_new(n, sizeof(*of));
	struct boot b;

	boot_open(&b, n, r->o->seed, name, sizeof(name) - 1);
	for (uint32_t run = 0; run < x->n; run++) {
		struct meeting m;

		boot_draw(&b);
		meeting_open(&m, r->classes.n, classify(r, b.times, of));
		for (uint32_t i = 0; i < n; i++)
			if (b.times[i] > 0)
				meet(&m, r->classes.of[i], of[i]);
		keep(x, run, &m);
	}
	boot_close(&b);
	free(of);
}

/* ---- segments of another size ---- */

/* By token the class of its segment. */
static uint32_t *
class_of_tokens(const struct reinert_text *t, const struct reinert_segments *s,
    const struct reinert_classes *c)
{
	uint32_t *of = mem_new(t->n_token, sizeof(*of));

	for (size_t i = 0; i < s->n; i++)
		for (size_t k = s->s[i].from; k < s->s[i].to; k++)
			of[k] = c->of[i];
	return of;
}

static void
resize(struct runs *x, size_t size)
{
	const struct reinert *r = x->r;
	struct reinert_segments seg;
	struct sparse table;
	struct reinert_classes c;
	struct meeting m;
	uint32_t *form;
	uint32_t *a;
	uint32_t *b;

	reinert_text_cut(&r->text, &seg, size);
	reinert_text_table(&r->text, &seg, &r->o->active, &table, &form);
	reinert_classes_open(&c, &table, seg.speech, &r->o->rule);
	a = class_of_tokens(&r->text, &r->seg, &r->classes);
	b = class_of_tokens(&r->text, &seg, &c);
	meeting_open(&m, r->classes.n, c.n);
	for (size_t i = 0; i < r->text.n_token; i++)
		meet(&m, a[i], b[i]);
	keep(x, 0, &m);
	free(a);
	free(b);
	free(form);
	reinert_classes_free(&c);
	sparse_free(&table);
	reinert_segments_free(&seg);
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
put_size(const struct reinert *r, struct out *o, size_t size)
{
	struct buf check = {0};
	struct runs x;
	char digits[24];
	size_t k = sizeof(digits);
	size_t n = size;

	digits[--k] = '\0';
	do
		digits[--k] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	buf_str(&check, "size ");
	buf_str(&check, digits + k);
	runs_open(&x, r, 1);
	resize(&x, size);
	put_runs(&x, o, check.s);
	buf_free(&check);
}

void
reinert_put_stability(const struct reinert *r, struct out *o)
{
	struct runs x;

	out_str(o, "check\tmeasure\tclass\tsize\truns\tmean\tlow\thigh\n");
	if (r->o->reps > 0 && r->table.n_row > 0) {
		runs_open(&x, r, r->o->reps);
		bootstrap(&x);
		put_runs(&x, o, "bootstrap");
	}
	put_size(r, o, r->o->size * 3 / 4);
	put_size(r, o, r->o->size * 5 / 4);
}
