#include "figures.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "lib/table/counts.h"

void
figures_open(struct figures *f, const char *head)
{
	*f = (struct figures){.head = head};
	intern_open(&f->keys);
}

void
figures_free(struct figures *f)
{
	free(f->column);
	free(f->x);
	intern_free(&f->keys);
	buf_free(&f->key);
}

void
figures_column(
    struct figures *f, const char *name, const char *suffix, bool count)
{
	f->column = mem_grow(
	    f->column, &f->cap_column, f->n_col + 1, sizeof(*f->column));
	f->column[f->n_col++] = (struct figures_column){name, suffix, count};
}

void
figures_measured(struct figures *f, const char *name, bool interval)
{
	figures_column(f, name, "", false);
	if (!interval)
		return;
	figures_column(f, name, "_low", false);
	figures_column(f, name, "_high", false);
}

double *
figures_fill(
    double *x, const double *value, const struct stat_interval *in, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		*x++ = value[k];
		if (in == NULL)
			continue;
		*x++ = in[k].low;
		*x++ = in[k].high;
	}
	return x;
}

double *
figures_row(struct figures *f, const char *key, size_t len)
{
	size_t at = (size_t)intern_add(&f->keys, key, len) * f->n_col;

	f->x = mem_grow(f->x, &f->cap, at + f->n_col, sizeof(*f->x));
	return f->x + at;
}

double *
figures_name(struct figures *f, const char *name, size_t len)
{
	f->key.len = 0;
	counts_escape(&f->key, name, len);
	return figures_row(f, f->key.s, f->key.len);
}

static void
put_row(const struct figures *f, uint32_t row, struct out *o)
{
	size_t len;
	const char *key = intern_s(&f->keys, row, &len);
	const double *x = f->x + (size_t)row * f->n_col;

	out_mem(o, key, len);
	for (size_t k = 0; k < f->n_col; k++) {
		out_ch(o, '\t');
		if (f->column[k].count && !isnan(x[k]))
			out_u64(o, (uint64_t)x[k]);
		else
			out_real(o, x[k]);
	}
	out_ch(o, '\n');
}

void
figures_put(const struct figures *f, struct out *o)
{
	uint32_t *rank;
	uint32_t *order;

	out_str(o, f->head);
	for (size_t k = 0; k < f->n_col; k++) {
		out_tab_str(o, f->column[k].name);
		out_str(o, f->column[k].suffix);
	}
	out_ch(o, '\n');
	intern_rank(&f->keys, &rank, &order);
	for (uint32_t i = 0; i < f->keys.n; i++)
		put_row(f, order[i], o);
	free(rank);
	free(order);
}
