#include "stat_cooc.h"

#include <math.h>

#include "lib/stat/hyper.h"
#include "lib/stat/keyness.h"

__extension__ typedef unsigned __int128 u128;

double
stat_cooc_expected(const struct stat_cooc *x)
{
	if (x->T == 0)
		return (double)NAN;
	return (double)x->F * (double)x->t / (double)x->T;
}

/* f - E, rounded as if once */
static double
excess(const struct stat_cooc *x)
{
	u128 a = (u128)x->f * x->T;
	u128 b = (u128)x->F * x->t;

	return (a < b ? -(double)(b - a) : (double)(a - b)) / (double)x->T;
}

static struct stat_hyper
law_of(const struct stat_cooc *x)
{
	return (struct stat_hyper){x->F, x->t, x->T};
}

double
stat_cooc_ln_p(const struct stat_cooc *x)
{
	struct stat_hyper h = law_of(x);

	return stat_hyper_below(x->f, &h) ? stat_hyper_le(x->f, &h)
					  : stat_hyper_ge(x->f, &h);
}

double
stat_cooc_signed(const struct stat_cooc *x, double ln_p)
{
	struct stat_hyper h = law_of(x);

	return stat_hyper_below(x->f, &h) ? ln_p / M_LN10 : 0 - ln_p / M_LN10;
}

double
stat_cooc_specificity(const struct stat_cooc *x)
{
	return stat_cooc_signed(x, stat_cooc_ln_p(x));
}

double
stat_cooc_log_dice(const struct stat_cooc *x)
{
	if (x->f == 0)
		return (double)NAN;
	return 14 + log2(2 * (double)x->f / ((double)x->F + (double)x->t));
}

double
stat_cooc_g2(const struct stat_cooc *x)
{
	struct stat_keyness k = {x->f, x->t, x->F - x->f, x->T - x->t};

	return stat_keyness_g2(&k);
}

double
stat_cooc_mi(const struct stat_cooc *x)
{
	if (x->f == 0)
		return (double)NAN;
	return log2((double)x->f / stat_cooc_expected(x));
}

double
stat_cooc_mi3(const struct stat_cooc *x)
{
	return stat_cooc_mi(x) + 2 * log2((double)x->f);
}

double
stat_cooc_dice(const struct stat_cooc *x)
{
	return 2 * (double)x->f / ((double)x->F + (double)x->t);
}

double
stat_cooc_jaccard(const struct stat_cooc *x)
{
	return (double)x->f / (double)(x->F + x->t - x->f);
}

double
stat_cooc_z(const struct stat_cooc *x)
{
	return excess(x) / sqrt(stat_cooc_expected(x));
}

double
stat_cooc_log_odds(const struct stat_cooc *x)
{
	double neither = (double)(x->T - x->F - x->t + x->f) + 0.5;
	double word = (double)(x->F - x->f) + 0.5;
	double near = (double)(x->t - x->f) + 0.5;

	return log(((double)x->f + 0.5) * neither / (word * near));
}

double
stat_cooc_t(const struct stat_cooc *x)
{
	if (x->f == 0)
		return (double)NAN;
	return excess(x) / sqrt((double)x->f);
}
