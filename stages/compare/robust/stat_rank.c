#include "stat_rank.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

struct ranked {
	double x;
	size_t i;
};

static int
by_value(const void *a, const void *b)
{
	const struct ranked *p = a;
	const struct ranked *q = b;

	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return (p->i > q->i) - (p->i < q->i);
}

void
stat_rank(const double *x, size_t n, double *rank)
{
	struct ranked *r = mem_new(n, sizeof(*r));
	size_t end;

	for (size_t i = 0; i < n; i++)
		r[i] = (struct ranked){x[i], i};
	if (n > 0)
		qsort(r, n, sizeof(*r), by_value);
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n && r[end].x == r[i].x;)
			end++;
		for (size_t k = i; k < end; k++)
			rank[r[k].i] = (double)(i + 1 + end) / 2;
	}
	free(r);
}

static double
mean(const double *x, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i];
	return sum / (double)n;
}

double
stat_rank_pearson(const double *x, const double *y, size_t n)
{
	double xx = 0;
	double yy = 0;
	double xy = 0;
	double mx;
	double my;

	if (n < 2)
		return (double)NAN;
	mx = mean(x, n);
	my = mean(y, n);
	for (size_t i = 0; i < n; i++) {
		xx += (x[i] - mx) * (x[i] - mx);
		yy += (y[i] - my) * (y[i] - my);
		xy += (x[i] - mx) * (y[i] - my);
	}
	return xx > 0 && yy > 0 ? xy / sqrt(xx * yy) : (double)NAN;
}

double
stat_rank_spearman(const double *x, const double *y, size_t n)
{
	double *p = mem_new(n, sizeof(*p));
	double *q = mem_new(n, sizeof(*q));
	double r;

	stat_rank(x, n, p);
	stat_rank(y, n, q);
	r = stat_rank_pearson(p, q, n);
	free(p);
	free(q);
	return r;
}
