/* stat_slope: counts of the negative binomial law. */
#include <gsl/gsl_sf_log.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>
#include <stdbool.h>

#include "stat_slope.h"

/* alpha times the mean count: what variance is over Poisson's, in shares of
 * it; below it rounding errors decide. */
static const double least_excess = 1e-7;
static const double most_alpha = 1e10;

enum {
	STEPS = 200,
	SUMS = 64,       /* counts up to it: digammas as sums */
	LARGE = 1000,    /* 1 / alpha over it: digammas as series */
	BISECTIONS = 45, /* of a factor of four */
};

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
step(const struct stat_slope_data *d, struct stat_slope *r)
{
	const struct stat_slope_times *s = d->times;
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
		double u = s->u[i];
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
	r->slope += db / cut / s->width;
	r->a += (da - db * s->from / s->width) / cut;
	r->se = sqrt(w0 / det) / s->width;
	return fabs(db) <= 1e-11 * (1 + fabs(r->slope * s->width)) &&
	    fabs(da) <= 1e-11 * (1 + fabs(r->a));
}

struct stat_slope
stat_slope_negbin(const struct stat_slope_data *d)
{
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
		for (int k = 0; k < STEPS && !step(d, &r); k++)
			still = false;
		if (still || !(r.alpha > 0))
			return r;
	}
	r.slope = (double)NAN;
	return r;
}
