#include "split.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "order.h"

enum {
	AHEAD = 16, /* rows */
	LINE = 16,  /* columns in one of the cache */
};

/* A move must raise chi-square / N, which is 0 to 1, by more than rounding
 * could. */
static const double least_gain = 1e-12;
/* Less than this much of a number is less, whatever is rounded. */
static const double surely = 1 - 1e-12;

/* What a row of group g that has the column adds to q of its own group, and of
 * the other one, when it goes there. */
typedef double change __attribute__((vector_size(2 * sizeof(double))));

/* Two groups of rows, and what their chi-square is made of. */
struct pair {
	const struct sparse *t;
	const uint32_t *all; /* by column: rows */
	double *per;         /* 1 / rows of the column */
	uint32_t **n;        /* by group and column: rows */
	change *by[2];       /* by group and column */
	double q[2];         /* sum over columns of n^2 / rows of the column */
	uint64_t cells[2];   /* 1s of the group */
	uint32_t *rows;
};

static size_t
row_cells(const struct sparse *t, uint64_t i)
{
	return t->at[i + 1] - t->at[i];
}

/* With N 1s in all, a of them in a group: the sum over groups and columns of
 * (n - E)^2 / E is N (N q - a^2) / (a (N - a)), from either group; the smaller
 * one's q has less to lose in the difference. */
static inline double
chi2_by(double all, double a, double q)
{
	return all * (all * q - a * a) / (a * (all - a));
}

/* Is it no more than this?  Plainly, without a division. */
static inline bool
is_no_more(double all, double a, double q, double than)
{
	return all * (all * q - a * a) < than * (a * (all - a)) * surely;
}

static double
chi2_of(const double q[2], const uint64_t cells[2])
{
	int k = cells[0] > cells[1];
	double a = (double)cells[k];

	if (cells[k] == 0)
		return 0;
	return chi2_by(a + (double)cells[1 - k], a, q[k]);
}

/* ---- the best cut ---- */

/* A column while the rows of one end are added up. */
struct column {
	double per; /* 1 / rows of it */
	double n;   /* rows so far */
};

/* From one end of the rows in their order, those with the first or the last
 * coordinates. */
struct end {
	const struct sparse *t;
	const struct place *x;
	int side;
	struct column *c;
	double chi2;   /* of the best cut so far */
	uint32_t best; /* it is behind so many rows */
	bool falls;    /* it is from this end, an equal one is before it */
};

/* What row i adds to q of its end. */
static double
add_row(struct end *e, uint64_t i)
{
	const struct sparse *t = e->t;
	double in = 0;

	for (size_t j = t->at[i]; j < t->at[i + 1]; j++) {
		struct column *y = &e->c[t->col[j]];

		in += (1 + 2 * y->n) * y->per;
		y->n++;
	}
	return in;
}

/* The row `ahead` places further on; the last one where there is none. */
static uint64_t
row_soon(const struct end *e, uint32_t k, uint32_t ahead)
{
	uint32_t n = e->t->n_row;
	uint32_t last = n - 1;

	k = ahead < last - k ? k + ahead : last;
	return e->x[e->side == 0 ? k : last - k].row;
}

/* The best of the cuts between rows with different coordinates, as long as the
 * rows of this end are the smaller group; of equal ones the first. */
static void
cuts_from(struct end *e)
{
	uint32_t n = e->t->n_row;
	uint64_t all = e->t->at[n];
	uint64_t cells = 0;
	double q = 0;

	for (uint32_t k = 0; k + 1 < n; k++) {
		uint32_t at = e->side == 0 ? k : n - 1 - k;
		uint32_t behind = e->side == 0 ? at + 1 : at; /* the cut */
		const size_t *later = &e->t->at[row_soon(e, k, 2 * AHEAD)];
		const uint32_t *soon =
		    e->t->col + e->t->at[row_soon(e, k, AHEAD)];
		double chi2;

		/* rows in the order of the axis are anywhere in memory; here,
		 * for gcc takes a function that only asks for nothing */
		__builtin_prefetch(later);
		__builtin_prefetch(soon);
		__builtin_prefetch(soon + LINE);
		q += add_row(e, e->x[at].row);
		cells += row_cells(e->t, e->x[at].row);
		if (cells + (unsigned)e->side > all - cells)
			break;
		if (e->x[behind].key == e->x[behind - 1].key ||
		    is_no_more((double)all, (double)cells, q, e->chi2))
			continue;
		chi2 = chi2_by((double)all, (double)cells, q);
		if (chi2 > e->chi2 || (e->falls && chi2 >= e->chi2)) {
			e->chi2 = chi2;
			e->best = behind;
			e->falls = e->side == 1;
		}
	}
}

/* The best cut, the first of equal ones; false if there is none. */
static bool
cut(struct split *s, const struct reinert_part *part, const double *x)
{
	const struct sparse *t = &part->t;
	struct place *p = order_rows(x, t->n_row);
	struct column *c = mem_new(t->n_col, sizeof(*c));
	uint32_t best = 0;

	s->cut = 0;
	for (int side = 0; side < 2; side++) {
		struct end e = {t, p, side, c, s->cut, best, false};

		for (uint32_t j = 0; j < t->n_col; j++)
			c[j] = (struct column){.per = 1 / (double)part->n[j]};
		cuts_from(&e);
		s->cut = e.chi2;
		best = e.best;
	}
	for (uint32_t i = 0; i < t->n_row; i++)
		s->right[p[i].row] = i >= best;
	free(c);
	free(p);
	return best > 0;
}

/* ---- moves ---- */

/* Counts the rows of the smaller group, and so those of the other one. */
static void
count(struct pair *p, const bool *right)
{
	const struct sparse *t = p->t;
	uint32_t many = 0;
	int k;

	for (uint32_t i = 0; i < t->n_row; i++)
		many += right[i];
	p->rows[0] = t->n_row - many;
	p->rows[1] = many;
	k = many < t->n_row - many;
	p->cells[k] = 0;
	memset(p->n[k], 0, t->n_col * sizeof(*p->n[k]));
	for (uint32_t i = 0; i < t->n_row; i++) {
		if (right[i] != (k == 1))
			continue;
		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			p->n[k][t->col[j]]++;
		p->cells[k] += row_cells(t, i);
	}
	p->cells[1 - k] = t->at[t->n_row] - p->cells[k];
	for (uint32_t j = 0; j < t->n_col; j++)
		p->n[1 - k][j] = p->all[j] - p->n[k][j];
}

/* q as it is, without what rounding has added up. */
static void
add_up(struct pair *p)
{
	for (int k = 0; k < 2; k++) {
		p->q[k] = 0;
		for (uint32_t j = 0; j < p->t->n_col; j++)
			p->q[k] +=
			    (double)p->n[k][j] * (double)p->n[k][j] * p->per[j];
	}
}

static void
pair_open(struct pair *p, const struct reinert_part *part, const bool *right,
    uint32_t *n[2], uint32_t rows[2])
{
	const struct sparse *t = &part->t;

	*p = (struct pair){.t = t, .all = part->n, .n = n, .rows = rows};
	p->per = mem_new(t->n_col, sizeof(*p->per));
	for (uint32_t j = 0; j < t->n_col; j++)
		p->per[j] = 1 / (double)p->all[j];
	count(p, right);
	add_up(p);
}

static void
pair_free(struct pair *p)
{
	free(p->per);
	free(p->by[0]);
	free(p->by[1]);
}

static void
set_change(struct pair *p, uint32_t j)
{
	for (int g = 0; g < 2; g++)
		p->by[g][j] = (change){(1 - 2 * (double)p->n[g][j]) * p->per[j],
		    (1 + 2 * (double)p->n[1 - g][j]) * p->per[j]};
}

/* What a row adds to q of its group, and of the other one, when it goes there.
 */
static inline change
weigh(const struct pair *p, uint32_t i, int from)
{
	const struct sparse *t = p->t;
	const change *by = p->by[from];
	change sum = {0, 0};

	for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
		sum += by[t->col[k]];
	return sum;
}

/* Is the chi-square no more than this then, plainly? */
static inline bool
fails(const struct pair *p, change sum, double len, int from, double than)
{
	double all = (double)p->t->at[p->t->n_row];
	double own = (double)p->cells[from] - len;
	double other = all - own;

	if (own < other)
		return is_no_more(all, own, p->q[from] + sum[0], than);
	return is_no_more(all, other, p->q[1 - from] + sum[1], than);
}

static void
move(struct pair *p, uint32_t i, int from, const double q[2],
    const uint64_t cells[2])
{
	const struct sparse *t = p->t;

	for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
		p->n[from][t->col[k]]--;
		p->n[1 - from][t->col[k]]++;
		set_change(p, t->col[k]);
	}
	for (int k = 0; k < 2; k++) {
		p->q[k] = q[k];
		p->cells[k] = cells[k];
	}
	p->rows[from]--;
	p->rows[1 - from]++;
}

/* Moves row i if that raises the chi-square to more than this. */
static bool
try_row(struct pair *p, struct split *s, uint32_t i, double than)
{
	int from = s->right[i];
	size_t len = row_cells(p->t, i);
	change sum = weigh(p, i, from);
	double q[2];
	uint64_t cells[2];
	double chi2;

	if (fails(p, sum, (double)len, from, than))
		return false;
	q[from] = p->q[from] + sum[0];
	q[1 - from] = p->q[1 - from] + sum[1];
	cells[from] = p->cells[from] - len;
	cells[1 - from] = p->cells[1 - from] + len;
	chi2 = chi2_of(q, cells);
	if (chi2 <= than)
		return false;
	move(p, i, from, q, cells);
	s->right[i] = !s->right[i];
	s->chi2 = chi2;
	s->moves++;
	return true;
}

/* Tries the rows before `end`, and all others once one has moved.  Returns
 * where the search may end the next time: behind the last that moved, 0 if
 * none did. */
static uint32_t
sweep(struct pair *p, struct split *s, uint32_t end)
{
	double gain = least_gain * (double)p->t->at[p->t->n_row];
	uint32_t last = 0;

	for (uint32_t i = 0; i < end; i++) {
		if (!try_row(p, s, i, s->chi2 + gain))
			continue;
		last = i + 1;
		end = p->t->n_row;
	}
	s->sweeps += last > 0;
	return last;
}

void
split_sweep(struct split *s, const struct reinert_part *part)
{
	const struct sparse *t = &part->t;
	struct pair p;
	uint32_t end = t->n_row;

	pair_open(&p, part, s->right, s->n, s->rows);
	for (int k = 0; k < 2; k++)
		p.by[k] = mem_new(t->n_col, sizeof(*p.by[k]));
	for (uint32_t j = 0; j < t->n_col; j++)
		set_change(&p, j);
	s->chi2 = chi2_of(p.q, p.cells);
	while (end > 0 && s->rows[0] >= LEAST && s->rows[1] >= LEAST) {
		end = sweep(&p, s, end);
		add_up(&p);
		s->chi2 = chi2_of(p.q, p.cells);
	}
	pair_free(&p);
}

bool
split_open(struct split *s, const struct reinert_part *p, const struct axis *a)
{
	const struct sparse *t = &p->t;
	bool done;

	*s = (struct split){
	    .eigenvalue = a->eigenvalue, .converged = a->converged};
	s->right = mem_new(t->n_row, sizeof(*s->right));
	for (int k = 0; k < 2; k++)
		s->n[k] = mem_new(t->n_col, sizeof(*s->n[k]));
	done = cut(s, p, a->row);
	if (done)
		split_sweep(s, p);
	else
		split_free(s);
	return done;
}

void
split_free(struct split *s)
{
	free(s->right);
	free(s->n[0]);
	free(s->n[1]);
	s->right = NULL;
}
