#include "stat_sum.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "lib/base/mem.h"

enum {
	STEPS = 1000000, /* as many are made one by one */
	ROUNDS = 200,    /* of the search: never reached */
};

static const double near_mean = 0.5; /* standard deviations */

/* An event, or its contrary. */
static double
chance_of(double p, bool contrary)
{
	return contrary ? 1 - p : p;
}

/* P(N >= k), 1 <= k: what comes to k stays there.  Nothing is at more events
 * than there were, and what can come to k no more is let go. */
static double
add_one_by_one(const double *p, size_t n, size_t k, bool contrary)
{
	double *at = mem_new(k, sizeof(*at));
	double above = 0;

	at[0] = 1;
	for (size_t i = 0; i < n; i++) {
		double x = chance_of(p[i], contrary);
		size_t to = i + 1 < k ? i + 1 : k - 1;
		size_t from = i + 1 + k > n ? i + 1 + k - n : 0;

		above += at[k - 1] * x;
		for (size_t j = to; j > 0 && j >= from; j--)
			at[j] = at[j] * (1 - x) + at[j - 1] * x;
		if (from == 0)
			at[0] *= 1 - x;
	}
	free(at);
	return above;
}

/* The cumulants' generating function at s, and its first three derivatives. */
struct cumulants {
	double k0;
	double k1;
	double k2;
	double k3;
};

static struct cumulants
cumulants_at(const double *p, size_t n, double s, bool contrary)
{
	struct cumulants c = {0};

	for (size_t i = 0; i < n; i++) {
		double x = chance_of(p[i], contrary);
		double sum = 1 - x + x * exp(s);
		double tilted = x * exp(s) / sum;

		c.k0 += log(sum);
		c.k1 += tilted;
		c.k2 += tilted * (1 - tilted);
		c.k3 += tilted * (1 - tilted) * (1 - 2 * tilted);
	}
	return c;
}

/* Where the tilted mean is k, by Newton's steps within a bracket; 0 < k < n,
 * and no p is 0 or 1. */
static double
saddle_point(const double *p, size_t n, double k, bool contrary)
{
	double low = -700;
	double high = 700;
	double s = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct cumulants c = cumulants_at(p, n, s, contrary);
		double next;

		if (c.k1 < k)
			low = s;
		else
			high = s;
		next = s - (c.k1 - k) / c.k2;
		if (!(next > low && next < high))
			next = (low + high) / 2;
		if (fabs(next - s) <= 1e-13 * fabs(s) || next == low ||
		    next == high)
			break;
		s = next;
	}
	return s;
}

/* ln(1 - Phi(x)) */
static double
ln_above(double x)
{
	double tail = erfc(x / sqrt(2)) / 2;

	if (tail > 1e-290)
		return log(tail);
	/* Mills' ratio, to 1 / x^6 */
	return -x * x / 2 - log(x) - log(2 * M_PI) / 2 +
	    log1p(-1 / (x * x) + 3 / (x * x * x * x));
}

static double
ln_normal(const struct cumulants *c, double k)
{
	double sd = sqrt(c->k2);
	double x = (k - 0.5 - c->k1) / sd;
	double skew = c->k3 / (c->k2 * sd);
	double density = exp(-x * x / 2) / sqrt(2 * M_PI);

	return log(erfc(x / sqrt(2)) / 2 + density * skew * (x * x - 1) / 6);
}

/* ln P(N >= k) of many events. */
static double
ln_of_many(const double *p, size_t n, double k, bool contrary)
{
	struct cumulants c = cumulants_at(p, n, 0, contrary);
	double s;
	double w;
	double u;
	double more;

	if (fabs(k - 0.5 - c.k1) < near_mean * sqrt(c.k2))
		return ln_normal(&c, k);
	s = saddle_point(p, n, k, contrary);
	c = cumulants_at(p, n, s, contrary);
	w = copysign(sqrt(fmax(0, 2 * (s * k - c.k0))), s);
	u = (1 - exp(-s)) * sqrt(c.k2);
	/* above = (1 - Phi(w)) + density(w) (1 / u - 1 / w), by its logarithm
	 */
	more =
	    (1 / u - 1 / w) * exp(-w * w / 2 - log(2 * M_PI) / 2 - ln_above(w));
	return ln_above(w) + log1p(fmax(more, -1 + 1e-15));
}

/* ln P(at least k of the events), or of their contraries. */
static double
ln_at_least(const double *p, size_t n, size_t k, bool contrary)
{
	size_t sure = 0;
	size_t open = 0;
	double *x;
	double ln = (double)-INFINITY;

	for (size_t i = 0; i < n; i++) {
		sure += chance_of(p[i], contrary) >= 1;
		open += p[i] > 0 && p[i] < 1;
	}
	if (k <= sure)
		return 0;
	k -= sure;
	if (k > open)
		return (double)-INFINITY;
	x = mem_new(open, sizeof(*x));
	open = 0;
	for (size_t i = 0; i < n; i++)
		if (p[i] > 0 && p[i] < 1)
			x[open++] = p[i];
	if (k == open) {
		ln = 0;
		for (size_t i = 0; i < open; i++)
			ln += log(chance_of(x[i], contrary));
	} else {
		if (k <= STEPS / open)
			ln = log(add_one_by_one(x, open, k, contrary));
		if (ln < -650) /* too many steps, or too small for a double */
			ln = ln_of_many(x, open, (double)k, contrary);
	}
	free(x);
	return fmin(0, ln);
}

double
stat_sum_ge(const double *p, size_t n, size_t k)
{
	return ln_at_least(p, n, k, false);
}

double
stat_sum_le(const double *p, size_t n, size_t k)
{
	return k >= n ? 0 : ln_at_least(p, n, n - k, true);
}
