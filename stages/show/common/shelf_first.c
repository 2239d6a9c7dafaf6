#include "shelf_first.h"

#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/text/figure.h"

/* What the last row that is shown has of a falling first key: if that is a
 * figure, no row with less of it is shown. */
static void
find_floor(struct shelf_first *f, const struct shelf_choice *c,
    const struct grid *g, size_t last)
{
	f->floored = *c->key[0] == '-' && !f->text[0] &&
	    figure_read(grid_cell(g, last, f->key[0]), &f->floor);
}

bool
shelf_first_cut(
    struct shelf_first *f, const struct shelf_choice *c, struct grid *g)
{
	size_t *row = mem_new(g->n_row, sizeof(*row));
	size_t n = (size_t)c->first;
	bool good = true;

	for (size_t i = 0; i < g->n_row; i++)
		row[i] = i;
	for (size_t k = 0; k < c->n_key; k++) {
		f->key[k] = grid_column(g, c->key[k] + (*c->key[k] == '-'));
		f->text[k] = grid_has_text(g, f->key[k]);
	}
	grid_sort(g, row, g->n_row, c->key, c->n_key, c->first);
	if (n > 0)
		find_floor(f, c, g, row[n - 1]);
	grid_keep(g, row, n);
	free(row);
	for (size_t k = 0; k < c->n_key; k++)
		good = good && f->text[k] == grid_has_text(g, f->key[k]);
	f->was_cut = true;
	return good;
}

bool
shelf_first_text(const struct shelf_first *f, const struct shelf_choice *c,
    const struct tsv *in, size_t k)
{
	for (; f->was_cut && k < c->n_key; k++)
		if (!f->text[k] && grid_is_text(in->cell[f->key[k]]))
			return true;
	return false;
}

bool
shelf_first_low(const struct shelf_first *f, const struct shelf_choice *c,
    const struct tsv *in)
{
	double v;

	return f->floored && figure_read(in->cell[f->key[0]], &v) &&
	    v < f->floor && !shelf_first_text(f, c, in, 1);
}
