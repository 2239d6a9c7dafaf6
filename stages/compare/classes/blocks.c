#include "blocks.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	AHEAD = 16 /* rows, asked for before they are needed */
};

static uint32_t
length(const struct sparse *t, uint32_t i)
{
	return (uint32_t)(t->at[i + 1] - t->at[i]);
}

/* Rows by rising length, of equal ones as they come. */
static void
sort_rows(struct blocks *b, const struct sparse *t)
{
	uint32_t *first;
	uint32_t most = 0;
	uint32_t sum = 0;

	for (uint32_t i = 0; i < t->n_row; i++)
		most = length(t, i) > most ? length(t, i) : most;
	b->first = mem_grow(
	    b->first, &b->cap_first, (size_t)most + 1, sizeof(*b->first));
	first = b->first;
	memset(first, 0, ((size_t)most + 1) * sizeof(*first));
	for (uint32_t i = 0; i < t->n_row; i++)
		first[length(t, i)]++;
	for (uint32_t k = 0; k <= most; k++) {
		uint32_t here = first[k];

		first[k] = sum;
		sum += here;
	}
	for (uint32_t i = 0; i < t->n_row; i++)
		b->row[first[length(t, i)]++] = i;
}

/* The rows of block k from b->col + at on.  Returns how many cells it has. */
static size_t
fill(struct blocks *b, const struct sparse *t, uint32_t k, size_t at)
{
	uint32_t from = k * BLOCK;
	uint32_t n = t->n_row - from < BLOCK ? t->n_row - from : BLOCK;
	uint32_t len = length(t, b->row[from + n - 1]);
	uint32_t *col;

	b->len[k] = len;
	b->col = mem_grow(
	    b->col, &b->cap_col, at + (size_t)len * BLOCK, sizeof(*b->col));
	col = b->col + at;
	for (uint32_t r = 0; r < BLOCK; r++) {
		uint32_t own = r < n ? length(t, b->row[from + r]) : 0;
		uint32_t soon =
		    from + r + AHEAD < t->n_row ? from + r + AHEAD : from;
		const uint32_t *x =
		    own > 0 ? t->col + t->at[b->row[from + r]] : NULL;

		__builtin_prefetch(&t->col[t->at[b->row[soon]]]);
		b->weight[from + r] = own > 0 ? 1 / (double)own : 0;
		for (uint32_t j = 0; j < own; j++)
			col[(size_t)j * BLOCK + r] = x[j];
		for (uint32_t j = own; j < len; j++)
			col[(size_t)j * BLOCK + r] = t->n_col;
	}
	return (size_t)len * BLOCK;
}

void
blocks_take(struct blocks *b, const struct sparse *t)
{
	size_t n = (size_t)t->n_row / BLOCK + 1;
	size_t at = 0;

	b->n_row = t->n_row;
	b->n = t->n_row / BLOCK + (t->n_row % BLOCK > 0);
	b->row = mem_grow(b->row, &b->cap_row, n * BLOCK, sizeof(*b->row));
	b->len = mem_grow(b->len, &b->cap_len, n, sizeof(*b->len));
	b->weight =
	    mem_grow(b->weight, &b->cap_weight, n * BLOCK, sizeof(*b->weight));
	sort_rows(b, t);
	for (uint32_t k = 0; k < b->n; k++)
		at += fill(b, t, k, at);
}

void
blocks_free(struct blocks *b)
{
	free(b->row);
	free(b->len);
	free(b->col);
	free(b->weight);
	free(b->first);
}

/* The sums of x of the rows of a block.  Written out, since that is what keeps
 * all of them in registers. */
static inline const uint32_t *
sum_block(const uint32_t *c, uint32_t len, const double *x, double s[BLOCK])
{
	double a[BLOCK] = {0};

	for (const uint32_t *end = c + (size_t)len * BLOCK; c < end;
	     c += BLOCK) {
		a[0] += x[c[0]];
		a[1] += x[c[1]];
		a[2] += x[c[2]];
		a[3] += x[c[3]];
		a[4] += x[c[4]];
		a[5] += x[c[5]];
		a[6] += x[c[6]];
		a[7] += x[c[7]];
	}
	for (int r = 0; r < BLOCK; r++)
		s[r] = a[r];
	return c;
}

static inline void
add_block(const uint32_t *c, uint32_t len, const double s[BLOCK], double *y)
{
	double a = s[0];
	double b = s[1];
	double d = s[2];
	double e = s[3];
	double f = s[4];
	double g = s[5];
	double h = s[6];
	double i = s[7];

	for (const uint32_t *end = c + (size_t)len * BLOCK; c < end;
	     c += BLOCK) {
		y[c[0]] += a;
		y[c[1]] += b;
		y[c[2]] += d;
		y[c[3]] += e;
		y[c[4]] += f;
		y[c[5]] += g;
		y[c[6]] += h;
		y[c[7]] += i;
	}
}

void
blocks_multiply(
    const struct blocks *b, const double *restrict x, double *restrict y)
{
	const uint32_t *c = b->col;

	for (uint32_t k = 0; k < b->n; k++) {
		const double *w = b->weight + (size_t)k * BLOCK;
		const uint32_t *end;
		double s[BLOCK];

		end = sum_block(c, b->len[k], x, s);
		for (int r = 0; r < BLOCK; r++)
			s[r] *= w[r];
		add_block(c, b->len[k], s, y);
		c = end;
	}
}

void
blocks_means(const struct blocks *b, const double *x, double *mean)
{
	const uint32_t *c = b->col;

	for (uint32_t k = 0; k < b->n; k++) {
		uint32_t from = k * BLOCK;
		uint32_t n = b->n_row - from < BLOCK ? b->n_row - from : BLOCK;
		double s[BLOCK];

		c = sum_block(c, b->len[k], x, s);
		for (uint32_t r = 0; r < n; r++)
			mean[b->row[from + r]] = s[r] * b->weight[from + r];
	}
}
