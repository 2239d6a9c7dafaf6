#include "stat_slope.h"

#include <gsl/gsl_sf_log.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>
#include <stdbool.h>

/* alpha times the mean count: what variance is over Poisson's, in shares of
 * it; below it rounding errors decide. */
static const double least_excess = 1e-7;
static const double most_alpha = 1e10;

enum {
	STEPS = 200,     /* of Newton's method, in a bracket */
	SUMS = 64,       /* counts up to it: digammas as sums */
	LARGE = 1000,    /* 1 / alpha over it: digammas as series */
	BISECTIONS = 45, /* of a factor of four */
};

/* x runs over 0 .. 1 inside. */
struct scale {
	double from;
	double width;
};

/* Of u, measured from the end that the weights lean to (0 or 1), so that
 * nothing cancels where they all but stand on it. */
struct moments {
	double sum; /* of the weights */
	double mean;
	double var;
};

/* The mean of u over the occurrences, from 0 and from 1. */
struct target {
	double F;
	double mean[2];
};

static struct scale
scale_of(const struct stat_slope_data *d)
{
	double from = (double)INFINITY;
	double to = -(double)INFINITY;

	for (size_t i = 0; i < d->n; i++) {
		from = fmin(from, d->x[i]);
		to = fmax(to, d->x[i]);
	}
	return (struct scale){from, to - from};
}

/* Of the weights t exp(b (u - end)), which do not overflow. */
static struct moments
tilted(const struct stat_slope_data *d, struct scale s, double b)
{
	double end = b > 0;
	double w1 = 0;
	double w2 = 0;
	struct moments m = {0, 0, 0};

	for (size_t i = 0; i < d->n; i++) {
		double u = (d->x[i] - s.from) / s.width - end;
		double w = d->t[i] * exp(b * u);

		m.sum += w;
		w1 += w * u;
		w2 += w * u * u;
	}
	m.mean = w1 / m.sum;
	m.var = w2 / m.sum - m.mean * m.mean;
	return m;
}

/* False if the slope has no bound. */
static bool
aim(const struct stat_slope_data *d, struct scale s, struct target *t)
{
	*t = (struct target){0, {0, 0}};
	for (size_t i = 0; i < d->n; i++) {
		double u = (d->x[i] - s.from) / s.width;

		t->F += d->f[i];
		t->mean[0] += d->f[i] * u;
		t->mean[1] += d->f[i] * (u - 1);
	}
	t->mean[0] /= t->F;
	t->mean[1] /= t->F;
	return t->mean[0] > 0 && t->mean[1] < 0;
}

struct stat_slope
stat_slope_poisson(const struct stat_slope_data *d)
{
	const double none = (double)NAN;
	struct stat_slope r = {none, none, none, 0};
	struct scale s = scale_of(d);
	double low = -(double)INFINITY;
	double high = (double)INFINITY;
	double b = 0;
	struct target to;
	struct moments m;

	if (d->n < 2 || !(s.width > 0) || !aim(d, s, &to))
		return r;
	for (int i = 0; i < STEPS; i++) {
		double more;
		double next;

		m = tilted(d, s, b);
		more = to.mean[b > 0] - m.mean;
		if (fabs(more / m.var) <= 1e-14 * (1 + fabs(b)))
			break;
		if (more > 0)
			low = b;
		else
			high = b;
		next = b + more / m.var;
		b = next > low && next < high ? next : (low + high) / 2;
	}
	r.slope = b / s.width;
	r.se = 1 / (s.width * sqrt(to.F * m.var));
	r.a = log(to.F / m.sum) - b * (b > 0) - r.slope * s.from;
	return r;
}

double
stat_slope_phi(const struct stat_slope_data *d, const struct stat_slope *fit)
{
	double sum = 0;

	if (d->n < 3 || isnan(fit->slope))
		return (double)NAN;
	for (size_t i = 0; i < d->n; i++) {
		double mu = d->t[i] * exp(fit->a + fit->slope * d->x[i]);

		sum += (d->f[i] - mu) * (d->f[i] - mu) / mu;
	}
	return sum / ((double)d->n - 2);
}

/* psi(f + h) - psi(h) - ln(1 + mu / h) + (mu - f) / (mu + h), for large h by
 * the asymptotic series of psi, where nothing cancels. */
static double
term(double f, double mu, double h)
{
	double sum = 0;

	if (h > LARGE) {
		double g = 1 / (f + h);

		return gsl_sf_log_1plusx_mx((f - mu) / (h + mu)) +
		    f * g / h / 2 + (1 / (h * h) - g * g) / 12;
	}
	if (f > SUMS)
		sum = gsl_sf_psi(f + h) - gsl_sf_psi(h);
	else
		for (unsigned k = 0; k < (unsigned)f; k++)
			sum += 1 / (h + k);
	return sum - log1p(mu / h) + (mu - f) / (mu + h);
}

/* Derivative of the likelihood by h = 1 / alpha, the means given. */
static double
score(const struct stat_slope_data *d, const struct stat_slope *r, double h)
{
	double sum = 0;

	for (size_t i = 0; i < d->n; i++)
		sum +=
		    term(d->f[i], d->t[i] * exp(r->a + r->slope * d->x[i]), h);
	return sum;
}

/* alpha where the likelihood is highest, the means given; of two such the
 * larger, which claims less. */
static double
best_alpha(const struct stat_slope_data *d, const struct stat_slope *r)
{
	double least;
	double low;
	double high = most_alpha;
	double sum = 0;

	for (size_t i = 0; i < d->n; i++)
		sum += d->f[i];
	least = least_excess * (double)d->n / sum;
	/* from above, to where there is more spread than alpha says */
	low = high / 4;
	while (score(d, r, 1 / low) > 0) {
		if (low < least)
			return 0;
		high = low;
		low = high / 4;
	}
	for (int i = 0; i < BISECTIONS; i++) {
		double mid = sqrt(low * high);

		if (score(d, r, 1 / mid) > 0)
			high = mid;
		else
			low = mid;
	}
	return sqrt(low * high);
}

/* One step of Fisher's scoring for a and slope; true when it was small. */
static bool
step(const struct stat_slope_data *d, struct scale s, struct stat_slope *r)
{
	double w0 = 0;
	double w1 = 0;
	double w2 = 0;
	double g0 = 0;
	double g1 = 0;
	double det;
	double da;
	double db;
	double cut;

	for (size_t i = 0; i < d->n; i++) {
		double u = (d->x[i] - s.from) / s.width;
		double mu = d->t[i] * exp(r->a + r->slope * d->x[i]);
		double w = mu / (1 + r->alpha * mu);
		double g = (d->f[i] - mu) / (1 + r->alpha * mu);

		w0 += w;
		w1 += w * u;
		w2 += w * u * u;
		g0 += g;
		g1 += g * u;
	}
	det = w0 * w2 - w1 * w1;
	da = (w2 * g0 - w1 * g1) / det;
	db = (w0 * g1 - w1 * g0) / det;
	cut = fmax(1, fmax(fabs(da), fabs(db)) / 2);
	r->slope += db / cut / s.width;
	r->a += (da - db * s.from / s.width) / cut;
	r->se = sqrt(w0 / det) / s.width;
	return fabs(db) <= 1e-11 * (1 + fabs(r->slope * s.width)) &&
	    fabs(da) <= 1e-11 * (1 + fabs(r->a));
}

struct stat_slope
stat_slope_negbin(const struct stat_slope_data *d)
{
	struct scale s = scale_of(d);
	struct stat_slope r = stat_slope_poisson(d);
	double F = 0;

	if (isnan(r.slope))
		return r;
	for (size_t i = 0; i < d->n; i++)
		F += d->f[i];
	for (int i = 0; i < STEPS; i++) {
		double old = r.alpha;
		bool still;

		r.alpha = best_alpha(d, &r);
		still = fabs(r.alpha - old) <=
		    1e-10 * r.alpha + 1e-9 * (double)d->n / F;
		for (int k = 0; k < STEPS && !step(d, s, &r); k++)
			still = false;
		if (still || !(r.alpha > 0))
			return r;
	}
	r.slope = (double)NAN;
	return r;
}
