#include "grid.h"

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
grid_read(struct grid *g, const char *path)
{
	struct tsv t;

	tsv_open(&t, path);
	*g = (struct grid){.n_col = t.n_col};
	g->file = mem_copy(t.in.name, strlen(t.in.name));
	g->name = mem_new(g->n_col, sizeof(*g->name));
	for (size_t i = 0; i < g->n_col; i++)
		g->name[i] = mem_copy(t.name[i], strlen(t.name[i]));
	while (tsv_next(&t)) {
		size_t first = g->n_row++ * g->n_col;

		g->at =
		    mem_grow(g->at, &g->cap, first + g->n_col, sizeof(*g->at));
		for (size_t i = 0; i < g->n_col; i++)
			add_cell(g, first + i, t.cell[i], t.size[i]);
	}
	tsv_close(&t);
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
grid_column(const struct grid *g, const char *name)
{
	struct buf b = {0};

	for (size_t i = 0; i < g->n_col; i++)
		if (strcmp(g->name[i], name) == 0)
			return i;
	for (size_t i = 0; i < g->n_col; i++) {
		buf_str(&b, i > 0 ? ", " : "");
		buf_str(&b, g->name[i]);
	}
	die_data(g->file, 1, "no column '%s'; there are: %s", name, b.s);
}

bool
grid_is_figures(const struct grid *g, size_t col)
{
	bool any = false;

	for (size_t i = 0; i < g->n_row; i++) {
		const char *s = grid_cell(g, i, col);

		if (*s == '\0' || strcmp(s, "NA") == 0)
			continue;
		if (!figure_is(s))
			return false;
		any = true;
	}
	return any;
}
