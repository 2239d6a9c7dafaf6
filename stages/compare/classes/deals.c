#include "deals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/stat/deal.h"
#include "lib/stat/keyness.h"

enum {
	WORK = 1000000000, /* additions, beyond the least number of deals */
};

/* What a chi-square may be less by for rounding alone. */
static const double rounding = 1e-9;
static const double wanted = 0.05; /* q */

/* Speeches with segments in classes, and how many of each class. */
struct table {
	const struct reinert *r;
	uint32_t n;      /* speeches */
	uint32_t *value; /* by speech: that of the attribute under way */
	uint32_t *count; /* by speech, then class from 0 */
	uint32_t n_class;
	double least; /* p that can be reached */
	/* of a deal, by column of r->marks */
	uint64_t *in; /* by value, then class */
};

static void
count_segments(struct table *t)
{
	const struct reinert *r = t->r;
	uint32_t last = UINT32_MAX;

	t->count = mem_new(r->text.n_speech * t->n_class, sizeof(*t->count));
	t->value = mem_new(r->text.n_speech, sizeof(*t->value));
	for (uint32_t i = 0; i < r->seg.n; i++) {
		uint32_t class = r->classes.of[i];

		if (class == 0)
			continue;
		t->n += r->seg.speech[i] != last;
		last = r->seg.speech[i];
		t->count[(size_t)(t->n - 1) * t->n_class + class - 1]++;
	}
}

/* The columns of an attribute, which is the k-th of each segment's. */
struct columns {
	size_t attr;
	uint32_t from;
	uint32_t to;
};

static void
take_values(struct table *t, const struct columns *c)
{
	const struct reinert *r = t->r;
	uint32_t last = UINT32_MAX;
	uint32_t n = 0;

	for (uint32_t i = 0; i < r->seg.n; i++) {
		if (r->classes.of[i] == 0 || r->seg.speech[i] == last)
			continue;
		last = r->seg.speech[i];
		for (size_t k = r->marks.at[i]; k < r->marks.at[i + 1]; k++)
			if (r->marks.col[k] >= c->from &&
			    r->marks.col[k] < c->to)
				t->value[n] = r->marks.col[k];
		n++;
	}
}

/* Segments by value and class, where part[] has the value of each speech. */
static void
add_up(struct table *t, const struct columns *c, const uint32_t *part)
{
	memset(t->in + (size_t)c->from * t->n_class, 0,
	    (size_t)(c->to - c->from) * t->n_class * sizeof(*t->in));
	for (uint32_t i = 0; i < t->n; i++) {
		uint64_t *in = t->in + (size_t)part[i] * t->n_class;
		const uint32_t *count = t->count + (size_t)i * t->n_class;

		for (uint32_t k = 0; k < t->n_class; k++)
			in[k] += count[k];
	}
}

/* |chi2| of a value and a class; 0 where there is none. */
static double
figure(const struct table *t, uint32_t value, uint32_t class)
{
	const struct reinert *r = t->r;
	const uint64_t *in = t->in + (size_t)value * t->n_class;
	uint64_t size = r->classes.size[class + 1];
	struct stat_keyness x = {in[class], size, 0, r->values.n - size};
	double chi2;

	for (uint32_t k = 0; k < t->n_class; k++)
		x.f2 += k != class ? in[k] : 0;
	chi2 = stat_keyness_chi2(&x);
	return isnan(chi2) ? 0 : fabs(chi2);
}

/* Is there something to deal: two values at least, and fewer than speeches? */
static bool
is_tested(const struct table *t, const struct columns *c)
{
	uint32_t n = 0;

	for (uint32_t j = c->from; j < c->to; j++)
		n += profile_mark(&t->r->values, 1, j)->all > 0;
	return n > 1 && n < t->n;
}

/* ---- the deals ---- */

static void
deal_values(struct table *t, const struct columns *c, uint64_t n_deal)
{
	const struct reinert *r = t->r;
	const char *name = r->o->reading.attr[c->attr];
	size_t from = (size_t)c->from * t->n_class;
	size_t n = (size_t)(c->to - c->from) * t->n_class;
	double *seen = mem_new(n, sizeof(*seen));
	uint64_t *reached = mem_new(n, sizeof(*reached));
	struct stat_deal d;

	stat_deal_open(&d, t->value, NULL, t->n);
	stat_deal_seed(&d, r->o->seed, name, strlen(name));
	t->least =
	    fmin(t->least, stat_deal_least(n_deal, stat_deal_ln_count(&d)));
	add_up(t, c, t->value);
	for (size_t i = 0; i < n; i++)
		seen[i] = figure(t, (uint32_t)((from + i) / t->n_class),
			      (uint32_t)(i % t->n_class)) *
		    (1 - rounding);
	for (uint64_t k = 0; k < n_deal; k++) {
		stat_deal_next(&d);
		add_up(t, c, d.part);
		for (size_t i = 0; i < n; i++)
			reached[i] +=
			    figure(t, (uint32_t)((from + i) / t->n_class),
				(uint32_t)(i % t->n_class)) >= seen[i];
	}
	for (size_t i = 0; i < n; i++) {
		struct mark *m =
		    &r->values.mark[(i % t->n_class) * r->values.n_item +
			(from + i) / t->n_class];

		if (m->all > 0)
			m->ln_p = log(stat_deal_p(reached[i], n_deal));
	}
	stat_deal_close(&d);
	free(seen);
	free(reached);
}

static void
adjust(struct profile *p)
{
	size_t n = (size_t)p->n_class * p->n_item;
	double *q = mem_new(n, sizeof(*q));

	for (size_t i = 0; i < n; i++)
		q[i] = p->mark[i].ln_p;
	p->n_test = stat_adjust_bh(q, NULL, n);
	for (size_t i = 0; i < n; i++)
		p->mark[i].ln_q = q[i];
	free(q);
}

/* Which columns are those of each attribute. */
static void
find_columns(const struct reinert *r, struct columns *c)
{
	uint32_t j = 0;

	for (size_t a = 0; a < r->o->reading.n_attr; a++) {
		c[a] = (struct columns){a, j, j};
		while (j < r->values.n_item && r->value[j].attr == a)
			j++;
		c[a].to = j;
	}
}

static uint64_t
enough(const struct table *t, uint64_t n_test)
{
	uint64_t each = (uint64_t)t->n * (t->n_class + 8);
	uint64_t most = WORK / (each + n_test + 1);

	if (most < STAT_DEALS_LEAST)
		most = STAT_DEALS_LEAST;
	return stat_deal_enough(
	    n_test, wanted, most < STAT_DEALS_MOST ? most : STAT_DEALS_MOST);
}

void
deals_do(struct reinert *r)
{
	struct table t = {.r = r, .n_class = r->classes.n, .least = 1};
	struct columns c[ATTRS] = {0};
	uint64_t n_test = 0;

	for (size_t i = 0; i < (size_t)t.n_class * r->values.n_item; i++)
		r->values.mark[i].ln_p = (double)NAN;
	find_columns(r, c);
	if (t.n_class > 0) {
		count_segments(&t);
		t.in = mem_new(
		    (size_t)r->values.n_item * t.n_class, sizeof(*t.in));
		for (size_t a = 0; a < r->o->reading.n_attr; a++)
			if (is_tested(&t, &c[a]))
				n_test +=
				    (uint64_t)(c[a].to - c[a].from) * t.n_class;
		r->deals = enough(&t, n_test);
	}
	for (size_t a = 0; t.n_class > 0 && a < r->o->reading.n_attr; a++) {
		if (!is_tested(&t, &c[a]))
			continue;
		take_values(&t, &c[a]);
		deal_values(&t, &c[a], r->deals);
	}
	adjust(&r->values);
	r->least_q = fmin(1, t.least * (double)r->values.n_test);
	free(t.count);
	free(t.value);
	free(t.in);
}
