#include "stat_delta.h"

#include <math.h>
#include <stdbool.h>

/* Two passes: the deviations are small beside the shares. */
static bool
scale_word(double *x, size_t n_text, size_t n_word)
{
	bool same = true;
	double mean = 0;
	double sum = 0;

	for (size_t i = 0; i < n_text; i++) {
		double v = x[i * n_word];

		mean += v;
		same = same && !(v > x[0] || v < x[0]);
	}
	if (same)
		return false;
	mean /= (double)n_text;
	for (size_t i = 0; i < n_text; i++) {
		double d = x[i * n_word] - mean;

		sum += d * d;
	}
	sum = sqrt(sum / (double)(n_text - 1));
	for (size_t i = 0; i < n_text; i++)
		x[i * n_word] = (x[i * n_word] - mean) / sum;
	return true;
}

size_t
stat_delta_scale(double *x, size_t n_text, size_t n_word)
{
	size_t n = 0;

	for (size_t k = 0; k < n_word; k++) {
		if (!scale_word(x + k, n_text, n_word))
			continue;
		for (size_t i = 0; n < k && i < n_text; i++)
			x[i * n_word + n] = x[i * n_word + k];
		n++;
	}
	for (size_t i = 1; n < n_word && i < n_text; i++)
		for (size_t k = 0; k < n; k++)
			x[i * n + k] = x[i * n_word + k];
	return n;
}

double
stat_delta_burrows(const double *x, const double *y, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += fabs(x[i] - y[i]);
	return n > 0 ? sum / (double)n : (double)NAN;
}

double
stat_delta_cosine(const double *x, const double *y, size_t n)
{
	double xx = 0;
	double yy = 0;
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		xx += x[i] * x[i];
		yy += y[i] * y[i];
	}
	if (!(xx > 0 && yy > 0))
		return (double)NAN;
	xx = sqrt(xx);
	yy = sqrt(yy);
	for (size_t i = 0; i < n; i++)
		sum += (x[i] / xx - y[i] / yy) * (x[i] / xx - y[i] / yy);
	return sum / 2;
}
