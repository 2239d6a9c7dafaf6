#include "split.h"

#include <stdlib.h>

#include "axis.h"
#include "compare/common/ranked.h"
#include "lib/base/mem.h"

/* A move must raise chi-square / N, which is 0 to 1, by more than rounding
 * could. */
static const double least_gain = 1e-12;

/* Two groups of rows, and what their chi-square is made of. */
struct pair {
	const struct sparse *t;
	double *per;       /* 1 / rows of the column */
	uint32_t *n[2];    /* by column: rows of the group */
	double q[2];       /* sum over columns of n^2 / rows of the column */
	uint64_t cells[2]; /* 1s of the group */
	uint32_t rows[2];
};

static void
pair_open(struct pair *p, const struct sparse *t)
{
	uint32_t *n = sparse_columns(t);

	*p = (struct pair){.t = t};
	p->per = mem_new(t->n_col, sizeof(*p->per));
	p->n[0] = mem_new(t->n_col, sizeof(*p->n[0]));
	p->n[1] = mem_new(t->n_col, sizeof(*p->n[1]));
	for (uint32_t j = 0; j < t->n_col; j++)
		p->per[j] = 1 / (double)n[j];
	free(n);
}

static void
pair_free(struct pair *p)
{
	free(p->per);
	free(p->n[0]);
	free(p->n[1]);
}

/* With N 1s in all, a of them in a group: the sum over groups and columns of
 * (n - E)^2 / E is N (N q - a^2) / (a (N - a)), from either group; the smaller
 * one's q has less to lose in the difference. */
static double
chi2_of(const double q[2], const uint64_t cells[2])
{
	int k = cells[0] > cells[1];
	double a = (double)cells[k];
	double b = (double)cells[1 - k];

	if (cells[k] == 0)
		return 0;
	return (a + b) * ((a + b) * q[k] - a * a) / (a * b);
}

static size_t
row_cells(const struct sparse *t, uint32_t i)
{
	return t->at[i + 1] - t->at[i];
}

/* What q and cells become when row i goes from a group to the other one. */
static void
weigh(
    const struct pair *p, uint32_t i, int from, double q[2], uint64_t cells[2])
{
	const struct sparse *t = p->t;
	double out = 0;
	double in = 0;

	for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
		uint32_t j = t->col[k];

		out += (1 - 2 * (double)p->n[from][j]) * p->per[j];
		in += (1 + 2 * (double)p->n[1 - from][j]) * p->per[j];
	}
	q[from] = p->q[from] + out;
	q[1 - from] = p->q[1 - from] + in;
	cells[from] = p->cells[from] - row_cells(t, i);
	cells[1 - from] = p->cells[1 - from] + row_cells(t, i);
}

static void
move(struct pair *p, uint32_t i, int from, const double q[2],
    const uint64_t cells[2])
{
	const struct sparse *t = p->t;

	for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
		p->n[from][t->col[k]]--;
		p->n[1 - from][t->col[k]]++;
	}
	for (int k = 0; k < 2; k++) {
		p->q[k] = q[k];
		p->cells[k] = cells[k];
	}
	p->rows[from]--;
	p->rows[1 - from]++;
}

/* The groups as they are, without what rounding has added up. */
static void
fill(struct pair *p, const bool *right)
{
	const struct sparse *t = p->t;

	for (int k = 0; k < 2; k++) {
		p->q[k] = 0;
		p->cells[k] = 0;
		p->rows[k] = 0;
		for (uint32_t j = 0; j < t->n_col; j++)
			p->n[k][j] = 0;
	}
	for (uint32_t i = 0; i < t->n_row; i++) {
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			p->n[right[i]][t->col[k]]++;
		p->cells[right[i]] += row_cells(t, i);
		p->rows[right[i]]++;
	}
	for (int k = 0; k < 2; k++)
		for (uint32_t j = 0; j < t->n_col; j++)
			p->q[k] +=
			    (double)p->n[k][j] * (double)p->n[k][j] * p->per[j];
}

double
reinert_split_chi2(const struct sparse *t, const bool *right)
{
	struct pair p;
	double chi2;

	pair_open(&p, t);
	fill(&p, right);
	chi2 = chi2_of(p.q, p.cells);
	pair_free(&p);
	return chi2;
}

/* chi2[i]: of the cut behind the i-th place.  From both ends, so that the group
 * that grows is the smaller one. */
static double *
all_cuts(const struct sparse *t, const struct ranked *x, bool *right)
{
	double *chi2 = mem_new(t->n_row, sizeof(*chi2));
	struct pair p;
	double q[2];
	uint64_t cells[2];

	pair_open(&p, t);
	for (int end = 0; end < 2; end++) {
		for (uint32_t i = 0; i < t->n_row; i++)
			right[i] = end == 0;
		fill(&p, right);
		for (uint32_t k = 0; k < t->n_row; k++) {
			uint32_t i = end == 0 ? k : t->n_row - 1 - k;

			weigh(&p, x[i].id, 1 - end, q, cells);
			move(&p, x[i].id, 1 - end, q, cells);
			if (cells[end] > cells[1 - end])
				break;
			if (end == 0)
				chi2[i] = chi2_of(q, cells);
			else if (i > 0)
				chi2[i - 1] = chi2_of(q, cells);
		}
	}
	pair_free(&p);
	return chi2;
}

/* The best cut between two rows with different coordinates, the first of
 * equal ones; false if there is none. */
static bool
cut(struct reinert_split *s, const struct sparse *t, const double *x)
{
	struct ranked *p = mem_new(t->n_row, sizeof(*p));
	double *chi2;
	uint32_t best = 0;

	for (uint32_t i = 0; i < t->n_row; i++)
		p[i] = (struct ranked){x[i], i};
	ranked_rising(p, t->n_row);
	chi2 = all_cuts(t, p, s->right);
	s->cut = 0;
	for (uint32_t i = 0; i + 1 < t->n_row; i++)
		if (p[i + 1].v > p[i].v && chi2[i] > s->cut) {
			s->cut = chi2[i];
			best = i + 1;
		}
	for (uint32_t i = 0; i < t->n_row; i++)
		s->right[p[i].id] = i >= best;
	free(chi2);
	free(p);
	return best > 0;
}

uint64_t
reinert_split_sweep(struct reinert_split *s, const struct sparse *t)
{
	double gain = least_gain * (double)t->at[t->n_row];
	struct pair p;
	uint64_t moved = 0;
	bool goes;

	pair_open(&p, t);
	fill(&p, s->right);
	s->chi2 = chi2_of(p.q, p.cells);
	goes = p.rows[0] >= REINERT_LEAST && p.rows[1] >= REINERT_LEAST;
	for (uint32_t i = 0; goes && i < t->n_row; i++) {
		double q[2];
		uint64_t cells[2];
		double chi2;

		weigh(&p, i, s->right[i], q, cells);
		chi2 = chi2_of(q, cells);
		if (chi2 <= s->chi2 + gain)
			continue;
		move(&p, i, s->right[i], q, cells);
		s->right[i] = !s->right[i];
		s->chi2 = chi2;
		moved++;
	}
	pair_free(&p);
	s->sweeps += moved > 0;
	s->moves += moved;
	return moved;
}

bool
reinert_split_open(struct reinert_split *s, const struct sparse *t)
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
		while (reinert_split_sweep(s, t) > 0)
			continue;
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
