#include "distances.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/triangle.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "lib/table/tsv.h"
#include "stat_tree.h"

/* Squares and their sums stay finite. */
static const double largest = 1e100;
/* Digits in which tables from elsewhere may differ both ways. */
static const double tolerance = 1e-9;

struct pair {
	uint32_t a;
	uint32_t b;
	double d;
	uint64_t line;
};

struct work {
	struct tsv tsv;
	const char *file;
	struct intern names;
	struct pair *pair;
	size_t n_pair;
	size_t cap;
	uint64_t *seen; /* by column: line of its row, or 0; square only */
};

/* A cell of the row under way: the distance of a and b. */
static void
add_pair(struct work *w, uint32_t a, uint32_t b, size_t col)
{
	struct pair p = {a, b, tsv_real(&w->tsv, col), w->tsv.in.line};
	size_t len;
	const char *x = intern_s(&w->names, a, &len);
	const char *y = intern_s(&w->names, b, &len);

	if (isnan(p.d))
		die_data(w->file, p.line,
		    "the distance of '%s' and '%s' is NA: leave out the one "
		    "that is empty",
		    x, y);
	if (p.d < 0)
		die_data(w->file, p.line,
		    "the distance of '%s' and '%s' is negative: %s", x, y,
		    w->tsv.cell[col]);
	if (p.d > largest)
		die_data(w->file, p.line,
		    "the distance of '%s' and '%s' is over 1e100", x, y);
	if (a == b && p.d > 0)
		die_data(w->file, p.line,
		    "the distance of '%s' from itself is not 0: are these "
		    "similarities?",
		    x);
	if (a == b)
		return;
	w->pair = mem_grow(w->pair, &w->cap, w->n_pair + 1, sizeof(*w->pair));
	w->pair[w->n_pair++] = p;
}

static void
read_long(struct work *w)
{
	size_t part = tsv_column(&w->tsv, "part");
	size_t other = tsv_column(&w->tsv, "other");
	size_t d = tsv_column(&w->tsv, "distance");

	while (tsv_next(&w->tsv)) {
		uint32_t a =
		    intern_add(&w->names, w->tsv.cell[part], w->tsv.size[part]);
		uint32_t b = intern_add(
		    &w->names, w->tsv.cell[other], w->tsv.size[other]);

		add_pair(w, a, b, d);
	}
}

static void
read_square(struct work *w)
{
	size_t n = w->tsv.n_col - 1;
	size_t n_row = 0;

	w->seen = mem_new(n, sizeof(*w->seen));
	for (size_t i = 1; i <= n; i++)
		(void)intern_add(
		    &w->names, w->tsv.name[i], strlen(w->tsv.name[i]));
	while (tsv_next(&w->tsv)) {
		uint32_t a =
		    intern_find(&w->names, w->tsv.cell[0], w->tsv.size[0]);

		if (a == UINT32_MAX)
			die_data(w->file, w->tsv.in.line,
			    "no column '%s', so the table is not square "
			    "(nor long: columns part, other, distance)",
			    w->tsv.cell[0]);
		if (w->seen[a] > 0)
			die_data(w->file, w->tsv.in.line,
			    "a second row '%s': the first is line %" PRIu64,
			    w->tsv.cell[0], w->seen[a]);
		w->seen[a] = w->tsv.in.line;
		n_row++;
		for (uint32_t b = 0; b < n; b++)
			add_pair(w, a, b, b + 1);
	}
	for (size_t i = 0; n_row < n && i < n; i++)
		if (w->seen[i] == 0)
			die_data(w->file, 0,
			    "no row '%s', so the table is not square",
			    w->tsv.name[i + 1]);
}

/* Puts a pair in its place; both ways must agree. */
static void
place(const struct work *w, struct distances *t, const struct pair *p,
    const uint32_t *rank)
{
	uint32_t i = rank[p->a] < rank[p->b] ? rank[p->a] : rank[p->b];
	uint32_t j = rank[p->a] + rank[p->b] - i;
	double *d = &t->d[triangle_at(t->n, i, j)];

	if (isnan(*d))
		*d = p->d;
	else if (fabs(*d - p->d) > tolerance * fmax(*d, p->d))
		die_data(w->file, p->line,
		    "'%s' and '%s' have two distances, %.6g and %.6g: the "
		    "table must be symmetric",
		    t->name[i], t->name[j], *d, p->d);
}

/* Before room is made for all pairs: are there so many? */
static void
count_pairs(const struct work *w, uint32_t n)
{
	uint64_t *n_other = mem_new(n, sizeof(*n_other));
	uint64_t found = 0;
	uint32_t i = 0;

	for (size_t k = 0; k < w->n_pair; k++) {
		n_other[w->pair[k].a]++;
		n_other[w->pair[k].b]++;
	}
	while (i < n && n_other[i] + 1 >= n)
		i++;
	if (i < n)
		found = n_other[i];
	free(n_other);
	if (i < n)
		die_data(w->file, 0,
		    "'%s' has a distance from %" PRIu64 " of the %" PRIu32
		    " other parts: each pair needs one",
		    w->names.str[i].s, found, n - 1);
}

static void
fill(struct work *w, struct distances *t)
{
	uint32_t *rank;
	uint32_t *order;
	size_t n_cell;
	size_t k = 0;

	t->n = w->names.n;
	n_cell = t->n > 0 ? (size_t)t->n * (t->n - 1) / 2 : 0;
	count_pairs(w, t->n);
	intern_rank(&w->names, &rank, &order);
	t->name = mem_new(t->n, sizeof(*t->name));
	for (uint32_t i = 0; i < t->n; i++) {
		size_t len;
		const char *s = intern_s(&w->names, order[i], &len);

		t->name[i] = mem_copy(s, len);
	}
	t->d = mem_new(n_cell, sizeof(*t->d));
	while (k < n_cell)
		t->d[k++] = (double)NAN;
	for (size_t i = 0; i < w->n_pair; i++)
		place(w, t, &w->pair[i], rank);
	k = 0;
	for (uint32_t i = 0; i < t->n; i++)
		for (uint32_t j = i + 1; j < t->n; j++)
			if (isnan(t->d[k++]))
				die_data(w->file, 0,
				    "no distance of '%s' and '%s'", t->name[i],
				    t->name[j]);
	free(rank);
	free(order);
}

void
distances_read(struct distances *t, const char *path)
{
	struct work w = {0};

	tsv_open(&w.tsv, path);
	w.file = t->file = mem_string(w.tsv.in.name);
	intern_open(&w.names);
	if (tsv_has(&w.tsv, "distance") >= 0 || tsv_has(&w.tsv, "other") >= 0)
		read_long(&w);
	else
		read_square(&w);
	fill(&w, t);
	tsv_close(&w.tsv);
	intern_free(&w.names);
	free(w.pair);
	free(w.seen);
}

void
distances_free(struct distances *t)
{
	for (uint32_t i = 0; i < t->n; i++)
		free(t->name[i]);
	free(t->file);
	free(t->name);
	free(t->d);
}
