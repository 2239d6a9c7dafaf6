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

/* x runs over 0 .. 1 inside, as u. */
struct scale {
	double from;
	double width;
};

/* The points from .. to - 1. */
struct stratum {
	size_t from;
	size_t to;
};

/* Of u in a stratum, the weights being t exp(b (u - end)), which do not
 * overflow; measured from the end that they lean to, so that nothing cancels
 * where they all but stand on it. */
struct moments {
	double end;
	double sum; /* of the weights */
	double mean;
	double var;
	double F;
	double f_u; /* sum of f (u - end) */
};

/* The slope in u, the variance of its score, and what units are off by. */
struct tilt {
	double b;
	double var;
	double x2;
	double hc2;
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

static double
place(const struct stat_slope_data *d, struct scale s, size_t i)
{
	return (d->x[i] - s.from) / s.width;
}

static size_t
n_stratum(const struct stat_slope_data *d)
{
	return d->end != NULL ? d->n_stratum : 1;
}

static struct stratum
stratum(const struct stat_slope_data *d, size_t k)
{
	if (d->end == NULL)
		return (struct stratum){0, d->n};
	return (struct stratum){k > 0 ? d->end[k - 1] : 0, d->end[k]};
}

/* The least u of a stratum, or the largest. */
static double
end_of(const struct stat_slope_data *d, struct scale s, struct stratum g,
    bool last)
{
	double end = place(d, s, g.from);

	for (size_t i = g.from + 1; i < g.to; i++)
		end = last ? fmax(end, place(d, s, i))
			   : fmin(end, place(d, s, i));
	return end;
}

static struct moments
tilted(
    const struct stat_slope_data *d, struct scale s, struct stratum g, double b)
{
	struct moments m = {.end = end_of(d, s, g, b > 0)};
	double w1 = 0;
	double w2 = 0;

	for (size_t i = g.from; i < g.to; i++) {
		double u = place(d, s, i) - m.end;
		double w = d->t[i] * exp(b * u);

		m.F += d->f[i];
		m.f_u += d->f[i] * u;
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
is_bounded(const struct stat_slope_data *d, struct scale s)
{
	double above[2] = {0, 0};

	for (size_t k = 0; k < n_stratum(d); k++) {
		struct stratum g = stratum(d, k);
		const double end[] = {
		    end_of(d, s, g, false), end_of(d, s, g, true)};

		for (size_t i = g.from; i < g.to; i++)
			for (int j = 0; j < 2; j++)
				above[j] += d->f[i] * (place(d, s, i) - end[j]);
	}
	return above[0] > 0 && above[1] < 0;
}

/* The score of b over its variance, and that. */
static double
score_of(const struct stat_slope_data *d, struct scale s, double b, double *var)
{
	double more = 0;

	*var = 0;
	for (size_t k = 0; k < n_stratum(d); k++) {
		struct moments m = tilted(d, s, stratum(d, k), b);

		more += m.f_u - m.F * m.mean;
		*var += m.F * m.var;
	}
	return more / *var;
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
	double var = 0;
	struct moments m;

	if (d->n < 2 || !(s.width > 0) || !is_bounded(d, s))
		return r;
	for (int i = 0; i < STEPS; i++) {
		double more = score_of(d, s, b, &var);
		double next = b + more;

		if (fabs(more) <= 1e-14 * (1 + fabs(b)))
			break;
		if (more > 0)
			low = b;
		else
			high = b;
		b = next > low && next < high ? next : (low + high) / 2;
	}
	r.slope = b / s.width;
	r.se = 1 / (s.width * sqrt(var));
	m = tilted(d, s, stratum(d, 0), b);
	r.a = log(m.F / m.sum) - b * m.end - r.slope * s.from;
	return r;
}

/* Adds a stratum's X^2, and the squares behind HC2; var is that of score_of().
 * A unit that a parameter fits alone has the leverage 1, and no residual. */
static void
add_scatter(const struct stat_slope_data *d, struct scale s, struct stratum g,
    const struct moments *m, struct tilt *w)
{
	double u = 0;
	double rate = 0;

	for (size_t i = g.from; m->F > 0 && i < g.to; i++) {
		double mu;
		double at;
		double free;
		double left;

		if (i == g.from || d->x[i] < d->x[i - 1] ||
		    d->x[i] > d->x[i - 1]) {
			u = place(d, s, i) - m->end;
			rate = m->F * exp(w->b * u) / m->sum;
		}
		mu = rate * d->t[i];
		at = u - m->mean;
		free = 1 - mu * (1 / m->F + at * at / w->var);
		left = d->f[i] - mu;
		w->x2 += mu > 0 ? left * left / mu : 0;
		if (free > 1e-9)
			w->hc2 += left * at * left * at / free;
	}
}

struct stat_slope_scatter
stat_slope_scatter(const struct stat_slope_data *d,
    const struct stat_slope_data *sums, const struct stat_slope *fit)
{
	const double none = (double)NAN;
	struct stat_slope_scatter r = {none, -1, none};
	struct scale s = scale_of(sums);
	struct tilt w = {.b = fit->slope * s.width};

	if (isnan(fit->slope))
		return r;
	(void)score_of(sums, s, w.b, &w.var);
	for (size_t k = 0; k < n_stratum(d); k++) {
		struct stratum g = stratum(d, k);
		struct moments m = tilted(sums, s, stratum(sums, k), w.b);

		r.df += m.F > 0 ? (double)(g.to - g.from) - 1 : 0;
		add_scatter(d, s, g, &m, &w);
	}
	if (r.df < 1)
		return r;
	r.phi = w.x2 / r.df;
	r.wide =
	    fmax(fit->se * sqrt(fmax(1, r.phi)), sqrt(w.hc2) / w.var / s.width);
	return r;
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
