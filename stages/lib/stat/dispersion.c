#include "dispersion.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "binom.h"
#include "lib/base/mem.h"

__extension__ typedef unsigned __int128 u128;

/* v_i - s_i, from exact integers */
static double
excess(const struct stat_dispersion *x, size_t i)
{
	u128 a = (u128)x->f[i] * x->T;
	u128 b = (u128)x->F * x->n[i];
	double d = a < b ? -(double)(b - a) : (double)(a - b);

	return d / ((double)x->F * (double)x->T);
}

static double
rate(const struct stat_dispersion *x, size_t i)
{
	return (double)x->f[i] / (double)x->n[i];
}

static double
sum_rates(const struct stat_dispersion *x)
{
	double sum = 0;

	for (size_t i = 0; i < x->range; i++)
		sum += rate(x, i);
	return sum;
}

/* 1 less the shares of the parts that have the term */
static double
share_without(const struct stat_dispersion *x)
{
	uint64_t rest = x->T;

	for (size_t i = 0; i < x->range; i++)
		rest -= x->n[i];
	return (double)rest / (double)x->T;
}

double
stat_dispersion_juilland(const struct stat_dispersion *x)
{
	double k = (double)x->k;
	double sum = sum_rates(x);
	double square = k - (double)x->range; /* the parts without the term */

	if (x->k < 2)
		return (double)NAN;
	for (size_t i = 0; i < x->range; i++) {
		double d = k * (rate(x, i) / sum) - 1;

		square += d * d;
	}
	return 1 - sqrt(square / k / (k - 1));
}

double
stat_dispersion_carroll(const struct stat_dispersion *x)
{
	double sum = sum_rates(x);
	double entropy = 0;

	if (x->k < 2)
		return (double)NAN;
	for (size_t i = 0; i < x->range; i++) {
		double q = rate(x, i) / sum;

		entropy -= q * log(q);
	}
	return entropy / log((double)x->k);
}

double
stat_dispersion_rosengren(const struct stat_dispersion *x)
{
	double sum = 0;

	for (size_t i = 0; i < x->range; i++)
		sum += sqrt((double)x->f[i] / (double)x->F *
		    ((double)x->n[i] / (double)x->T));
	return sum * sum;
}

double
stat_dispersion_dp(const struct stat_dispersion *x)
{
	double sum = share_without(x);

	for (size_t i = 0; i < x->range; i++)
		sum += fabs(excess(x, i));
	return sum / 2;
}

double
stat_dispersion_dp_norm(const struct stat_dispersion *x, uint64_t least)
{
	if (x->k < 2)
		return (double)NAN;
	return stat_dispersion_dp(x) / ((double)(x->T - least) / (double)x->T);
}

/* As v and s have the same sum, v ln(v / s) + s - v may be summed as well, of
 * which no term is negative. */
double
stat_dispersion_kl(const struct stat_dispersion *x)
{
	double sum = share_without(x);

	for (size_t i = 0; i < x->range; i++)
		sum += stat_binom_deviance((double)x->f[i] / (double)x->F,
		    (double)x->n[i] / (double)x->T, excess(x, i));
	return sum / M_LN2;
}

/* ---- all terms ---- */

void
stat_spread_open(struct stat_spread *s, uint32_t n_term)
{
	*s = (struct stat_spread){.n_term = n_term};
	s->first = mem_new((size_t)n_term + 1, sizeof(*s->first));
	s->at = mem_new((size_t)n_term + 1, sizeof(*s->at));
}

void
stat_spread_close(struct stat_spread *s)
{
	free(s->first);
	free(s->f);
	free(s->n);
	free(s->at);
	*s = (struct stat_spread){0};
}

void
stat_spread_part(struct stat_spread *s, uint64_t words)
{
	if (s->n_part == 0 || words < s->least)
		s->least = words;
	s->n_part++;
	s->words += words;
}

void
stat_spread_room(struct stat_spread *s)
{
	for (uint32_t k = 0; k < s->n_term; k++)
		s->first[k + 1] += s->first[k];
	memcpy(s->at, s->first, ((size_t)s->n_term + 1) * sizeof(*s->at));
	s->f = mem_new(s->first[s->n_term], sizeof(*s->f));
	s->n = mem_new(s->first[s->n_term], sizeof(*s->n));
}

struct stat_dispersion
stat_spread_of(const struct stat_spread *s, uint32_t term)
{
	size_t from = s->first[term];
	struct stat_dispersion x = {s->f + from, s->n + from,
	    s->first[term + 1] - from, s->n_part, 0, s->words};

	for (size_t i = 0; i < x.range; i++)
		x.F += x.f[i];
	return x;
}
