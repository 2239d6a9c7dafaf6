#include "stat_agree.h"

#include <math.h>

static double
pairs(uint64_t n)
{
	return (double)n * ((double)n - 1) / 2;
}

static uint64_t
row_sum(const struct stat_agree *t, size_t i)
{
	uint64_t n = 0;

	for (size_t j = 0; j < t->n_col; j++)
		n += t->n[i * t->n_col + j];
	return n;
}

static uint64_t
column_sum(const struct stat_agree *t, size_t j)
{
	uint64_t n = 0;

	for (size_t i = 0; i < t->n_row; i++)
		n += t->n[i * t->n_col + j];
	return n;
}

double
stat_agree_rand(const struct stat_agree *t)
{
	double same = 0; /* pairs together in both */
	double rows = 0; /* in the one */
	double cols = 0; /* in the other */
	uint64_t n = 0;
	double all;
	double expected;
	double most;

	for (size_t i = 0; i < t->n_row * t->n_col; i++)
		same += pairs(t->n[i]);
	for (size_t i = 0; i < t->n_row; i++) {
		rows += pairs(row_sum(t, i));
		n += row_sum(t, i);
	}
	for (size_t j = 0; j < t->n_col; j++)
		cols += pairs(column_sum(t, j));
	all = pairs(n);
	if (all <= 0)
		return (double)NAN;
	expected = rows * cols / all;
	most = (rows + cols) / 2;
	if (most - expected <= 0)
		return (double)NAN;
	return (same - expected) / (most - expected);
}

double
stat_agree_jaccard(const struct stat_agree *t, size_t i, size_t end)
{
	uint64_t a = row_sum(t, i);
	double best = 0;

	if (a == 0)
		return (double)NAN;
	for (size_t j = 0; j < end; j++) {
		uint64_t both = t->n[i * t->n_col + j];
		double x = (double)both / (double)(a + column_sum(t, j) - both);

		best = x > best ? x : best;
	}
	return best;
}
