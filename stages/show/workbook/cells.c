#include "cells.h"

#include <stdlib.h>
#include <string.h>

#include "lib/table/tsv.h"
#include "lib/text/utf.h"
#include "show/common/kind.h"

static void
add_cell(struct cells *t, size_t i, const char *s, size_t len)
{
	struct column *c = &t->col[i];
	enum cell kind = c->text ? CELL_TEXT : cell_kind(s);
	size_t width = utf_width(s, len);

	c->number |= kind == CELL_NUMBER || kind == CELL_BEYOND;
	c->text |= kind == CELL_TEXT;
	c->width = width > c->width ? width : c->width;
	buf_mem(&t->text, s, len + 1);
}

void
cells_read(struct cells *t, const char *path)
{
	struct tsv in;

	tsv_open(&in, path);
	*t = (struct cells){.n_col = in.n_col};
	t->file = mem_string(in.in.name);
	t->col = mem_new(t->n_col, sizeof(*t->col));
	for (size_t i = 0; i < t->n_col; i++) {
		size_t len = strlen(in.name[i]);

		t->col[i].name = mem_copy(in.name[i], len);
		t->col[i].width = utf_width(in.name[i], len);
	}
	for (; tsv_next(&in); t->n_row++)
		for (size_t i = 0; i < t->n_col; i++)
			add_cell(t, i, in.cell[i], in.size[i]);
	for (size_t i = 0; i < t->n_col; i++)
		t->col[i].number &= !t->col[i].text;
	tsv_close(&in);
}

void
cells_free(struct cells *t)
{
	for (size_t i = 0; i < t->n_col; i++)
		free(t->col[i].name);
	free(t->col);
	free(t->file);
	buf_free(&t->text);
}
