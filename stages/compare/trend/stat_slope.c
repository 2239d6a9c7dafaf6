#include "stat_slope.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "lib/base/mem.h"

enum {
	STEPS = 200 /* of Newton's method, in a bracket */
};

/* Of two units. */
typedef double two __attribute__((vector_size(2 * sizeof(double))));

/* The slope in u, the variance of its score, and what units are off by. */
struct tilt {
	double b;
	double var;
	double x2;
	double hc2;
};

/* Of the units of one time in a stratum. */
struct share {
	double at;    /* its u, from the mean */
	double rate;  /* expected, by word */
	double lever; /* leverage by what is expected */
};

/* The points of a stratum are those from .. to - 1. */
static size_t
first_of(const struct stat_slope_data *d, size_t k)
{
	return d->end != NULL && k > 0 ? d->end[k - 1] : 0;
}

static size_t
end_of(const struct stat_slope_data *d, size_t k)
{
	return d->end != NULL ? d->end[k] : d->n;
}

static size_t
n_stratum(const struct stat_slope_data *d)
{
	return d->end != NULL ? d->n_stratum : 1;
}

/* Of stratum k, into m; what each point leans by into d->times->lean. */
static void
weigh(const struct stat_slope_data *d, size_t k, double b,
    struct stat_slope_moments *m)
{
	const struct stat_slope_times *x = d->times;
	double w1 = 0;
	double w2 = 0;

	*m = (struct stat_slope_moments){.b = b, .end = x->end[k][b > 0]};
	for (size_t i = first_of(d, k); i < end_of(d, k); i++) {
		double u = x->u[i] - m->end;
		double w;

		x->lean[i] = exp(b * u);
		w = d->t[i] * x->lean[i];
		m->sum += w;
		w1 += w * u;
		w2 += w * u * u;
	}
	m->mean = w1 / m->sum;
	m->var = w2 / m->sum - m->mean * m->mean;
}

static const struct stat_slope_moments *
moments(const struct stat_slope_data *d, size_t k, double b)
{
	struct stat_slope_moments *m = &d->times->m[k];

	if (!(b < 0 || b > 0))
		return &d->times->even[k];
	if (m->b < b || m->b > b || isnan(m->b))
		weigh(d, k, b, m);
	return m;
}

void
stat_slope_open(struct stat_slope_data *d)
{
	struct stat_slope_times *x = mem_new(1, sizeof(*x));
	size_t n = n_stratum(d);
	double to = -(double)INFINITY;

	d->times = x;
	x->from = (double)INFINITY;
	x->u = mem_new(d->n, sizeof(*x->u));
	x->end = mem_new(n, sizeof(*x->end));
	x->m = mem_new(n, sizeof(*x->m));
	x->even = mem_new(n, sizeof(*x->even));
	x->lean = mem_new(d->n, sizeof(*x->lean));
	x->had = mem_new(n, sizeof(*x->had));
	for (size_t i = 0; i < d->n; i++) {
		x->from = fmin(x->from, d->x[i]);
		to = fmax(to, d->x[i]);
	}
	x->width = to - x->from;
	for (size_t i = 0; i < d->n; i++)
		x->u[i] = (d->x[i] - x->from) / x->width;
	for (size_t k = 0; k < n; k++) {
		size_t from = first_of(d, k);

		for (size_t i = from; i < end_of(d, k); i++) {
			if (i == from || x->u[i] < x->end[k][0])
				x->end[k][0] = x->u[i];
			if (i == from || x->u[i] > x->end[k][1])
				x->end[k][1] = x->u[i];
		}
		weigh(d, k, 0, &x->even[k]);
		x->m[k].b = (double)NAN;
	}
}

void
stat_slope_close(struct stat_slope_data *d)
{
	struct stat_slope_times *x = d->times;

	free(x->u);
	free(x->end);
	free(x->m);
	free(x->even);
	free(x->lean);
	free(x->had);
	free(x);
	d->times = NULL;
}

/* Those strata that have the item: the others say nothing. */
static void
list_strata(const struct stat_slope_data *d)
{
	struct stat_slope_times *x = d->times;

	x->n_had = 0;
	for (size_t k = 0; k < n_stratum(d); k++) {
		struct stat_slope_had h = {.stratum = k};

		for (size_t i = first_of(d, k); i < end_of(d, k); i++) {
			if (!(d->f[i] > 0))
				continue;
			h.F += d->f[i];
			h.f_u[0] += d->f[i] * (x->u[i] - x->end[k][0]);
			h.f_u[1] += d->f[i] * (x->u[i] - x->end[k][1]);
		}
		if (h.F > 0)
			x->had[x->n_had++] = h;
	}
}

/* False if the slope has no bound. */
static bool
is_bounded(const struct stat_slope_times *x)
{
	bool above = false;
	bool below = false;

	for (size_t j = 0; j < x->n_had; j++) {
		above = above || x->had[j].f_u[0] > 0;
		below = below || x->had[j].f_u[1] < 0;
	}
	return above && below;
}

/* The score of b over its variance, and that. */
static double
score_of(const struct stat_slope_data *d, double b, double *var)
{
	const struct stat_slope_times *x = d->times;
	double more = 0;

	*var = 0;
	for (size_t j = 0; j < x->n_had; j++) {
		const struct stat_slope_had *h = &x->had[j];
		const struct stat_slope_moments *m = moments(d, h->stratum, b);

		more += h->f_u[b > 0] - h->F * m->mean;
		*var += h->F * m->var;
	}
	return more / *var;
}

struct stat_slope
stat_slope_poisson(const struct stat_slope_data *d)
{
	const double none = (double)NAN;
	struct stat_slope r = {none, none, none, 0};
	const struct stat_slope_times *x = d->times;
	double low = -(double)INFINITY;
	double high = (double)INFINITY;
	double b = 0;
	double var = 0;
	double F;
	const struct stat_slope_moments *m;

	if (d->n < 2 || !(x->width > 0))
		return r;
	list_strata(d);
	if (!is_bounded(x))
		return r;
	for (int i = 0; i < STEPS; i++) {
		double more = score_of(d, b, &var);
		double next = b + more;

		if (fabs(more) <= 1e-14 * (1 + fabs(b)))
			break;
		if (more > 0)
			low = b;
		else
			high = b;
		b = next > low && next < high ? next : (low + high) / 2;
	}
	r.slope = b / x->width;
	r.se = 1 / (x->width * sqrt(var));
	m = moments(d, 0, b);
	F = x->had[0].stratum == 0 ? x->had[0].F : 0;
	r.a = log(F / m->sum) - b * m->end - r.slope * x->from;
	return r;
}

/* Adds the squares of two units, the first one alone or both. */
static inline void
add_squares(struct tilt *w, double at, two mu, two left, two free, size_t n)
{
	two x2 = left * left / mu;
	two hc2 = left * at * left * at / free;

	for (size_t k = 0; k < n; k++) {
		w->x2 += mu[k] > 0 ? x2[k] : 0;
		if (free[k] > 1e-9)
			w->hc2 += hc2[k];
	}
}

/* Of units from .. to - 1 of one time. */
static void
add_time(const struct stat_slope_data *d, size_t from, size_t to,
    const struct share *x, struct tilt *w)
{
	const double at = x->at;
	size_t i = from;

	for (; i < to; i += 2) {
		size_t j = i + 1 < to ? i + 1 : i;
		two mu = {x->rate * d->t[i], x->rate * d->t[j]};
		two left = (two){d->f[i], d->f[j]} - mu;

		add_squares(w, at, mu, left, 1 - mu * x->lever, 1 + (j > i));
	}
}

/* Adds a stratum's X^2, and the squares behind HC2; var is that of score_of().
 * A unit that a parameter fits alone has the leverage 1, and no residual. */
static void
add_scatter(const struct stat_slope_data *d, const struct stat_slope_data *sums,
    const struct stat_slope_had *h, struct tilt *w)
{
	const struct stat_slope_moments *m = moments(sums, h->stratum, w->b);
	size_t cell = first_of(sums, h->stratum);
	size_t to = end_of(d, h->stratum);
	size_t next;

	for (size_t i = first_of(d, h->stratum); i < to; i = next) {
		double x = d->x[i];
		struct share s = {.at = d->times->u[i] - m->end - m->mean};
		double lean = 1;

		for (next = i + 1; next < to; next++)
			if (d->x[next] < x || d->x[next] > x)
				break;
		while (sums->x[cell] < x || sums->x[cell] > x)
			cell++;
		if (w->b < 0 || w->b > 0)
			lean = sums->times->lean[cell];
		s.rate = h->F * lean / m->sum;
		s.lever = 1 / h->F + s.at * s.at / w->var;
		add_time(d, i, next, &s, w);
	}
}

struct stat_slope_scatter
stat_slope_scatter(const struct stat_slope_data *d,
    const struct stat_slope_data *sums, const struct stat_slope *fit)
{
	const double none = (double)NAN;
	const struct stat_slope_times *x = sums->times;
	struct stat_slope_scatter r = {none, -1, none};
	struct tilt w = {.b = fit->slope * x->width};

	if (isnan(fit->slope))
		return r;
	(void)score_of(sums, w.b, &w.var);
	for (size_t j = 0; j < x->n_had; j++) {
		size_t k = x->had[j].stratum;

		r.df += (double)(end_of(d, k) - first_of(d, k)) - 1;
		add_scatter(d, sums, &x->had[j], &w);
	}
	if (r.df < 1)
		return r;
	r.phi = w.x2 / r.df;
	r.wide = fmax(
	    fit->se * sqrt(fmax(1, r.phi)), sqrt(w.hc2) / w.var / x->width);
	return r;
}
