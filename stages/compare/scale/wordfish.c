#include "wordfish.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	STEPS = 5000,
	AVERAGINGS = 500,
};

static const double no_axis = 1e-12; /* a first eigenvalue that is none */
static const double golden = 0.6180339887498949;

/* Of the values v under the weights, which are made exp(a + b v). */
struct moments {
	double sum; /* of the weights */
	double mean;
	double var;
};

void
wordfish_open(struct wordfish *w, const struct crosstab *l)
{
	uint32_t most = l->n_text > l->n_term ? l->n_text : l->n_term;

	*w = (struct wordfish){0};
	w->theta = mem_new(l->n_text, sizeof(*w->theta));
	w->alpha = mem_new(l->n_text, sizeof(*w->alpha));
	w->psi = mem_new(l->n_term, sizeof(*w->psi));
	w->beta = mem_new(l->n_term, sizeof(*w->beta));
	w->was = mem_new(l->n_text, sizeof(*w->was));
	w->weight = mem_new(most, sizeof(*w->weight));
}

void
wordfish_close(struct wordfish *w)
{
	free(w->theta);
	free(w->alpha);
	free(w->psi);
	free(w->beta);
	free(w->was);
	free(w->weight);
	*w = (struct wordfish){0};
}

/* theta has mean 0 and standard deviation 1, the expected counts stay. */
static void
standardise(struct wordfish *w, const struct crosstab *l)
{
	double n = l->n_text;
	double mean = 0;
	double sd = 0;

	for (uint32_t i = 0; i < l->n_text; i++)
		mean += w->theta[i] / n;
	for (uint32_t i = 0; i < l->n_text; i++)
		sd += (w->theta[i] - mean) * (w->theta[i] - mean);
	sd = sqrt(sd / (n - 1));
	for (uint32_t i = 0; i < l->n_text; i++)
		w->theta[i] = (w->theta[i] - mean) / sd;
	for (uint32_t j = 0; j < l->n_term; j++) {
		w->psi[j] += w->beta[j] * mean;
		w->beta[j] *= sd;
	}
}

/* One round of reciprocal averaging; gives the variance that is left, the
 * square of the first eigenvalue in the end. */
static double
average(struct wordfish *w, const struct crosstab *l, double total)
{
	double mean = 0;
	double var = 0;

	memset(w->weight, 0, l->n_term * sizeof(*w->weight));
	for (uint32_t i = 0; i < l->n_text; i++)
		for (size_t k = l->text.at[i]; k < l->text.at[i + 1]; k++)
			w->weight[l->text.col[k]] += l->text.f[k] * w->theta[i];
	for (uint32_t j = 0; j < l->n_term; j++)
		w->weight[j] /= l->term_sum[j] > 0 ? l->term_sum[j] : 1;
	for (uint32_t i = 0; i < l->n_text; i++) {
		double sum = 0;

		for (size_t k = l->text.at[i]; k < l->text.at[i + 1]; k++)
			sum += l->text.f[k] * w->weight[l->text.col[k]];
		w->theta[i] = sum / l->text_sum[i];
		mean += sum / total;
	}
	for (uint32_t i = 0; i < l->n_text; i++) {
		w->theta[i] -= mean;
		var += l->text_sum[i] * w->theta[i] * w->theta[i] / total;
	}
	for (uint32_t i = 0; i < l->n_text; i++)
		w->theta[i] /= var > 0 ? sqrt(var) : 1;
	return var;
}

bool
wordfish_start(struct wordfish *w, const struct crosstab *l)
{
	double total = 0;
	double was = -1;
	double var = 0;

	for (uint32_t i = 0; i < l->n_text; i++) {
		double at = (i + 1) * golden;

		total += l->text_sum[i];
		w->theta[i] = at - floor(at) - 0.5;
		w->alpha[i] = log(l->text_sum[i]);
	}
	for (uint32_t j = 0; j < l->n_term; j++)
		w->psi[j] = w->beta[j] = 0;
	for (int i = 0; i < AVERAGINGS && fabs(var - was) > 1e-9 * var; i++) {
		was = var;
		var = average(w, l, total);
	}
	if (!(var > no_axis))
		return false;
	standardise(w, l);
	w->lambda = 0;
	return true;
}

/* weight[i] = exp(a[i] + b v[i]) and its moments of v. */
static struct moments
weigh(double *weight, uint32_t n, const double *a, const double *v, double b)
{
	struct moments m = {0, 0, 0};
	double w1 = 0;
	double w2 = 0;

	for (uint32_t i = 0; i < n; i++) {
		double x = exp(a[i] + b * v[i]);

		weight[i] = x;
		m.sum += x;
		w1 += x * v[i];
		w2 += x * v[i] * v[i];
	}
	m.mean = w1 / m.sum;
	m.var = w2 / m.sum - m.mean * m.mean;
	return m;
}

/* A step of Newton's method for b, the one unknown once the sum of the counts
 * is given; at most 1 long, for far off it may go astray. */
static double
newton(double sum, double mean, const struct moments *m, double b, double cost)
{
	double step = (sum * (mean - m->mean) - cost * b) /
	    (sum * (m->var > 0 ? m->var : 0) + cost);

	return isnan(step) ? 0 : fmax(-1, fmin(1, step));
}

/* beta and psi of the terms; then the betas have mean 0. */
static void
fit_terms(struct wordfish *w, const struct crosstab *l)
{
	const double cost = 1 / (WORDFISH_SD * WORDFISH_SD);
	double mean = 0;
	uint32_t n = 0;

	for (uint32_t j = 0; j < l->n_term; j++) {
		double sum = l->term_sum[j];
		struct moments m;
		double at = 0;

		if (!(sum > 0))
			continue;
		for (size_t k = l->term.at[j]; k < l->term.at[j + 1]; k++)
			at += l->term.f[k] * w->theta[l->term.col[k]];
		m = weigh(w->weight, l->n_text, w->alpha, w->theta, w->beta[j]);
		w->beta[j] += newton(sum, at / sum, &m, w->beta[j], cost);
		m = weigh(w->weight, l->n_text, w->alpha, w->theta, w->beta[j]);
		w->psi[j] = log(sum / m.sum);
		mean += w->beta[j];
		n++;
	}
	mean /= n;
	w->lambda = 0;
	for (uint32_t j = 0; j < l->n_term; j++)
		if (l->term_sum[j] > 0) {
			w->beta[j] -= mean;
			w->lambda += w->beta[j] * w->beta[j] * cost;
		}
	w->lambda /= (double)l->n_text - 1;
	for (uint32_t i = 0; i < l->n_text; i++)
		w->alpha[i] += mean * w->theta[i];
}

static void
fit_texts(struct wordfish *w, const struct crosstab *l)
{
	for (uint32_t i = 0; i < l->n_text; i++) {
		double sum = l->text_sum[i];
		double at = 0;
		struct moments m;

		for (size_t k = l->text.at[i]; k < l->text.at[i + 1]; k++)
			at += l->text.f[k] * w->beta[l->text.col[k]];
		m = weigh(w->weight, l->n_term, w->psi, w->beta, w->theta[i]);
		w->theta[i] +=
		    newton(sum, at / sum, &m, w->theta[i], w->lambda);
	}
	standardise(w, l);
	for (uint32_t i = 0; i < l->n_text; i++) {
		struct moments m =
		    weigh(w->weight, l->n_term, w->psi, w->beta, w->theta[i]);

		w->alpha[i] = log(l->text_sum[i] / m.sum);
	}
}

bool
wordfish_fit(struct wordfish *w, const struct crosstab *l)
{
	for (uint32_t j = 0; j < l->n_term; j++)
		if (!(l->term_sum[j] > 0)) {
			w->psi[j] = -(double)INFINITY;
			w->beta[j] = 0;
		}
	for (w->n_step = 1; w->n_step <= STEPS; w->n_step++) {
		memcpy(w->was, w->theta, l->n_text * sizeof(*w->was));
		fit_terms(w, l);
		fit_texts(w, l);
		w->last = 0;
		for (uint32_t i = 0; i < l->n_text; i++)
			w->last = fmax(w->last, fabs(w->theta[i] - w->was[i]));
		if (!isfinite(w->theta[0]))
			return false;
		if (w->last <= WORDFISH_EXACT)
			return true;
	}
	return false;
}

void
wordfish_turn(
    struct wordfish *w, const struct crosstab *l, uint32_t left, uint32_t right)
{
	if (w->theta[left] <= w->theta[right])
		return;
	for (uint32_t i = 0; i < l->n_text; i++)
		w->theta[i] = -w->theta[i];
	for (uint32_t j = 0; j < l->n_term; j++)
		w->beta[j] = -w->beta[j];
}

double
wordfish_se(const struct wordfish *w, const struct crosstab *l, uint32_t text)
{
	struct moments m =
	    weigh(w->weight, l->n_term, w->psi, w->beta, w->theta[text]);

	return 1 / sqrt(l->text_sum[text] * m.var);
}
