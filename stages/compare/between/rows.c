#include "rows.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/apart.h"
#include "compare/common/ranked.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "stat_ratio.h"
#include "stat_spread.h"

/* What is tested, and what came of it. */
struct tests {
	struct apart_test *test;
	uint32_t n;
	double *p;
	double *ln_q;
};

void
between_put_header(const struct between *b)
{
	if (b->c->has_size)
		out_str(b->out, "n\t");
	out_str(b->out, b->r->header);
	if (b->rule->each)
		out_str(b->out,
		    "\tpart\tunits\tfreq\twords\trate\trest\tratio\tlow\thigh"
		    "\tp\tq\n");
	else
		out_str(b->out,
		    "\tfreq\twords\tparts\tunits\tspread\tlow\thigh\tp\tq\n");
}

/* ---- what is tested ---- */

/* Is it, and often enough? */
static bool
is_wanted(const struct between *b, uint32_t item)
{
	size_t len;
	const char *s = rollup_name(b->r, item, &len);

	if (!b->r->has[(size_t)b->size * b->r->n_item + item] ||
	    b->u.F[item] < (double)b->rule->min)
		return false;
	return !b->rule->top || memchr(s, '/', len) == NULL;
}

static void
add_test(struct tests *t, uint32_t item, uint32_t part)
{
	t->test[t->n++] = (struct apart_test){item, part};
}

/* Of two parts each differs from the other by the same: one test, two rows. */
static bool
is_mirrored(const struct between *b)
{
	return b->rule->each && b->u.n_there == 2;
}

static void
list_tests(const struct between *b, struct tests *t)
{
	size_t most = b->rule->each ? b->u.n_part : 1;

	t->test = mem_new(most * b->u.n_item, sizeof(*t->test));
	for (uint32_t i = 0; i < b->u.n_item; i++) {
		if (!is_wanted(b, i))
			continue;
		if (!b->rule->each)
			add_test(t, i, APART_ALL);
		for (uint32_t j = 0; b->rule->each && j < b->u.n_part; j++)
			if (b->u.size[j] > 0) {
				add_test(t, i, j);
				if (is_mirrored(b))
					break;
			}
	}
}

static void
run_tests(struct between *b, struct tests *t)
{
	struct chance_rule rule = b->rule->chance;
	struct chance c;

	rule.name = counts_name(&b->c->sizes, b->size, &rule.len);
	t->p = mem_new(t->n, sizeof(*t->p));
	t->ln_q = mem_new(t->n, sizeof(*t->ln_q));
	c = apart_run(&b->u, t->test, t->n, &rule, t->p);
	for (uint32_t i = 0; i < t->n; i++)
		t->ln_q[i] = log(t->p[i]);
	(void)stat_adjust_bh(t->ln_q, NULL, t->n);
	if (b->n_left > 0)
		counts_note_size(b->c, b->size,
		    "speeches without %s, left out: %" PRIu32, b->rule->by,
		    b->n_left);
	tests_put(&b->tests, b->size, b->u.n, &c);
	counts_note_size(b->c, b->size, "tests: %" PRIu64, c.family);
	if (c.family > 0)
		chance_note(&c, "deals of the parts");
}

/* ---- rows ---- */

static void
put_name(const struct between *b, uint32_t item)
{
	size_t len;
	const char *s;

	if (b->c->has_size) {
		s = counts_name(&b->c->sizes, b->size, &len);
		out_mem(b->out, s, len);
		out_ch(b->out, '\t');
	}
	s = rollup_name(b->r, item, &len);
	out_mem(b->out, s, len);
}

static void
put_p(const struct between *b, const struct tests *t, uint32_t k)
{
	out_tab_exp(b->out, log(t->p[k]));
	out_tab_exp(b->out, t->ln_q[k]);
	out_ch(b->out, '\n');
}

/* Words of all units, of those of one part. */
static double
words_of(const struct units *u, uint32_t part)
{
	double sum = 0;

	for (uint32_t i = 0; i < u->n; i++)
		if (part == APART_ALL || u->part[i] == part)
			sum += u->words[i];
	return sum;
}

/* Of an item: by unit, hits; by part, hits and what was to be expected. */
struct item {
	double *f;
	double *seen;
	double *expected;
	double *rate; /* by stratum */
};

static void
sum_item(const struct units *u, uint32_t item, struct item *x)
{
	memset(x->f, 0, u->n * sizeof(*x->f));
	memset(x->seen, 0, u->n_part * sizeof(*x->seen));
	memset(x->expected, 0, u->n_part * sizeof(*x->expected));
	memset(x->rate, 0, u->n_stratum * sizeof(*x->rate));
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		const struct units_hit *h = &u->hit[j];

		x->f[h->unit] = h->f;
		x->seen[u->part[h->unit]] += h->f;
		x->rate[u->stratum[h->unit]] +=
		    h->f / u->T[u->stratum[h->unit]];
	}
	for (uint32_t i = 0; i < u->n; i++)
		x->expected[u->part[i]] += x->rate[u->stratum[i]] * u->words[i];
}

/* Variance by mean of the units' counts within parts and strata: Pearson's chi2
 * by its degrees of freedom. */
static double
overdispersion(const struct units *u, const struct item *x, double df)
{
	double chi2 = 0;

	for (uint32_t i = 0; i < u->n; i++) {
		uint32_t j = u->part[i];
		double m = (x->seen[j] + 0.5) / x->expected[j] *
		    x->rate[u->stratum[i]] * u->words[i];

		if (m > 0)
			chi2 += (x->f[i] - m) * (x->f[i] - m) / m;
	}
	return fmax(1, chi2 / df);
}

/* Parts of which something was to be expected, moved to the front. */
static uint32_t
squeeze(const struct units *u, struct item *x)
{
	uint32_t n = 0;

	for (uint32_t j = 0; j < u->n_part; j++)
		if (x->expected[j] > 0) {
			x->seen[n] = x->seen[j];
			x->expected[n++] = x->expected[j];
		}
	return n;
}

static void
put_all(
    const struct between *b, const struct tests *t, uint32_t k, struct item *x)
{
	const struct units *u = &b->u;
	uint32_t item = t->test[k].item;
	struct stat_spread s;
	double phi;
	double df;
	uint32_t n;

	sum_item(u, item, x);
	df = (double)u->n - u->n_there - u->n_stratum + 1;
	phi = overdispersion(u, x, df);
	n = squeeze(u, x);
	s = stat_spread(x->seen, x->expected, n, phi, df, b->rule->level);
	put_name(b, item);
	out_tab_u64(b->out, (uint64_t)u->F[item]);
	out_tab_u64(b->out, (uint64_t)words_of(u, APART_ALL));
	out_tab_u64(b->out, u->n_there);
	out_tab_u64(b->out, u->n);
	out_tab_real(b->out, s.spread);
	out_tab_real(b->out, s.in.low);
	out_tab_real(b->out, s.in.high);
	put_p(b, t, k);
}

static void
put_part(const struct between *b, const struct tests *t, uint32_t k,
    uint32_t part, struct item *x)
{
	const struct units *u = &b->u;
	uint32_t item = t->test[k].item;
	double words = words_of(u, part);
	double rest = words_of(u, APART_ALL) - words;
	struct stat_ratio r;
	size_t len;
	const char *s = intern_s(b->names, b->part[part], &len);

	sum_item(u, item, x);
	r = stat_ratio(u, x->f, part, b->rule->level);
	put_name(b, item);
	out_tab_mem(b->out, s, len);
	out_tab_u64(b->out, u->size[part]);
	out_tab_u64(b->out, (uint64_t)x->seen[part]);
	out_tab_u64(b->out, (uint64_t)words);
	out_tab_real(b->out, b->rule->base * x->seen[part] / words);
	out_tab_real(b->out,
	    rest > 0 ? b->rule->base * (u->F[item] - x->seen[part]) / rest
		     : (double)NAN);
	out_tab_real(b->out, r.ratio);
	out_tab_real(b->out, r.in.low);
	out_tab_real(b->out, r.in.high);
	put_p(b, t, k);
}

static void
put_each(
    const struct between *b, const struct tests *t, uint32_t k, struct item *x)
{
	uint32_t part = t->test[k].part;

	put_part(b, t, k, part, x);
	if (!is_mirrored(b))
		return;
	while (b->u.size[++part] == 0)
		;
	put_part(b, t, k, part, x);
}

/* By rising p, then in the order of the tests: rows of all parts together. */
static struct ranked *
sort_rows(const struct tests *t)
{
	struct ranked *row = mem_new(t->n, sizeof(*row));

	for (uint32_t i = 0; i < t->n; i++)
		row[i] = (struct ranked){t->p[i], i};
	ranked_rising(row, t->n);
	return row;
}

void
between_put(struct between *b)
{
	const struct units *u = &b->u;
	struct item x = {.f = mem_new(u->n, sizeof(*x.f)),
	    .seen = mem_new(u->n_part, sizeof(*x.seen)),
	    .expected = mem_new(u->n_part, sizeof(*x.expected)),
	    .rate = mem_new(u->n_stratum, sizeof(*x.rate))};
	struct tests t = {0};
	struct ranked *row;

	list_tests(b, &t);
	run_tests(b, &t);
	row = sort_rows(&t);
	for (uint32_t i = 0; i < t.n; i++)
		if (b->rule->each)
			put_each(b, &t, row[i].id, &x);
		else
			put_all(b, &t, row[i].id, &x);
	free(row);
	free(t.test);
	free(t.p);
	free(t.ln_q);
	free(x.f);
	free(x.seen);
	free(x.expected);
	free(x.rate);
}
