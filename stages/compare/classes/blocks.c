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

/* Cell k of a column list; where `narrow` is a constant it costs nothing. */
static inline __attribute__((always_inline)) uint32_t
cell(const void *col, bool narrow, size_t k)
{
	return narrow ? ((const uint16_t *)col)[k] : ((const uint32_t *)col)[k];
}

static void
set_cell(struct blocks *b, size_t k, uint32_t x)
{
	if (b->narrow)
		((uint16_t *)b->col)[k] = (uint16_t)x;
	else
		((uint32_t *)b->col)[k] = x;
}

/* The rows of block k from cell `at` on.  Returns how many cells it has. */
static size_t
fill(struct blocks *b, const struct sparse *t, uint32_t k, size_t at)
{
	uint32_t from = k * BLOCK;
	uint32_t n = t->n_row - from < BLOCK ? t->n_row - from : BLOCK;
	uint32_t len = length(t, b->row[from + n - 1]);
	size_t size = b->narrow ? sizeof(uint16_t) : sizeof(uint32_t);

	b->len[k] = len;
	b->col =
	    mem_grow(b->col, &b->cap_col, (at + (size_t)len * BLOCK) * size, 1);
	for (uint32_t r = 0; r < BLOCK; r++) {
		uint32_t own = r < n ? length(t, b->row[from + r]) : 0;
		uint32_t soon =
		    from + r + AHEAD < t->n_row ? from + r + AHEAD : from;
		const uint32_t *x =
		    own > 0 ? t->col + t->at[b->row[from + r]] : NULL;

		__builtin_prefetch(&t->col[t->at[b->row[soon]]]);
		b->weight[from + r] = own > 0 ? 1 / (double)own : 0;
		for (uint32_t j = 0; j < len; j++)
			set_cell(b, at + (size_t)j * BLOCK + r,
			    j < own ? x[j] : t->n_col);
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
	b->narrow = t->n_col <= UINT16_MAX;
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

/* Eight rows from cell k on.  Written out, since that is what keeps all of them
 * in registers. */
struct eight {
	const struct blocks *b;
	size_t k;
	size_t end;
	double s[BLOCK];
};

static inline __attribute__((always_inline)) void
sum_block(struct eight *e, bool narrow, const double *x)
{
	const void *c = e->b->col;
	double a[BLOCK] = {0};

	for (size_t k = e->k; k < e->end; k += BLOCK) {
		a[0] += x[cell(c, narrow, k)];
		a[1] += x[cell(c, narrow, k + 1)];
		a[2] += x[cell(c, narrow, k + 2)];
		a[3] += x[cell(c, narrow, k + 3)];
		a[4] += x[cell(c, narrow, k + 4)];
		a[5] += x[cell(c, narrow, k + 5)];
		a[6] += x[cell(c, narrow, k + 6)];
		a[7] += x[cell(c, narrow, k + 7)];
	}
	for (int r = 0; r < BLOCK; r++)
		e->s[r] = a[r];
}

static inline __attribute__((always_inline)) void
add_block(const struct eight *e, bool narrow, double *y)
{
	const void *c = e->b->col;
	double s0 = e->s[0];
	double s1 = e->s[1];
	double s2 = e->s[2];
	double s3 = e->s[3];
	double s4 = e->s[4];
	double s5 = e->s[5];
	double s6 = e->s[6];
	double s7 = e->s[7];

	for (size_t k = e->k; k < e->end; k += BLOCK) {
		y[cell(c, narrow, k)] += s0;
		y[cell(c, narrow, k + 1)] += s1;
		y[cell(c, narrow, k + 2)] += s2;
		y[cell(c, narrow, k + 3)] += s3;
		y[cell(c, narrow, k + 4)] += s4;
		y[cell(c, narrow, k + 5)] += s5;
		y[cell(c, narrow, k + 6)] += s6;
		y[cell(c, narrow, k + 7)] += s7;
	}
}

static inline __attribute__((always_inline)) void
multiply(
    const struct blocks *b, bool narrow, const double *x, double *restrict y)
{
	struct eight e = {.b = b};

	for (uint32_t i = 0; i < b->n; i++) {
		const double *w = b->weight + (size_t)i * BLOCK;

		e.end = e.k + (size_t)b->len[i] * BLOCK;
		sum_block(&e, narrow, x);
		for (int r = 0; r < BLOCK; r++)
			e.s[r] *= w[r];
		add_block(&e, narrow, y);
		e.k = e.end;
	}
}

void
blocks_multiply(
    const struct blocks *b, const double *restrict x, double *restrict y)
{
	if (b->narrow)
		multiply(b, true, x, y);
	else
		multiply(b, false, x, y);
}

void
blocks_means(const struct blocks *b, const double *x, double *mean)
{
	struct eight e = {.b = b};

	for (uint32_t i = 0; i < b->n; i++) {
		uint32_t from = i * BLOCK;
		uint32_t n = b->n_row - from < BLOCK ? b->n_row - from : BLOCK;

		e.end = e.k + (size_t)b->len[i] * BLOCK;
		if (b->narrow)
			sum_block(&e, true, x);
		else
			sum_block(&e, false, x);
		for (uint32_t r = 0; r < n; r++)
			mean[b->row[from + r]] = e.s[r] * b->weight[from + r];
		e.k = e.end;
	}
}
