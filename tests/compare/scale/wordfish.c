/* wordfish - positions that a simulation knows are found again, and the
 * derivatives are 0 where they should be, over many random tables. */
#include <stdlib.h>

#include "compare/scale/wordfish.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	TEXTS = 12,
	TERMS = 150,
	RUNS = 25,
};

static double
uniform(struct stat_rng *rng)
{
	return (stat_rng_below(rng, 1U << 30) + 0.5) / (double)(1U << 30);
}

/* Box & Muller (1958). */
static double
normal(struct stat_rng *rng)
{
	double r = sqrt(-2 * log(uniform(rng)));

	return r * cos(2 * 3.14159265358979323846 * uniform(rng));
}

static double
poisson(struct stat_rng *rng, double mean)
{
	double least = exp(-mean);
	double p = uniform(rng);
	uint32_t k = 0;

	for (; p > least; k++)
		p *= uniform(rng);
	return k;
}

static void
simulate(struct crosstab *l, struct stat_rng *rng, double *theta)
{
	double alpha[TEXTS];
	double psi[TERMS];
	double beta[TERMS];

	for (int i = 0; i < TEXTS; i++) {
		theta[i] = normal(rng);
		alpha[i] = 0.3 * normal(rng);
	}
	for (int j = 0; j < TERMS; j++) {
		psi[j] = 1 + normal(rng);
		beta[j] = 0.5 * normal(rng);
	}
	crosstab_open(l, TEXTS, TERMS);
	for (uint32_t i = 0; i < TEXTS; i++)
		for (uint32_t j = 0; j < TERMS; j++) {
			double f = poisson(
			    rng, exp(alpha[i] + psi[j] + beta[j] * theta[i]));

			if (f > 0)
				crosstab_add(l, i, j, f);
		}
	crosstab_turn(l);
}

static double
correlation(const double *a, const double *b)
{
	double s[5] = {0, 0, 0, 0, 0};

	for (int i = 0; i < TEXTS; i++) {
		s[0] += a[i];
		s[1] += b[i];
		s[2] += a[i] * a[i];
		s[3] += b[i] * b[i];
		s[4] += a[i] * b[i];
	}
	return (s[4] - s[0] * s[1] / TEXTS) /
	    sqrt((s[2] - s[0] * s[0] / TEXTS) * (s[3] - s[1] * s[1] / TEXTS));
}

/* The largest derivative of the penalised likelihood; that by a theta is
 * lambda theta, for the condition. */
static double
steepest(const struct wordfish *w, const struct crosstab *l)
{
	double by_term[TERMS] = {0};
	double by_theta[TEXTS] = {0};
	double lambda = 0;
	double most = 0;

	for (uint32_t i = 0; i < TEXTS; i++) {
		for (size_t k = l->text.at[i]; k < l->text.at[i + 1]; k++) {
			uint32_t j = l->text.col[k];
			double f = l->text.f[k];

			by_theta[i] += f * w->beta[j];
			by_term[j] += f * w->theta[i];
		}
		for (uint32_t j = 0; j < TERMS; j++) {
			double mu = exp(
			    w->alpha[i] + w->psi[j] + w->beta[j] * w->theta[i]);

			by_theta[i] -= mu * w->beta[j];
			by_term[j] -= mu * w->theta[i];
		}
	}
	for (uint32_t j = 0; j < TERMS; j++) {
		double cost = w->beta[j] / (WORDFISH_SD * WORDFISH_SD);

		lambda += w->beta[j] * cost / (TEXTS - 1);
		most = fmax(most, fabs(by_term[j] - cost));
	}
	for (uint32_t i = 0; i < TEXTS; i++)
		most = fmax(most, fabs(by_theta[i] - lambda * w->theta[i]));
	return most;
}

static bool
check(struct stat_rng *rng)
{
	double theta[TEXTS];
	double mean = 0;
	double sum = 0;
	struct crosstab l;
	struct wordfish w;
	bool good;

	simulate(&l, rng, theta);
	wordfish_open(&w, &l);
	good = wordfish_start(&w, &l) && wordfish_fit(&w, &l);
	for (uint32_t i = 0; i < TEXTS; i++) {
		mean += w.theta[i] / TEXTS;
		sum += w.theta[i] * w.theta[i] / (TEXTS - 1);
	}
	good = good && fabs(correlation(w.theta, theta)) > 0.97 &&
	    steepest(&w, &l) < 1e-4 && fabs(mean) < 1e-12 &&
	    fabs(sum - 1) < 1e-12;
	wordfish_turn(&w, &l, 2, 5);
	good = good && w.theta[2] <= w.theta[5];
	wordfish_close(&w);
	crosstab_close(&l);
	return good;
}

int
main(void)
{
	struct stat_rng rng;
	uint64_t n_good = 0;
	struct crosstab l;
	struct wordfish w;

	stat_rng_open(&rng, 1, "", 0);
	for (int i = 0; i < RUNS; i++)
		n_good += check(&rng);
	is_u64(n_good, RUNS, "simulated positions are found again");
	crosstab_open(&l, 3, 2);
	for (uint32_t i = 0; i < 3; i++) {
		crosstab_add(&l, i, 0, 2 * (i + 1));
		crosstab_add(&l, i, 1, 6 * (i + 1));
	}
	crosstab_turn(&l);
	wordfish_open(&w, &l);
	ok(!wordfish_start(&w, &l), "texts of the same shares have no line");
	wordfish_close(&w);
	crosstab_close(&l);
	return done();
}
