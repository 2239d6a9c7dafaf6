#include "reinert_split.h"

#include <stdlib.h>

#include "mem.h"
#include "reinert_axis.h"

/* A move must raise the chi-square by more than rounding could. */
static const double least_gain = 1e-12;

/* The first group, and what the chi-square is made of. */
struct groups2 {
	const struct reinert_table *t;
	double *per;    /* 1 / rows of the column */
	uint32_t *n;    /* by column: rows of the first group */
	double q;       /* sum of n^2 / rows of the column */
	uint64_t cells; /* of the first group */
	uint32_t rows[2];
};

static void
groups2_open(struct groups2 *g, const struct reinert_table *t)
{
	uint32_t *n = reinert_table_columns(t);

	*g = (struct groups2){.t = t};
	g->per = mem_new(t->n_col, sizeof(*g->per));
	g->n = mem_new(t->n_col, sizeof(*g->n));
	for (uint32_t j = 0; j < t->n_col; j++)
		g->per[j] = 1 / (double)n[j];
	free(n);
}

static void
groups2_free(struct groups2 *g)
{
	free(g->per);
	free(g->n);
}

/* With N 1s in all and a in the first group: sum over groups and columns of
 * (n - E)^2 / E = N (N q - a^2) / (a (N - a)). */
static double
chi2_of(const struct groups2 *g, double q, uint64_t cells)
{
	double all = (double)g->t->at[g->t->n_row];
	double a = (double)cells;

	if (cells == 0 || a >= all)
		return 0;
	return all * (all * q - a * a) / (a * (all - a));
}

static size_t
row_cells(const struct reinert_table *t, uint32_t i)
{
	return t->at[i + 1] - t->at[i];
}

/* What q becomes when row i enters or leaves the first group. */
static double
q_with(const struct groups2 *g, uint32_t i, bool enters)
{
	const struct reinert_table *t = g->t;
	double d = 0;

	for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
		uint32_t j = t->col[k];
		double twice = 2 * (double)g->n[j];

		d += (enters ? 1 + twice : 1 - twice) * g->per[j];
	}
	return g->q + d;
}

static void
put(struct groups2 *g, uint32_t i, bool enters, double q)
{
	const struct reinert_table *t = g->t;
	uint32_t by = enters ? 1 : UINT32_MAX; /* + 1 or - 1 */

	for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
		g->n[t->col[k]] += by;
	g->cells =
	    enters ? g->cells + row_cells(t, i) : g->cells - row_cells(t, i);
	g->rows[0] += by;
	g->rows[1] -= by;
	g->q = q;
}

/* The groups as they are, q without what rounding has added up. */
static void
fill(struct groups2 *g, const bool *right)
{
	const struct reinert_table *t = g->t;

	g->cells = 0;
	g->rows[0] = 0;
	g->rows[1] = t->n_row;
	for (uint32_t j = 0; j < t->n_col; j++)
		g->n[j] = 0;
	for (uint32_t i = 0; i < t->n_row; i++)
		if (!right[i])
			put(g, i, true, 0);
	g->q = 0;
	for (uint32_t j = 0; j < t->n_col; j++)
		g->q += (double)g->n[j] * (double)g->n[j] * g->per[j];
}

double
reinert_split_chi2(const struct reinert_table *t, const bool *right)
{
	struct groups2 g;
	double chi2;

	groups2_open(&g, t);
	fill(&g, right);
	chi2 = chi2_of(&g, g.q, g.cells);
	groups2_free(&g);
	return chi2;
}

struct place {
	double x;
	uint32_t row;
};

static int
by_place(const void *a, const void *b)
{
	const struct place *p = a;
	const struct place *q = b;

	if (p->x < q->x)
		return -1;
	if (p->x > q->x)
		return 1;
	return (p->row > q->row) - (p->row < q->row);
}

/* The best cut between two rows with different coordinates, the first of
 * equal ones; false if there is none. */
static bool
cut(struct reinert_split *s, const struct reinert_table *t, const double *x)
{
	struct place *p = mem_new(t->n_row, sizeof(*p));
	struct groups2 g;
	uint32_t best = 0;

	for (uint32_t i = 0; i < t->n_row; i++)
		p[i] = (struct place){x[i], i};
	qsort(p, t->n_row, sizeof(*p), by_place);
	groups2_open(&g, t);
	s->cut = 0;
	for (uint32_t i = 0; i + 1 < t->n_row; i++) {
		double chi2;

		put(&g, p[i].row, true, q_with(&g, p[i].row, true));
		if (p[i + 1].x <= p[i].x)
			continue;
		chi2 = chi2_of(&g, g.q, g.cells);
		if (chi2 > s->cut) {
			s->cut = chi2;
			best = i + 1;
		}
	}
	for (uint32_t i = 0; i < t->n_row; i++)
		s->right[p[i].row] = i >= best;
	groups2_free(&g);
	free(p);
	return best > 0;
}

void
reinert_split_sweep(struct reinert_split *s, const struct reinert_table *t)
{
	struct groups2 g;
	uint64_t moved;

	groups2_open(&g, t);
	do {
		moved = 0;
		fill(&g, s->right);
		s->chi2 = chi2_of(&g, g.q, g.cells);
		if (g.rows[0] < REINERT_LEAST || g.rows[1] < REINERT_LEAST)
			break;
		for (uint32_t i = 0; i < t->n_row; i++) {
			bool enters = s->right[i];
			double q = q_with(&g, i, enters);
			double chi2 = chi2_of(&g, q,
			    enters ? g.cells + row_cells(t, i)
				   : g.cells - row_cells(t, i));

			if (chi2 <= s->chi2 * (1 + least_gain))
				continue;
			put(&g, i, enters, q);
			s->right[i] = !enters;
			s->chi2 = chi2;
			moved++;
		}
		s->sweeps += moved > 0;
		s->moves += moved;
	} while (moved > 0);
	groups2_free(&g);
}

bool
reinert_split_open(struct reinert_split *s, const struct reinert_table *t)
{
	struct reinert_axis a;
	bool done;

	*s = (struct reinert_split){0};
	if (!reinert_axis_open(&a, t))
		return false;
	s->eigenvalue = a.eigenvalue;
	s->converged = a.converged;
	s->right = mem_new(t->n_row, sizeof(*s->right));
	done = cut(s, t, a.row);
	reinert_axis_free(&a);
	if (done)
		reinert_split_sweep(s, t);
	else
		reinert_split_free(s);
	return done;
}

void
reinert_split_free(struct reinert_split *s)
{
	free(s->right);
	s->right = NULL;
}
