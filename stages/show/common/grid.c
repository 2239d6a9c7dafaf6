#include "grid.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"
#include "lib/text/figure.h"

static void
add_cell(struct grid *g, size_t i, char *s, size_t len)
{
	for (size_t k = 0; k < len; k++)
		if ((unsigned char)s[k] < 0x20 || s[k] == 0x7F)
			s[k] = ' ';
	g->at[i] = g->text.len;
	buf_mem(&g->text, s, len + 1);
}

void
grid_begin(struct grid *g, const char *file, const char *const *name, size_t n)
{
	*g = (struct grid){.n_col = n};
	g->file = mem_string(file);
	g->name = mem_new(n, sizeof(*g->name));
	for (size_t i = 0; i < n; i++)
		g->name[i] = mem_string(name[i]);
}

void
grid_open(struct grid *g, const struct tsv *t)
{
	grid_begin(g, t->in.name, (const char *const *)t->name, t->n_col);
}

/* The number of the first cell of one row more. */
static size_t
add_row(struct grid *g)
{
	size_t first = g->n_row++ * g->n_col;

	g->at = mem_grow(g->at, &g->cap, first + g->n_col, sizeof(*g->at));
	return first;
}

void
grid_add(struct grid *g, const struct tsv *t)
{
	size_t first = add_row(g);

	for (size_t i = 0; i < g->n_col; i++)
		add_cell(g, first + i, t->cell[i], t->size[i]);
}

void
grid_put(struct grid *g, char *const *cell)
{
	size_t first = add_row(g);

	for (size_t i = 0; i < g->n_col; i++)
		add_cell(g, first + i, cell[i], strlen(cell[i]));
}

void
grid_read(struct grid *g, const char *path)
{
	struct tsv t;

	tsv_open(&t, path);
	grid_open(g, &t);
	while (tsv_next(&t))
		grid_add(g, &t);
	tsv_close(&t);
}

static int
by_number(const void *a, const void *b)
{
	const size_t *x = a;
	const size_t *y = b;

	return (*x > *y) - (*x < *y);
}

void
grid_restore(size_t *row, size_t n)
{
	if (n > 0)
		qsort(row, n, sizeof(*row), by_number);
}

void
grid_keep(struct grid *g, size_t *row, size_t n)
{
	struct buf old = g->text;
	size_t k = 0;

	grid_restore(row, n);
	g->text = (struct buf){0};
	for (size_t i = 0; i < n; i++)
		for (size_t c = 0; c < g->n_col; c++) {
			const char *s = old.s + g->at[row[i] * g->n_col + c];

			g->at[k++] = g->text.len;
			buf_mem(&g->text, s, strlen(s) + 1);
		}
	g->n_row = n;
	buf_free(&old);
}

void
grid_free(struct grid *g)
{
	for (size_t i = 0; i < g->n_col; i++)
		free(g->name[i]);
	free(g->name);
	free(g->file);
	free(g->at);
	buf_free(&g->text);
}

size_t
grid_has(const struct grid *g, const char *name)
{
	for (size_t i = 0; i < g->n_col; i++)
		if (strcmp(g->name[i], name) == 0)
			return i;
	return SIZE_MAX;
}

size_t
grid_column(const struct grid *g, const char *name)
{
	struct buf b = {0};
	size_t k = grid_has(g, name);

	if (k != SIZE_MAX)
		return k;
	for (size_t i = 0; i < g->n_col; i++) {
		buf_str(&b, i > 0 ? ", " : "");
		buf_str(&b, g->name[i]);
	}
	die_data(g->file, 1, "no column '%s'; there are: %s", name, b.s);
}

bool
grid_is_none(const char *s)
{
	return *s == '\0' || strcmp(s, "NA") == 0;
}

bool
grid_is_figures(const struct grid *g, size_t col)
{
	bool any = false;

	for (size_t i = 0; i < g->n_row; i++) {
		const char *s = grid_cell(g, i, col);

		if (grid_is_none(s))
			continue;
		if (!figure_is(s))
			return false;
		any = true;
	}
	return any;
}

bool
grid_is_text(const char *cell)
{
	double v;

	return !grid_is_none(cell) && !figure_read(cell, &v);
}

bool
grid_has_text(const struct grid *g, size_t col)
{
	for (size_t i = 0; i < g->n_row; i++)
		if (grid_is_text(grid_cell(g, i, col)))
			return true;
	return false;
}
