#include "places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "rule.h"
#include "stat_rank.h"

static bool
open_table(
    struct sheet *s, const char *folder, const char *name, const char *part)
{
	char *file = mem_join(name, part, ".tsv");
	bool have = sheet_open(s, folder, file);

	free(file);
	return have;
}

/* The axes that have both an eigenvalue and coordinates. */
static void
read_axes(struct places *p, const struct sheet *s)
{
	size_t axis = sheet_column(s, "axis");
	size_t chance = sheet_column(s, "p");

	for (uint32_t i = 0; i < s->n_row && p->n_axis < PLACES_AXES; i++) {
		const char *n = sheet_cell(s, i, axis);
		char *name = mem_join("coord_", n, "");
		size_t col = sheet_has(&p->factors, name);

		free(name);
		if (col == SIZE_MAX)
			continue;
		p->axis[p->n_axis] = mem_string(n);
		p->real[p->n_axis] =
		    sign_holds(SIGN_MOST, sheet_cell(s, i, chance), "0.05");
		p->col[p->n_axis++] = col;
	}
}

void
places_open(struct places *p, const char *folder, const char *part)
{
	struct sheet values;

	*p = (struct places){0};
	p->have = open_table(&p->factors, folder, "factors-", part);
	if (!p->have)
		return;
	sheet_index(&p->factors,
	    (const size_t[]){sheet_column(&p->factors, "kind"),
		sheet_column(&p->factors, "name")},
	    2);
	if (open_table(&values, folder, "eigenvalues-", part)) {
		read_axes(p, &values);
		sheet_close(&values);
	}
}

void
places_close(struct places *p)
{
	for (size_t i = 0; i < p->n_axis; i++)
		free(p->axis[i]);
	if (p->have)
		sheet_close(&p->factors);
}

size_t
places_axis(const struct places *p, const char *number)
{
	for (size_t i = 0; i < p->n_axis; i++)
		if (strcmp(p->axis[i], number) == 0)
			return i;
	return PLACES_AXES;
}

/* The row of q with the part that is in a row of p; SHEET_NO_ROW: it is no
 * part, or q does not have it. */
static uint32_t
row_there(const struct places *p, uint32_t row, const struct places *q)
{
	const struct sheet *s = &p->factors;
	const char *cell[2] = {
	    "part", sheet_cell(s, row, sheet_column(s, "name"))};

	if (strcmp(sheet_cell(s, row, sheet_column(s, "kind")), cell[0]) != 0)
		return SHEET_NO_ROW;
	return sheet_find(&q->factors, cell, 2);
}

size_t
places_shared(const struct places *p, const struct places *q)
{
	size_t n = 0;

	for (uint32_t i = 0; p->have && q->have && i < p->factors.n_row; i++)
		n += row_there(p, i, q) != SHEET_NO_ROW;
	return n;
}

double
places_agree(
    const struct places *p, size_t axis, const struct places *q, size_t other)
{
	double *x;
	double *y;
	double r = (double)NAN;
	size_t n = 0;

	if (!p->have || !q->have || axis >= p->n_axis || other >= q->n_axis)
		return r;
	x = mem_new(p->factors.n_row, sizeof(*x));
	y = mem_new(p->factors.n_row, sizeof(*y));
	for (uint32_t i = 0; i < p->factors.n_row; i++) {
		uint32_t k = row_there(p, i, q);

		if (k == SHEET_NO_ROW)
			continue;
		x[n] = sheet_real(&p->factors, i, p->col[axis]);
		y[n++] = sheet_real(&q->factors, k, q->col[other]);
	}
	if (n >= PLACES_FEWEST)
		r = fabs(stat_rank_pearson(x, y, n));
	free(x);
	free(y);
	return r;
}
