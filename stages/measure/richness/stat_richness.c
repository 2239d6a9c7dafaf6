#include "stat_richness.h"

#include <math.h>

static const double none = (double)NAN;

static double
tokens(const struct spectrum *s)
{
	return (double)s->tokens;
}

static double
types(const struct spectrum *s)
{
	return (double)s->types;
}

/* The sum of V_i i (i - 1), without the loss of a difference. */
static double
pairs(const struct spectrum *s)
{
	double sum = 0;

	for (size_t k = 0; k < s->n; k++) {
		double f = (double)s->c[k].f;

		sum += (double)s->c[k].types * f * (f - 1);
	}
	return sum;
}

double
stat_richness_ttr(const struct spectrum *s)
{
	return s->tokens > 0 ? types(s) / tokens(s) : none;
}

double
stat_richness_guiraud_r(const struct spectrum *s)
{
	return s->tokens > 0 ? types(s) / sqrt(tokens(s)) : none;
}

double
stat_richness_carroll_cttr(const struct spectrum *s)
{
	return s->tokens > 0 ? types(s) / sqrt(2 * tokens(s)) : none;
}

double
stat_richness_herdan_c(const struct spectrum *s)
{
	return s->tokens > 1 ? log(types(s)) / log(tokens(s)) : none;
}

double
stat_richness_dugast_u(const struct spectrum *s)
{
	double n = log10(tokens(s));

	if (s->types == s->tokens)
		return none;
	return n * n / log10(tokens(s) / types(s));
}

double
stat_richness_maas_a(const struct spectrum *s)
{
	return sqrt(stat_richness_maas_a2(s));
}

double
stat_richness_maas_a2(const struct spectrum *s)
{
	double n = log10(tokens(s));

	if (s->tokens < 2)
		return none;
	return log10(tokens(s) / types(s)) / (n * n);
}

double
stat_richness_summer_s(const struct spectrum *s)
{
	if (s->types <= 10)
		return none;
	return log10(log10(types(s))) / log10(log10(tokens(s)));
}

double
stat_richness_yule_k(const struct spectrum *s)
{
	if (s->tokens == 0)
		return none;
	return 1e4 * pairs(s) / tokens(s) / tokens(s);
}

double
stat_richness_yule_i(const struct spectrum *s)
{
	double rest = 0; /* the sum of V_i (i^2 - 1) */

	for (size_t k = 0; k < s->n; k++) {
		double f = (double)s->c[k].f;

		rest += (double)s->c[k].types * (f - 1) * (f + 1);
	}
	return rest > 0 ? types(s) * types(s) / rest : none;
}

double
stat_richness_simpson_d(const struct spectrum *s)
{
	if (s->tokens < 2)
		return none;
	return pairs(s) / tokens(s) / (tokens(s) - 1);
}

double
stat_richness_herdan_vm(const struct spectrum *s)
{
	double mean = 1 / types(s);
	double sum = 0; /* of V_i (i/N - 1/V)^2: the same, and never below 0 */

	if (s->types == 0)
		return none;
	for (size_t k = 0; k < s->n; k++) {
		double d = (double)s->c[k].f / tokens(s) - mean;

		sum += (double)s->c[k].types * d * d;
	}
	return sqrt(sum);
}

double
stat_richness_honore_h(const struct spectrum *s)
{
	uint64_t more = s->types - spectrum_types(s, 1);

	return more > 0 ? 100 * log(tokens(s)) * types(s) / (double)more : none;
}

double
stat_richness_brunet_w(const struct spectrum *s)
{
	return s->tokens > 0 ? pow(tokens(s), pow(types(s), -0.172)) : none;
}

double
stat_richness_sichel_s(const struct spectrum *s)
{
	return s->types > 0 ? (double)spectrum_types(s, 2) / types(s) : none;
}

/* The chance that a draw has a type that occurs f times. */
static double
drawn(double f, double n)
{
	double miss = 0; /* logarithm of the chance that it has not */

	if (f > n - STAT_RICHNESS_DRAW)
		return 1;
	for (int k = 0; k < STAT_RICHNESS_DRAW; k++)
		miss += log1p(-f / (n - k));
	return -expm1(miss);
}

double
stat_richness_hdd_sum(const struct spectrum *s)
{
	double sum = 0;

	if (s->tokens < STAT_RICHNESS_DRAW)
		return none;
	for (size_t k = 0; k < s->n; k++)
		sum +=
		    (double)s->c[k].types * drawn((double)s->c[k].f, tokens(s));
	return sum;
}

double
stat_richness_hdd(const struct spectrum *s)
{
	return stat_richness_hdd_sum(s) / STAT_RICHNESS_DRAW;
}

double
stat_richness_excess(const uint32_t *k, uint32_t n)
{
	double types = 0;
	double new = 0;                 /* that n runs more would bring */
	double mass = exp2(-(double)n); /* of the binomial law at i - 1 */
	double tail = 1;
	double kept;

	for (uint32_t i = 1; i <= n; i++) {
		tail -= mass;
		mass *= (n - i + 1.0) / i;
		types += k[i];
		new += (i % 2 == 1 ? tail : -tail) * k[i];
	}
	kept = types - (double)k[1] / n;
	return k[1] * pow((1 - 1.0 / n) / kept, 2) - new / types / types;
}

double
stat_richness_slope(
    double (*of)(const struct spectrum *), const struct spectrum *s)
{
	struct spectrum more = {.tokens = s->tokens, .types = s->types + 1};
	struct spectrum less = {.tokens = s->tokens, .types = s->types - 1};

	if (s->types < 2)
		return none;
	return log(of(&more) / of(&less)) /
	    log((types(s) + 1) / (types(s) - 1));
}
