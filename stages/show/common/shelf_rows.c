#include "shelf_rows.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* The rows of the first groups that are met. */
static void
take_groups(const struct shelf_choice *c, struct shelf_rows *rows)
{
	size_t col = grid_column(rows->grid, c->largest_of);
	struct intern seen;
	size_t n = 0;

	intern_open(&seen);
	for (size_t i = 0; i < rows->n; i++) {
		const char *s = grid_cell(rows->grid, rows->row[i], col);

		if (intern_add(&seen, s, strlen(s)) < c->n_largest)
			rows->row[n++] = rows->row[i];
	}
	rows->n = n;
	rows->all = seen.n;
	intern_free(&seen);
}

static void
take_largest(const struct shelf_choice *c, struct shelf_rows *rows)
{
	struct buf key = {0};

	if (c->largest == NULL || rows->n <= c->n_largest)
		return;
	buf_str(&key, "-");
	buf_str(&key, c->largest);
	grid_sort(rows->grid, rows->row, rows->n, &key.s, 1,
	    c->largest_of != NULL ? UINT64_MAX : c->n_largest);
	if (c->largest_of != NULL)
		take_groups(c, rows);
	else
		rows->n = (size_t)c->n_largest;
	grid_restore(rows->row, rows->n);
	buf_free(&key);
}

/* So many rows of each value of a column. */
static void
take_of_each(const struct shelf_choice *c, struct shelf_rows *rows)
{
	size_t col = grid_column(rows->grid, c->first_of);
	struct intern seen;
	uint64_t *n_of = NULL;
	size_t cap = 0;
	size_t n = 0;

	intern_open(&seen);
	for (size_t i = 0; i < rows->n; i++) {
		const char *s = grid_cell(rows->grid, rows->row[i], col);
		uint32_t n_seen = seen.n;
		uint32_t k = intern_add(&seen, s, strlen(s));

		n_of = mem_grow(n_of, &cap, seen.n, sizeof(*n_of));
		if (k == n_seen)
			n_of[k] = 0;
		if (n_of[k]++ < c->first)
			rows->row[n++] = rows->row[i];
	}
	rows->n = n;
	free(n_of);
	intern_free(&seen);
}

/* The first rows with more than 0 in a column and the last with less. */
static void
take_ends(const struct shelf_choice *c, struct shelf_rows *rows)
{
	size_t col = grid_column(rows->grid, c->only);
	uint64_t above = 0;
	uint64_t below = 0;
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		below +=
		    strtod(grid_cell(rows->grid, rows->row[i], col), NULL) < 0;
	for (size_t i = 0; i < rows->n; i++) {
		double v =
		    strtod(grid_cell(rows->grid, rows->row[i], col), NULL);

		if ((v > 0 && above++ < c->above) ||
		    (v < 0 && below-- <= c->below))
			rows->row[n++] = rows->row[i];
	}
	rows->n = n;
}

void
shelf_cut(const struct shelf_choice *c, struct shelf_rows *rows)
{
	take_largest(c, rows);
	grid_sort(rows->grid, rows->row, rows->n, c->key, c->n_key,
	    c->only != NULL || c->first_of != NULL ? UINT64_MAX : c->first);
	if (c->only != NULL)
		take_ends(c, rows);
	if (c->first_of != NULL)
		take_of_each(c, rows);
	else if (rows->n > c->first)
		rows->n = (size_t)c->first;
}
