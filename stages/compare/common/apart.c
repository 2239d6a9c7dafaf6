#include "apart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static const double tie = 1 - 1e-9;

struct work {
	const struct units *u;
	const struct apart_test *test;
	const uint32_t *part; /* by unit, in this deal */
	double *t;            /* words, by stratum and part */
	uint32_t item;        /* that the rest is of; UINT32_MAX: none */
	double *f;            /* by part */
	double *F;            /* by stratum */
	double *E;            /* by part */
};

static void
take(void *work, const uint32_t *part)
{
	struct work *w = work;
	const struct units *u = w->u;

	w->part = part;
	w->item = UINT32_MAX;
	memset(w->t, 0, (size_t)u->n_stratum * u->n_part * sizeof(*w->t));
	for (uint32_t i = 0; i < u->n; i++)
		w->t[(size_t)u->stratum[i] * u->n_part + part[i]] +=
		    u->words[i];
}

static void
sum_item(struct work *w, uint32_t item)
{
	const struct units *u = w->u;

	w->item = item;
	memset(w->f, 0, u->n_part * sizeof(*w->f));
	memset(w->F, 0, u->n_stratum * sizeof(*w->F));
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		const struct units_hit *x = &u->hit[j];

		w->f[w->part[x->unit]] += x->f;
		w->F[u->stratum[x->unit]] += x->f;
	}
}

static double
all_parts(struct work *w)
{
	const struct units *u = w->u;
	double sum = 0;

	memset(w->E, 0, u->n_part * sizeof(*w->E));
	for (uint32_t k = 0; k < u->n_stratum; k++) {
		const double *t = w->t + (size_t)k * u->n_part;
		double rate = w->F[k] / u->T[k];

		if (rate > 0)
			for (uint32_t j = 0; j < u->n_part; j++)
				w->E[j] += rate * t[j];
	}
	for (uint32_t j = 0; j < u->n_part; j++) {
		double d = w->f[j] - w->E[j];

		if (w->E[j] > 0)
			sum += d * d / w->E[j];
	}
	return sum;
}

static double
one_part(const struct work *w, uint32_t part)
{
	const struct units *u = w->u;
	double E = 0;
	double V = 0;

	for (uint32_t k = 0; k < u->n_stratum; k++) {
		double t = w->t[(size_t)k * u->n_part + part];
		double e = w->F[k] / u->T[k] * t;

		E += e;
		V += e * (1 - t / u->T[k]);
	}
	return V > 0 ? fabs(w->f[part] - E) / sqrt(V) : 0;
}

static double
figure(void *work, uint32_t i)
{
	struct work *w = work;
	const struct apart_test *x = &w->test[i];

	if (w->item != x->item)
		sum_item(w, x->item);
	return x->part == APART_ALL ? all_parts(w) : one_part(w, x->part);
}

/* Can it differ? */
static bool
is_free(const struct units *u, const struct apart_test *x)
{
	if (!(u->F[x->item] > 0))
		return false;
	return x->part == APART_ALL
	    ? u->n_there > 1
	    : u->size[x->part] > 0 && u->size[x->part] < u->n;
}

struct chance
apart_run(const struct units *u, const struct apart_test *test, uint32_t n,
    const struct chance_rule *rule, double *p)
{
	struct work w = {.u = u,
	    .test = test,
	    .t = mem_new((size_t)u->n_stratum * u->n_part, sizeof(*w.t)),
	    .f = mem_new(u->n_part, sizeof(*w.f)),
	    .F = mem_new(u->n_stratum, sizeof(*w.F)),
	    .E = mem_new(u->n_part, sizeof(*w.E))};
	double *bar = mem_new(n, sizeof(*bar));
	struct chance_tests t = {
	    .n = n, .bar = bar, .work = &w, .take = take, .figure = figure};
	struct stat_deal d;
	struct chance c;

	stat_deal_open(&d, u->part, u->stratum, u->n);
	take(&w, u->part);
	for (uint32_t i = 0; i < n; i++)
		bar[i] =
		    is_free(u, &test[i]) ? figure(&w, i) * tie : (double)NAN;
	c = chance_run(&d, rule, &t, p);
	stat_deal_close(&d);
	free(bar);
	free(w.t);
	free(w.f);
	free(w.F);
	free(w.E);
	return c;
}
