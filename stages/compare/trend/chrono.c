#include "chrono.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/stat/hyper.h"

static const double two_pi = 6.2831853071795864769;
static const double slack = 0.5; /* > 5/12: five errors of Stirling's formula */
static const double equal = 1e-9; /* relative: S that differ by rounding */

void
chrono_open(struct chrono *c, const struct series *s)
{
	*c = (struct chrono){.s = s};
	c->n_group = (uint64_t)s->n_point * (s->n_point + UINT64_C(1)) / 2;
	c->n_group -= c->n_group > 0;
	c->f = mem_new((size_t)s->n_point + 1, sizeof(*c->f));
	c->t = mem_new((size_t)s->n_point + 1, sizeof(*c->t));
	for (uint32_t k = 0; k < s->n_point; k++)
		c->t[k + 1] = c->t[k] + s->t[k];
}

void
chrono_close(struct chrono *c)
{
	free(c->f);
	free(c->t);
	free(c->group);
	*c = (struct chrono){0};
}

/* o ln(o / e) - (o - e) */
static double
deviance(double o, double e, double d)
{
	return o > 0 ? o * log1p(d / e) - d : e;
}

static double
or_one(double n)
{
	return n > 0 ? n * two_pi : 1;
}

/* -ln P(X = f) or a little more, by Stirling's formula: no tail that has f is
 * less likely than f alone. */
static double
ceiling_of(uint64_t f, const struct stat_hyper *h)
{
	double T = (double)h->T;
	double F = (double)h->F;
	double t = (double)h->t;
	double a = (double)f;
	double b = (double)(h->F - f);
	double c = (double)(h->t - f);
	double r = (double)(h->T - h->F - (h->t - f));
	double d = a - F / T * t;
	double g2 = deviance(a, F / T * t, d) +
	    deviance(b, F / T * (T - t), -d) +
	    deviance(c, (T - F) / T * t, -d) +
	    deviance(r, (T - F) / T * (T - t), d);

	return g2 + slack +
	    log(or_one(a) / or_one(F) * or_one(b) / or_one(t) * or_one(c) /
		or_one(T - F) * or_one(r) / or_one(T - t) * or_one(T)) /
	    2;
}

/* Keeps the group if it is worth a test: with more than expected it begins and
 * ends with an occurrence, with less none stands just outside; any other is
 * beaten by such a one. */
static void
consider(struct chrono *c, uint32_t item, uint32_t i, uint32_t j)
{
	const struct series *s = c->s;
	struct chrono_group g = {.from = i,
	    .to = j,
	    .f = c->f[j + 1] - c->f[i],
	    .t = c->t[j + 1] - c->t[i]};
	struct stat_hyper h = {s->F[item], g.t, s->T};
	bool good;

	if (stat_hyper_below(g.f, &h))
		good = (i == 0 || c->f[i] > c->f[i - 1]) &&
		    (j + 1 == s->n_point || c->f[j + 2] > c->f[j + 1]);
	else
		good = c->f[i + 1] > c->f[i] && c->f[j + 1] > c->f[j];
	if (!good || g.t == s->T)
		return;
	g.most = ceiling_of(g.f, &h);
	c->group = mem_grow(c->group, &c->cap, c->n + 1, sizeof(*c->group));
	c->group[c->n++] = g;
}

static void
test(struct chrono_group *g, const struct series *s, uint32_t item)
{
	struct stat_hyper h = {s->F[item], g->t, s->T};
	bool below = stat_hyper_below(g->f, &h);

	g->ln_p = below ? stat_hyper_le(g->f, &h) : stat_hyper_ge(g->f, &h);
	g->s = below ? g->ln_p / M_LN10 : -g->ln_p / M_LN10;
}

static bool
is_better(const struct chrono_group *x, const struct chrono_group *y)
{
	double d = fabs(x->s) - fabs(y->s);

	if (fabs(d) > equal * fabs(y->s))
		return d > 0;
	if ((x->s > 0) != (y->s > 0))
		return x->s > 0;
	if (x->to - x->from != y->to - y->from)
		return x->to - x->from < y->to - y->from;
	return x->from < y->from;
}

struct chrono_group
chrono_best(struct chrono *c, uint32_t item)
{
	const double none = (double)NAN;
	const struct series *s = c->s;
	struct chrono_group best = {.ln_p = none, .s = none};
	size_t first = 0;

	if (s->n_point < 2 || s->F[item] == 0 || s->F[item] == s->T)
		return best;
	series_sum(s, item, c->f + 1);
	for (uint32_t k = 0; k < s->n_point; k++)
		c->f[k + 1] += c->f[k];
	c->n = 0;
	for (uint32_t i = 0; i < s->n_point; i++)
		for (uint32_t j = i; j < s->n_point; j++)
			consider(c, item, i, j);
	for (size_t k = 1; k < c->n; k++)
		if (c->group[k].most > c->group[first].most)
			first = k;
	best = c->group[first];
	test(&best, s, item);
	for (size_t k = 0; k < c->n; k++) {
		struct chrono_group *g = &c->group[k];

		if (k == first || g->most < -best.ln_p * (1 - equal))
			continue;
		test(g, s, item);
		if (is_better(g, &best))
			best = *g;
	}
	return best;
}
