#include "sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"
#include "lib/text/figure.h"

bool
sheet_open(struct sheet *s, const char *folder, const char *name)
{
	struct tsv t;
	size_t n = 0;
	char *path = mem_join(folder, "/", name);

	*s = (struct sheet){0};
	if (access(path, F_OK) == -1) {
		char *packed = mem_join(path, ".zst", "");

		free(path);
		path = packed;
	}
	if (access(path, F_OK) == -1) {
		free(path);
		return false;
	}
	s->path = path;
	tsv_open(&t, s->path);
	s->n_col = t.n_col;
	s->name = mem_new(t.n_col, sizeof(*s->name));
	for (size_t i = 0; i < t.n_col; i++)
		s->name[i] = mem_string(t.name[i]);
	while (tsv_next(&t)) {
		s->at = mem_grow(s->at, &s->cap, n + t.n_col, sizeof(*s->at));
		for (size_t i = 0; i < t.n_col; i++) {
			s->at[n++] = s->text.len;
			buf_mem(&s->text, t.cell[i], t.size[i] + 1);
		}
		s->n_row++;
	}
	tsv_close(&t);
	return true;
}

void
sheet_close(struct sheet *s)
{
	for (size_t i = 0; i < s->n_col; i++)
		free(s->name[i]);
	free(s->name);
	free(s->at);
	free(s->path);
	buf_free(&s->text);
	if (s->indexed)
		intern_free(&s->key);
	free(s->row);
}

size_t
sheet_has(const struct sheet *s, const char *name)
{
	for (size_t i = 0; i < s->n_col; i++)
		if (strcmp(s->name[i], name) == 0)
			return i;
	return SIZE_MAX;
}

size_t
sheet_column(const struct sheet *s, const char *name)
{
	size_t i = sheet_has(s, name);

	if (i == SIZE_MAX)
		die_data(s->path, 1, "no column '%s'", name);
	return i;
}

bool
sheet_is_same(const struct sheet *a, const struct sheet *b)
{
	if (a->n_col != b->n_col || a->n_row != b->n_row ||
	    a->text.len != b->text.len)
		return false;
	for (size_t i = 0; i < a->n_col; i++)
		if (strcmp(a->name[i], b->name[i]) != 0)
			return false;
	return a->text.len == 0 ||
	    memcmp(a->text.s, b->text.s, a->text.len) == 0;
}

double
sheet_real(const struct sheet *s, uint32_t row, size_t col)
{
	double v;

	return figure_read(sheet_cell(s, row, col), &v) ? v : (double)NAN;
}

/* Cells with tabs between; a tab in a cell parts nothing that matters here: no
 * two rows of a table have such keys. */
static void
put_key(struct buf *b, const char *cell, bool first)
{
	buf_str(b, first ? "" : "\t");
	buf_str(b, cell);
}

void
sheet_index(struct sheet *s, const size_t *col, size_t n)
{
	struct buf b = {0};

	intern_open(&s->key);
	s->indexed = true;
	s->row = mem_new(s->n_row, sizeof(*s->row));
	for (uint32_t i = 0; i < s->n_row; i++) {
		uint32_t known = s->key.n;
		uint32_t k;

		b.len = 0;
		for (size_t j = 0; j < n; j++)
			put_key(&b, sheet_cell(s, i, col[j]), j == 0);
		k = intern_add(&s->key, b.s, b.len);
		if (k == known)
			s->row[k] = i;
	}
	buf_free(&b);
}

uint32_t
sheet_find(const struct sheet *s, const char *const *cell, size_t n)
{
	struct buf b = {0};
	uint32_t k;

	for (size_t j = 0; j < n; j++)
		put_key(&b, cell[j], j == 0);
	k = intern_find(&s->key, b.s, b.len);
	buf_free(&b);
	return k != UINT32_MAX ? s->row[k] : SHEET_NO_ROW;
}
