#include "stat_ratio.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/stat/jackknife.h"

/* Of a stratum. */
struct stratum {
	double a; /* hits of the part */
	double b; /* of the others */
	double t; /* words of the part */
	double T; /* of all */
};

/* Of a side: of v without each unit. */
struct side {
	uint32_t n;
	double sum;
	double square;
};

static double
above(const struct stratum *s)
{
	return s->T > 0 ? s->a * (s->T - s->t) / s->T : 0;
}

static double
below(const struct stratum *s)
{
	return s->T > 0 ? s->b * s->t / s->T : 0;
}

/* The stratum without a unit. */
static struct stratum
less(struct stratum s, double f, double words, bool inside)
{
	s.T -= words;
	if (inside) {
		s.a -= f;
		s.t -= words;
	} else
		s.b -= f;
	return s;
}

static double
variance(const struct side *x)
{
	double sum = x->square - x->sum * x->sum / x->n;

	/* not fmax(), which would take an undefined one for 0 */
	return (x->n - 1.0) / x->n * (sum < 0 ? 0 : sum);
}

static struct stat_interval
interval(double ratio, const struct side *side, double level)
{
	double v[2] = {variance(&side[0]), variance(&side[1])};
	double all = v[0] + v[1];
	double df;

	if (side[0].n < 2 || side[1].n < 2 || !(all > 1e-20))
		return stat_interval_none;
	df = all * all /
	    (v[0] * v[0] / (side[0].n - 1.0) + v[1] * v[1] / (side[1].n - 1.0));
	return stat_jackknife_around(
	    ratio, gsl_cdf_tdist_Qinv((1 - level) / 2, df) * sqrt(all), true);
}

struct stat_ratio
stat_ratio(const struct units *u, const double *f, uint32_t part, double level)
{
	struct stratum *s = mem_new(u->n_stratum, sizeof(*s));
	struct side side[2] = {{0}};
	struct stat_ratio r;
	double up = 0;
	double down = 0;

	for (uint32_t i = 0; i < u->n; i++) {
		struct stratum *x = &s[u->stratum[i]];
		bool inside = u->part[i] == part;

		*(inside ? &x->a : &x->b) += f[i];
		x->t += inside ? u->words[i] : 0;
		x->T += u->words[i];
	}
	for (uint32_t k = 0; k < u->n_stratum; k++) {
		up += above(&s[k]);
		down += below(&s[k]);
	}
	r.ratio = down > 0 ? up / down : (double)NAN;
	for (uint32_t i = 0; i < u->n; i++) {
		const struct stratum *x = &s[u->stratum[i]];
		bool inside = u->part[i] == part;
		struct stratum y = less(*x, f[i], u->words[i], inside);
		double v = log((up - above(x) + above(&y)) /
		    (down - below(x) + below(&y)) / r.ratio);

		side[inside].n++;
		side[inside].sum += v;
		side[inside].square += v * v;
	}
	r.in = interval(r.ratio, side, level);
	free(s);
	return r;
}
