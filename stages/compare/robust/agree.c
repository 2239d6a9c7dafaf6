#include "agree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim.h"
#include "lib/base/mem.h"
#include "places.h"
#include "stat_rank.h"

const char *const agree_name[AGREE_FIGURES] = {"words", "frequent", "themes",
    "part_themes", "cooccurrents", "distances", "axis_1", "axis_2", "classes"};

/* Which figures of a table are compared. */
struct sample {
	const char *table;
	struct {
		const char *name;
		enum rule_sort sort;
	} key[2];
	size_t n_key;
	const char *column;
	uint64_t first; /* rows in the table's order, */
	const char *of; /* of each value of this column, or NULL */
	struct {
		const char *column; /* or NULL */
		enum figure_sign sign;
		const char *value;
	} where;
	bool zero; /* what the run does not list counts as 0 */
	bool ranks;
};

static const struct sample samples[AGREE_AXIS_1] = {
    [AGREE_WORDS] = {.table = "specificities-PART.tsv",
	.key = {{"part", RULE_SAME}, {"ngram", RULE_WORD}},
	.n_key = 2,
	.column = "S",
	.first = 50,
	.of = "part",
	.zero = true,
	.ranks = true},
    [AGREE_FREQUENT] = {.table = "types.tsv",
	.key = {{"type", RULE_WORD}},
	.n_key = 1,
	.column = "freq",
	.first = 100,
	.where = {"list", SIGN_IS, "NA"},
	.zero = true,
	.ranks = true},
    [AGREE_THEMES] = {.table = "rates-all.tsv",
	.key = {{"theme", RULE_SAME}},
	.n_key = 1,
	.column = "rate",
	.first = UINT64_MAX,
	.where = {"theme", SIGN_TOP, ""},
	.ranks = true},
    [AGREE_PART_THEMES] = {.table = "rates-PART.tsv",
	.key = {{"part", RULE_SAME}, {"theme", RULE_SAME}},
	.n_key = 2,
	.column = "rate",
	.first = UINT64_MAX,
	.where = {"theme", SIGN_TOP, ""},
	.ranks = true},
    [AGREE_NEAR] = {.table = "cooccurrents.tsv",
	.key = {{"pivot", RULE_SAME}, {"term", RULE_WORD}},
	.n_key = 2,
	.column = "S",
	.first = 50,
	.of = "pivot",
	.zero = true,
	.ranks = true},
    [AGREE_DISTANCES] = {.table = "distances-PART.tsv",
	.key = {{"part", RULE_SAME}, {"other", RULE_SAME}},
	.n_key = 2,
	.column = "distance",
	.first = UINT64_MAX},
};

/* Pairs of figures. */
struct figures {
	double *x;
	double *y;
	size_t n;
	size_t cap[2];
};

static void
add(struct figures *f, double x, double y)
{
	if (!isfinite(x) || !isfinite(y))
		return;
	f->x = mem_grow(f->x, &f->cap[0], f->n + 1, sizeof(*f->x));
	f->y = mem_grow(f->y, &f->cap[1], f->n + 1, sizeof(*f->y));
	f->x[f->n] = x;
	f->y[f->n++] = y;
}

/* Has the table a row with the first key, whatever the second is? */
static bool
speaks_of(const struct sheet *s, const struct sample *a, const char *key)
{
	size_t col = sheet_column(s, a->key[0].name);

	for (uint32_t i = 0; a->n_key > 1 && i < s->n_row; i++)
		if (strcmp(sheet_cell(s, i, col), key) == 0)
			return true;
	return a->n_key == 1;
}

static void
add_row(struct figures *f, const struct claim_pair *p, const struct sample *a,
    uint32_t row)
{
	const char *cell[2] = {NULL, NULL};
	size_t col = sheet_column(p->base, a->column);
	uint32_t there;

	for (size_t i = 0; i < a->n_key; i++) {
		cell[i] = claim_cell(p, a->key[i].sort,
		    sheet_cell(
			p->base, row, sheet_column(p->base, a->key[i].name)));
		if (cell[i] == NULL)
			return;
	}
	there = sheet_find(p->other, cell, a->n_key);
	if (there != SHEET_NO_ROW)
		add(f, sheet_real(p->base, row, col),
		    sheet_real(
			p->other, there, sheet_column(p->other, a->column)));
	else if (a->zero && speaks_of(p->other, a, cell[0]))
		add(f, sheet_real(p->base, row, col), 0);
}

/* The rows of the base, the first ones of each group. */
static void
add_rows(struct figures *f, const struct claim_pair *p, const struct sample *a)
{
	struct intern group;
	uint64_t *seen = NULL;
	size_t cap = 0;

	intern_open(&group);
	for (uint32_t row = 0; row < p->base->n_row; row++) {
		const char *g = a->of != NULL
		    ? sheet_cell(p->base, row, sheet_column(p->base, a->of))
		    : "";
		uint32_t known = group.n;
		uint32_t k;

		if (a->where.column != NULL &&
		    !sign_holds(a->where.sign,
			sheet_cell(p->base, row,
			    sheet_column(p->base, a->where.column)),
			a->where.value))
			continue;
		k = intern_add(&group, g, strlen(g));
		seen = mem_grow(seen, &cap, (size_t)k + 1, sizeof(*seen));
		if (k == known)
			seen[k] = 0;
		if (seen[k]++ < a->first)
			add_row(f, p, a, row);
	}
	intern_free(&group);
	free(seen);
}

static void
add_table(struct figures *f, const struct runs *r, size_t run,
    const struct sample *a, const char *part)
{
	struct sheet s[2];
	struct claim_pair p = {.runs = r,
	    .part = part,
	    .base = &s[0],
	    .run = &r->run[run],
	    .other = &s[1]};
	char *table = claim_table(a->table, part);
	bool have[2] = {sheet_open(&s[0], r->run[0].folder, table),
	    sheet_open(&s[1], r->run[run].folder, table)};

	if (have[0] && have[1]) {
		size_t col[2];

		for (size_t i = 0; i < a->n_key; i++)
			col[i] = sheet_column(&s[1], a->key[i].name);
		sheet_index(&s[1], col, a->n_key);
		add_rows(f, &p, a);
	}
	for (size_t i = 0; i < 2; i++)
		if (have[i])
			sheet_close(&s[i]);
	free(table);
}

static double
figure_of(const struct figures *f, bool ranks)
{
	if (f->n < 3)
		return (double)NAN;
	return ranks ? stat_rank_spearman(f->x, f->y, f->n)
		     : stat_rank_pearson(f->x, f->y, f->n);
}

static double
lower(double a, double b)
{
	return isnan(a) || b < a ? b : a;
}

/* Ranks of all parts together, the lowest of the others. */
static double
compare_tables(const struct runs *r, size_t run, const struct sample *a,
    char *const *names, size_t n_name)
{
	struct figures f = {0};
	double lowest = (double)NAN;

	if (strstr(a->table, "PART") == NULL)
		add_table(&f, r, run, a, NULL);
	else
		for (size_t i = 0; i < n_name; i++) {
			add_table(&f, r, run, a, names[i]);
			if (a->ranks)
				continue;
			lowest = lower(lowest, figure_of(&f, false));
			f.n = 0;
		}
	if (a->ranks)
		lowest = figure_of(&f, true);
	free(f.x);
	free(f.y);
	return lowest;
}

/* The lowest over the maps on which the axis is larger than chance gives. */
static double
compare_axis(const struct runs *r, size_t run, const char *number,
    char *const *names, size_t n_name)
{
	double lowest = (double)NAN;

	for (size_t i = 0; i < n_name; i++) {
		struct places p;
		struct places q;
		double best = (double)NAN;
		size_t axis;

		places_open(&p, r->run[0].folder, names[i]);
		places_open(&q, r->run[run].folder, names[i]);
		axis = places_axis(&p, number);
		for (size_t k = 0; k < q.n_axis; k++)
			if (axis < p.n_axis && p.real[axis]) {
				double x = places_agree(&p, axis, &q, k);

				best = isnan(best) || x > best ? x : best;
			}
		if (!isnan(best))
			lowest = lower(lowest, best);
		places_close(&p);
		places_close(&q);
	}
	return lowest;
}

void
agree_run(const struct runs *r, size_t run, char *const *names, size_t n_name,
    double *figure)
{
	for (size_t i = 0; i < AGREE_AXIS_1; i++)
		figure[i] = compare_tables(r, run, &samples[i], names, n_name);
	figure[AGREE_AXIS_1] = compare_axis(r, run, "1", names, n_name);
	figure[AGREE_AXIS_2] = compare_axis(r, run, "2", names, n_name);
	figure[AGREE_CLASSES] = crowd_agreement(&r->run[run].crowd);
}
