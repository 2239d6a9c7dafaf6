#include "tables.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/adjust.h"

struct ranked {
	double ln_p;
	double v;
	uint32_t row;
};

void
trend_put_term(struct trend *t, uint32_t item)
{
	size_t len;
	const char *s;

	if (t->c->has_size) {
		s = counts_name(&t->c->sizes, t->size, &len);
		out_mem(t->out, s, len);
		out_ch(t->out, '\t');
	}
	s = rollup_name(t->r, item, &len);
	out_mem(t->out, s, len);
}

void
trend_put_count(struct trend *t, uint64_t v)
{
	out_ch(t->out, '\t');
	out_u64(t->out, v);
}

void
trend_put_real(struct trend *t, double v)
{
	out_ch(t->out, '\t');
	out_real(t->out, v);
}

void
trend_put_exp(struct trend *t, double ln)
{
	out_ch(t->out, '\t');
	out_exp(t->out, ln);
}

void
trend_put_period(struct trend *t, uint32_t point)
{
	size_t len;
	const char *s = period_name(t->p, t->s.period[point], &len);

	out_ch(t->out, '\t');
	out_mem(t->out, s, len);
}

void
trend_adjust(const struct trend *t, double *ln_p, size_t n)
{
	uint64_t family = stat_adjust_bh(ln_p, NULL, n);
	size_t len;
	const char *s = counts_name(&t->c->sizes, t->size, &len);

	note("%s%s%stests: %" PRIu64, t->c->has_size ? "n " : "", s,
	    t->c->has_size ? ": " : "", family);
}

static int
by_p(const void *a, const void *b)
{
	const struct ranked *x = a;
	const struct ranked *y = b;

	if (isnan(x->ln_p) != isnan(y->ln_p))
		return isnan(x->ln_p) ? 1 : -1;
	if (x->ln_p < y->ln_p)
		return -1;
	if (x->ln_p > y->ln_p)
		return 1;
	if (x->v > y->v)
		return -1;
	if (x->v < y->v)
		return 1;
	return (x->row > y->row) - (x->row < y->row);
}

uint32_t *
trend_order(const double *ln_p, const double *v, uint32_t n)
{
	struct ranked *row = mem_new(n, sizeof(*row));
	uint32_t *order = mem_new(n, sizeof(*order));

	for (uint32_t i = 0; i < n; i++)
		row[i] = (struct ranked){ln_p[i], v != NULL ? v[i] : 0, i};
	qsort(row, n, sizeof(*row), by_p);
	for (uint32_t i = 0; i < n; i++)
		order[i] = row[i].row;
	free(row);
	return order;
}
