#include "stat_growth.h"

#include <math.h>

static const double none = (double)NAN;

double
stat_growth_types(const struct spectrum *s, uint64_t n)
{
	double out = log1p(-(double)n / (double)s->tokens);
	double sum = 0;

	if (s->tokens == 0)
		return none;
	if (n == 0)
		return 0;
	for (size_t k = 0; k < s->n; k++)
		sum -= (double)s->c[k].types * expm1((double)s->c[k].f * out);
	return sum;
}

double
stat_growth_hapax(const struct spectrum *s, uint64_t n)
{
	double in = (double)n / (double)s->tokens;
	double out = log1p(-in);
	double sum = 0;

	if (s->tokens == 0)
		return none;
	if (n == s->tokens)
		return (double)spectrum_types(s, 1);
	for (size_t k = 0; k < s->n; k++) {
		double f = (double)s->c[k].f;

		sum += (double)s->c[k].types * f * in * exp((f - 1) * out);
	}
	return sum;
}

struct stat_growth_heaps
stat_growth_heaps(const uint64_t *n, const uint64_t *v, size_t m)
{
	double x = 0; /* means of the logarithms */
	double y = 0;
	double xx = 0; /* sums around them */
	double xy = 0;
	double rest = 0;
	double beta;

	for (size_t i = 0; i < m; i++) {
		x += log((double)n[i]) / (double)m;
		y += log((double)v[i]) / (double)m;
	}
	for (size_t i = 0; i < m; i++) {
		double d = log((double)n[i]) - x;

		xx += d * d;
		xy += d * (log((double)v[i]) - y);
	}
	if (m < 2 || !(xx > 0))
		return (struct stat_growth_heaps){none, none, none};
	beta = xy / xx;
	for (size_t i = 0; i < m; i++) {
		double d =
		    log((double)v[i]) - y - beta * (log((double)n[i]) - x);

		rest += d * d;
	}
	return (struct stat_growth_heaps){
	    exp(y - beta * x), beta, m > 2 ? sqrt(rest / (double)m) : none};
}
