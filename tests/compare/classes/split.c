/* split - its invariants on random tables. */
#include <stdlib.h>

#include "compare/classes/axis.h"
#include "compare/classes/split.h"
#include "tap.h"
#include "zero_one.h"

/* Chi-square of the two groups by columns, cell by cell. */
static double
plain_chi2(const struct sparse *t, const bool *right)
{
	uint32_t *n = mem_new((size_t)t->n_col * 2, sizeof(*n));
	double sum[2] = {0, 0};
	double s = 0;

	for (uint32_t i = 0; i < t->n_row; i++)
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
			n[t->col[k] * 2 + right[i]]++;
			sum[right[i]]++;
		}
	for (uint32_t j = 0; j < t->n_col; j++)
		for (int g = 0; g < 2; g++) {
			const uint32_t *o = n + (size_t)2 * j;
			double e =
			    sum[g] * ((double)o[0] + o[1]) / (sum[0] + sum[1]);
			double d = o[g] - e;

			s += e > 0 ? d * d / e : 0;
		}
	free(n);
	return s;
}

/* The largest chi-square of all cuts along the axis, each counted anew. */
static double
best_cut(const struct sparse *t, const struct axis *a)
{
	bool *right = mem_new(t->n_row, sizeof(*right));
	double best = 0;

	for (uint32_t k = 0; k < t->n_row; k++) {
		uint32_t n = 0;

		for (uint32_t i = 0; i < t->n_row; i++) {
			right[i] = a->row[i] > a->row[k];
			n += right[i];
		}
		if (n > 0)
			best = fmax(best, plain_chi2(t, right));
	}
	free(right);
	return best;
}

/* Would moving one row more raise it? */
static bool
can_rise(const struct sparse *t, struct split *s)
{
	bool rises = false;
	uint32_t n = 0;

	for (uint32_t i = 0; i < t->n_row; i++)
		n += s->right[i];
	if (n < LEAST || t->n_row - n < LEAST)
		return false;
	for (uint32_t i = 0; i < t->n_row && !rises; i++) {
		s->right[i] = !s->right[i];
		rises = plain_chi2(t, s->right) > s->chi2 * (1 + 1e-9);
		s->right[i] = !s->right[i];
	}
	return rises;
}

/* Are the counts of the groups not those of their rows? */
static bool
are_wrong(const struct sparse *t, const struct split *s)
{
	uint32_t *n = mem_new((size_t)t->n_col * 2, sizeof(*n));
	uint32_t rows[2] = {0, 0};
	bool wrong;

	for (uint32_t i = 0; i < t->n_row; i++) {
		rows[s->right[i]]++;
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			n[t->col[k] * 2 + s->right[i]]++;
	}
	wrong = rows[0] != s->rows[0] || rows[1] != s->rows[1];
	for (uint32_t j = 0; j < t->n_col; j++)
		wrong = wrong || n[(size_t)j * 2] != s->n[0][j] ||
		    n[(size_t)j * 2 + 1] != s->n[1][j];
	free(n);
	return wrong;
}

struct faults {
	unsigned cut;    /* not the best one */
	unsigned falls;  /* a sweep made it smaller */
	unsigned chi2;   /* not that of the groups */
	unsigned counts; /* not those of the rows */
	unsigned better; /* a move more would raise it */
	unsigned splits;
	unsigned moves;
};

/* Sweeps from groups at random. */
static void
sweep_from_anywhere(
    const struct reinert_part *p, uint64_t seed, struct faults *f)
{
	const struct sparse *t = &p->t;
	struct split s = {.right = mem_new(t->n_row, sizeof(*s.right)),
	    .n = {mem_new(t->n_col, sizeof(*s.n[0])),
		mem_new(t->n_col, sizeof(*s.n[1]))}};
	double first;

	for (uint32_t i = 0; i < t->n_row; i++)
		s.right[i] = draw(&seed, 2) == 0;
	first = plain_chi2(t, s.right);
	split_sweep(&s, p);
	f->falls += s.chi2 < first * (1 - 1e-12);
	f->falls += s.moves > 0 && s.chi2 <= first;
	f->chi2 += fabs(s.chi2 - plain_chi2(t, s.right)) > 1e-9 * s.chi2;
	f->moves += s.sweeps;
	f->better += can_rise(t, &s);
	f->counts += are_wrong(t, &s);
	split_free(&s);
}

static void
try_table(uint64_t seed, struct faults *f)
{
	uint64_t state = seed;
	uint32_t n = 10 + draw(&state, 60);
	uint32_t m = 5 + draw(&state, 40);
	struct sparse t;
	struct split s;
	struct axis a;
	struct reinert_part p;
	struct room room = {.within = WITHIN};

	zero_one(&t, seed, n, m, 3 + draw(&state, 9));
	part_whole(&p, &t);
	if (axis_find(&a, &p, &room) && split_open(&s, &p, &a)) {
		f->splits++;
		f->cut += fabs(s.cut - best_cut(&t, &a)) > 1e-9 * s.cut;
		f->falls += s.chi2 < s.cut * (1 - 1e-12);
		f->chi2 +=
		    fabs(s.chi2 - plain_chi2(&t, s.right)) > 1e-9 * s.chi2;
		f->better += can_rise(&t, &s);
		f->counts += are_wrong(&t, &s);
		split_free(&s);
	}
	room_free(&room);
	sweep_from_anywhere(&p, seed, f);
	reinert_part_free(&p);
	sparse_free(&t);
}

int
main(void)
{
	struct faults f = {0};

	for (uint64_t seed = 1; seed <= 300; seed++)
		try_table(seed, &f);
	ok(f.splits > 290, "random tables can be split");
	is_u64(f.cut, 0, "the cut is the best of all along the axis");
	ok(f.moves > 300, "rows are moved");
	is_u64(f.falls, 0, "the chi-square never falls");
	is_u64(f.chi2, 0, "it is that of the groups in the end");
	is_u64(f.counts, 0, "and the counts are those of the groups");
	is_u64(f.better, 0, "no single move would raise it");
	return done();
}
