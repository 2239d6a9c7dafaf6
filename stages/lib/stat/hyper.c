#include "hyper.h"

#include <math.h>
#include <stddef.h>

#include "binom.h"

__extension__ typedef unsigned __int128 u128;

enum {
	SERIES = 1000, /* terms that are summed one by one */
	N_GREGORY = 9,
	N_GAUSS = 10,
};

static const double two_pi = 6.2831853071795864769;
static const double negligible = 42; /* e^-42 of the first term */

/* The four cells of the table that f, F, t and T make. */
struct cells {
	double x; /* marked and drawn */
	double a; /* marked, not drawn */
	double b; /* drawn, not marked */
	double r; /* neither */
};

/* f T - F t, the distance from the mean times T, rounded once. */
static double
distance(uint64_t f, const struct stat_hyper *h)
{
	u128 x = (u128)f * h->T;
	u128 e = (u128)h->F * h->t;

	return x < e ? -(double)(e - x) : (double)(x - e);
}

bool
stat_hyper_below(uint64_t f, const struct stat_hyper *h)
{
	return (u128)f * h->T < (u128)h->F * h->t;
}

/* 2 pi n, or 1 where Stirling's root does not apply. */
static double
root(double n)
{
	return n > 0 ? two_pi * n : 1;
}

static struct cells
cells_of(uint64_t f, const struct stat_hyper *h)
{
	return (struct cells){(double)f, (double)(h->F - f), (double)(h->t - f),
	    (double)(h->T - h->F - (h->t - f))};
}

static uint64_t
lowest(const struct stat_hyper *h)
{
	return h->F > h->T - h->t ? h->F - (h->T - h->t) : 0;
}

static uint64_t
highest(const struct stat_hyper *h)
{
	return h->F < h->t ? h->F : h->t;
}

double
stat_hyper_mass(uint64_t f, const struct stat_hyper *h)
{
	struct cells c;
	double T = (double)h->T;
	double F = (double)h->F;
	double t = (double)h->t;
	double G = (double)(h->T - h->F);
	double u = (double)(h->T - h->t);
	double d;
	double dev;
	double err;

	if (f < lowest(h) || f > highest(h))
		return -(double)INFINITY;
	if (lowest(h) == highest(h))
		return 0;
	c = cells_of(f, h);
	d = distance(f, h) / T;
	dev = stat_binom_deviance(c.x, F * t / T, d) +
	    stat_binom_deviance(c.a, F * u / T, -d) +
	    stat_binom_deviance(c.b, G * t / T, -d) +
	    stat_binom_deviance(c.r, G * u / T, d);
	err = stat_binom_stirling(F) + stat_binom_stirling(G) +
	    stat_binom_stirling(t) + stat_binom_stirling(u) -
	    stat_binom_stirling(T) - stat_binom_stirling(c.x) -
	    stat_binom_stirling(c.a) - stat_binom_stirling(c.b) -
	    stat_binom_stirling(c.r);
	return 0.5 *
	    log(root(F) * root(G) / root(T) * (root(t) * root(u)) /
		(root(c.x) * root(c.a) * (root(c.b) * root(c.r)))) +
	    err - dev;
}

/* Sum of P(X = f - i) / P(X = f) over i >= 0, term by term. */
static double
series(struct cells c)
{
	double sum = 1;
	double term = 1;

	while (c.x > 0 && c.r > 0) {
		c.a += 1;
		c.b += 1;
		term *= c.x * c.r / (c.a * c.b);
		c.x -= 1;
		c.r -= 1;
		sum += term;
		if (term < 1e-17 * sum)
			break;
	}
	return sum;
}

/* P(X = f - y) / P(X = f), factorials read as gamma functions; slope is the
 * exact ln(a b / (x r)).  For cells that are large beside y. */
static double
smooth(const struct cells *c, double slope, double y)
{
	double p = 1 - y / c->x;
	double q = 1 - y / c->r;
	double v = 1 + y / c->a;
	double w = 1 + y / c->b;
	double dev = stat_binom_deviance(c->x - y, c->x, -y) +
	    stat_binom_deviance(c->r - y, c->r, -y) +
	    stat_binom_deviance(c->a + y, c->a, y) +
	    stat_binom_deviance(c->b + y, c->b, y);
	double err = y / 12 *
	    (1 / (c->x * c->x * p) + 1 / (c->r * c->r * q) -
		1 / (c->a * c->a * v) - 1 / (c->b * c->b * w));

	return exp(-y * slope - dev - 0.5 * log(p * q * (v * w)) - err);
}

/* Integral of smooth() over [from, to], 20-point Gauss-Legendre. */
static double
gauss(const struct cells *c, double slope, double from, double to)
{
	static const double node[N_GAUSS][2] = {
	    {0.99312859918509492479, 0.017614007139152118312},
	    {0.96397192727791379127, 0.040601429800386941331},
	    {0.91223442825132590587, 0.06267204833410906357},
	    {0.83911697182221882339, 0.083276741576704748725},
	    {0.74633190646015079261, 0.10193011981724043504},
	    {0.63605368072651502545, 0.11819453196151841731},
	    {0.510867001950827098, 0.1316886384491766269},
	    {0.37370608871541956067, 0.14209610931838205133},
	    {0.22778585114164507808, 0.14917298647260374679},
	    {0.076526521133497333755, 0.1527533871307258507}};
	double mid = (from + to) / 2;
	double half = (to - from) / 2;
	double sum = 0;

	for (size_t i = 0; i < N_GAUSS; i++)
		sum += node[i][1] *
		    (smooth(c, slope, mid - half * node[i][0]) +
			smooth(c, slope, mid + half * node[i][0]));
	return half * sum;
}

/* What Gregory's formula adds to the integral from 0 to make it the sum: a
 * series in the differences of the first terms. */
static double
gregory(struct cells c)
{
	static const double weight[N_GREGORY] = {1.0 / 2, -1.0 / 12, 1.0 / 24,
	    -19.0 / 720, 3.0 / 160, -863.0 / 60480, 275.0 / 24192,
	    -33953.0 / 3628800, 8183.0 / 1036800};
	double d[N_GREGORY] = {1};
	double sum = 0;

	for (size_t i = 1; i < N_GREGORY; i++) {
		c.a += 1;
		c.b += 1;
		d[i] = d[i - 1] * (c.x * c.r / (c.a * c.b));
		c.x -= 1;
		c.r -= 1;
	}
	for (size_t k = 0; k < N_GREGORY; k++) {
		sum += weight[k] * d[0];
		for (size_t i = 0; i + 1 < N_GREGORY - k; i++)
			d[i] = d[i + 1] - d[i];
	}
	return sum;
}

/* ln P(X <= f) by its own terms, for f below the mean or just above. */
static double
tail(uint64_t f, const struct stat_hyper *h)
{
	struct cells c = cells_of(f, h);
	double mass = stat_hyper_mass(f, h);
	double slope;
	double curve;
	double n;

	if (c.x <= SERIES || c.r <= SERIES || c.a <= SERIES || c.b <= SERIES)
		return mass + log(series(c));
	slope = log1p(-distance(f, h) / (c.x * c.r));
	curve = 1 / c.x + 1 / c.r + 1 / c.a + 1 / c.b;
	n = (sqrt(slope * slope + 2 * curve * negligible) - slope) / curve;
	if (n <= SERIES)
		return mass + log(series(c));
	n *= 1.1;
	return mass +
	    log(gauss(&c, slope, 0, n / 2) + gauss(&c, slope, n / 2, n) +
		gregory(c));
}

/* ln(1 - e^x) for x <= 0, Maechler (2012). */
static double
log_rest(double x)
{
	return x > -0.6931471805599453 ? log(-expm1(x)) : log1p(-exp(x));
}

/* P(X >= f) is P(Y <= F - f) for Y, the marked that are not drawn. */
static double
other_tail(uint64_t f, const struct stat_hyper *h)
{
	struct stat_hyper y = {h->F, h->T - h->t, h->T};

	return tail(h->F - f, &y);
}

double
stat_hyper_le(uint64_t f, const struct stat_hyper *h)
{
	double p;

	if (f < lowest(h))
		return -(double)INFINITY;
	if (f >= highest(h))
		return 0;
	if (!stat_hyper_below(f, h))
		return log_rest(other_tail(f + 1, h));
	p = tail(f, h);
	return p > -0.3 ? log_rest(other_tail(f + 1, h)) : p;
}

double
stat_hyper_ge(uint64_t f, const struct stat_hyper *h)
{
	struct stat_hyper y = {h->F, h->T - h->t, h->T};

	if (f > highest(h))
		return -(double)INFINITY;
	return stat_hyper_le(h->F - f, &y);
}
