#include "crossed.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	LANES = 4,
	CELL = 4,           /* steps of pairs in the time of one of cells */
	BLOCK = 1024,       /* terms of two parts that the cache holds */
	UNITS_MOST = 11000, /* of which all pairs are held: 484 MB */
};

typedef double lanes
    __attribute__((vector_size(LANES * sizeof(double)), aligned(16)));

/* Is it cheaper to take all pairs of its units than to add them up by part and
 * take all pairs of parts? */
static bool
is_rare(size_t n, uint32_t n_part)
{
	return 3 * (double)n * (double)n < (double)n_part * (double)n_part;
}

/* Steps of a filling with all pairs of units, and without: some two
 * nanoseconds. */
static double
cost_of_pairs(const struct sparse *t, uint32_t n_part)
{
	double n = t->n_col;

	return (n * n / 2 / LANES + n * n_part) / CELL;
}

static double
cost_of_cells(const struct sparse *t, uint32_t n_part)
{
	double parts = (double)n_part * (n_part + 1) / 2;
	double cost = 0;

	for (size_t i = 0; i < t->n_row; i++) {
		double n = (double)(t->at[i + 1] - t->at[i]);

		cost += is_rare((size_t)n, n_part) ? n * (n + 1) / 2
						   : n + parts / LANES;
	}
	return cost;
}

/* Cells of the rows for which is_rare() is so, over the root of their sum. */
static void
choose(struct sparse *to, const struct sparse *t, uint32_t n_part, bool rare)
{
	sparse_begin(to, t->n_col);
	for (size_t i = 0; i < t->n_row; i++) {
		double root = sparse_root(t, i);

		if (is_rare(t->at[i + 1] - t->at[i], n_part) != rare)
			continue;
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			sparse_cell(to, t->col[k], t->f[k] / root);
		sparse_end(to);
	}
}

static size_t
rounded(size_t n, size_t by)
{
	return (n + by - 1) / by * by;
}

/* Terms of a block: as many as the cache holds of all parts, but no more blocks
 * than a unit has terms. */
static size_t
block_of(const struct sparse *t)
{
	size_t n = t->n_row;
	size_t n_cell = t->at[n];
	size_t wide =
	    n_cell == 0 ? n : rounded(n * t->n_col / n_cell + 1, BLOCK);

	return wide < n ? wide : rounded(n, LANES);
}

/* The cells of a table of terms by units, block by block, of each unit by unit.
 */
static void
cut_blocks(struct crossed *c, const struct sparse *t)
{
	struct sparse *to = &c->often;
	size_t n_cell = t->at[t->n_row];
	size_t *next;

	c->wide = block_of(t);
	c->n_block = c->wide == 0 ? 0 : rounded(t->n_row, c->wide) / c->wide;
	sparse_open(
	    to, (uint32_t)(c->n_block * t->n_col), (uint32_t)c->wide, n_cell);
	next = mem_new((size_t)to->n_row + 2, sizeof(*next));
	for (size_t r = 0; r < t->n_row; r++)
		for (size_t k = t->at[r]; k < t->at[r + 1]; k++)
			next[r / c->wide * t->n_col + t->col[k] + 2]++;
	for (size_t i = 0; i < to->n_row; i++)
		next[i + 2] += next[i + 1];
	for (size_t r = 0; r < t->n_row; r++)
		for (size_t k = t->at[r]; k < t->at[r + 1]; k++) {
			size_t at =
			    next[r / c->wide * t->n_col + t->col[k] + 1]++;

			to->col[at] = (uint32_t)(r % c->wide);
			to->f[at] = t->f[k];
		}
	memcpy(to->at, next, ((size_t)to->n_row + 1) * sizeof(*next));
	free(next);
}

static void
open_cells(struct crossed *c, const struct sparse *t)
{
	struct sparse often = {0};

	choose(&c->rare, t, c->n_part, true);
	choose(&often, t, c->n_part, false);
	cut_blocks(c, &often);
	c->held = mem_new(c->wide * c->n_part, sizeof(*c->held));
	sparse_free(&often);
}

void
crossed_open(struct crossed *c, const struct sparse *t, uint32_t n_part)
{
	double pairs = cost_of_pairs(t, n_part);
	double cells = cost_of_cells(t, n_part);

	*c = (struct crossed){.n_unit = t->n_col, .n_part = n_part};
	c->words = mem_new(c->n_unit, sizeof(*c->words));
	c->self = mem_new(c->n_unit, sizeof(*c->self));
	for (size_t r = 0; r < t->n_row; r++) {
		double root = sparse_root(t, r);

		for (size_t k = t->at[r]; k < t->at[r + 1]; k++) {
			double x = t->f[k] / root;

			c->words[t->col[k]] += t->f[k];
			c->self[t->col[k]] += x * x;
		}
	}
	c->by_pairs = pairs <= cells && c->n_unit <= UNITS_MOST;
	c->cost = c->by_pairs ? pairs : cells;
	if (c->by_pairs)
		crossed_pairs_open(&c->pairs, t, n_part);
	else
		open_cells(c, t);
	c->diagonal =
	    mem_new((size_t)CROSSED_CASES * n_part, sizeof(*c->diagonal));
}

void
crossed_close(struct crossed *c)
{
	crossed_pairs_close(&c->pairs);
	sparse_free(&c->rare);
	sparse_free(&c->often);
	free(c->words);
	free(c->self);
	free(c->held);
	free(c->diagonal);
	*c = (struct crossed){0};
}

/* n is a multiple of LANES. */
static double
product(const double *x, const double *y, size_t n)
{
	lanes sum = {0};

	for (size_t i = 0; i < n; i += LANES) {
		lanes a;
		lanes b;

		memcpy(&a, x + i, sizeof(a));
		memcpy(&b, y + i, sizeof(b));
		sum += a * b;
	}
	return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* The products of the parts, whose sums in a block are held. */
static void
multiply(struct crossed *c, double *m, double *diagonal)
{
	uint32_t n = c->n_part;

	for (size_t from = 0; from < c->wide; from += BLOCK) {
		size_t len = c->wide - from < BLOCK ? c->wide - from : BLOCK;

		for (uint32_t a = 0; a < n; a++)
			for (uint32_t b = 0; b <= a; b++) {
				double x = product(c->held + a * c->wide + from,
				    c->held + b * c->wide + from, len);

				if (a == b)
					diagonal[a] += x;
				else
					m[(size_t)a * n + b] += x;
			}
	}
}

/* The sums of the parts in a block. */
static void
hold(struct crossed *c, const struct crossed_case *x, size_t block)
{
	const struct sparse *t = &c->often;
	const size_t *at = t->at + block * c->n_unit;

	memset(c->held, 0, c->wide * c->n_part * sizeof(*c->held));
	for (uint32_t i = 0; i < c->n_unit; i++) {
		double w = crossed_times(x, i);
		double *to;

		if (x->part[i] == UINT32_MAX || !(w > 0))
			continue;
		to = c->held + x->part[i] * c->wide;
		for (size_t k = at[i]; k < at[i + 1]; k++)
			to[t->col[k]] += w * t->f[k];
	}
}

/* A block of all cases while the cache holds it. */
static void
add_often(struct crossed *c, const struct crossed_case *x, size_t n)
{
	for (size_t block = 0; block < c->n_block; block++)
		for (size_t i = 0; i < n; i++) {
			hold(c, &x[i], block);
			multiply(c, x[i].m, c->diagonal + i * c->n_part);
		}
}

/* Cell i of a row that begins at `from`, with the cells before it. */
static void
add_cell(const struct crossed *c, size_t from, size_t i,
    const struct crossed_case *y, double *diagonal)
{
	const struct sparse *t = &c->rare;
	uint32_t a = y->part[t->col[i]];
	double x = t->f[i] * crossed_times(y, t->col[i]);
	double *to;

	if (a == UINT32_MAX || !(x > 0))
		return;
	to = y->m + (size_t)a * c->n_part;
	diagonal[a] += x * x;
	for (size_t j = from; j < i; j++) {
		uint32_t b = y->part[t->col[j]];
		double w = crossed_times(y, t->col[j]);

		if (b != UINT32_MAX)
			to[b] += x * w * t->f[j];
	}
}

static void
add_rare(
    const struct crossed *c, const struct crossed_case *x, double *diagonal)
{
	const struct sparse *t = &c->rare;

	for (size_t r = 0; r < t->n_row; r++)
		for (size_t i = t->at[r]; i < t->at[r + 1]; i++)
			add_cell(c, t->at[r], i, x, diagonal);
}

static void
add_cells(struct crossed *c, const struct crossed_case *x, size_t n)
{
	size_t n_part = c->n_part;

	for (size_t i = 0; i < n; i++)
		memset(x[i].m, 0, n_part * n_part * sizeof(*x[i].m));
	add_often(c, x, n);
	for (size_t i = 0; i < n; i++)
		add_rare(c, &x[i], c->diagonal + i * n_part);
}

/* Either way round, pairs are those of both. */
static void
fold(double *m, size_t n)
{
	for (size_t a = 0; a < n; a++)
		for (size_t b = 0; b <= a; b++) {
			double both = m[a * n + b] + m[b * n + a];

			m[a * n + b] = m[b * n + a] = both;
		}
}

/* Of units with themselves. */
static void
add_selves(
    const struct crossed *c, const struct crossed_case *x, double *diagonal)
{
	for (size_t i = 0; i < c->n_unit; i++) {
		double w = crossed_times(x, i);

		if (x->part[i] != UINT32_MAX && w > 0)
			diagonal[x->part[i]] += w * w * c->self[i];
	}
}

void
crossed_fill(struct crossed *c, const struct crossed_case *x, size_t n)
{
	size_t n_part = c->n_part;

	memset(c->diagonal, 0, n * n_part * sizeof(*c->diagonal));
	if (c->by_pairs)
		crossed_pairs_fill(&c->pairs, x, n);
	else
		add_cells(c, x, n);
	for (size_t i = 0; i < n; i++) {
		double *diagonal = c->diagonal + i * n_part;

		if (c->by_pairs)
			add_selves(c, &x[i], diagonal);
		fold(x[i].m, n_part);
		for (size_t a = 0; a < n_part; a++)
			x[i].m[a * n_part + a] += diagonal[a];
	}
}
