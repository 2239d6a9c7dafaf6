#include "grid.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/intern.h"
#include "lib/table/tsv.h"
#include "lib/text/figure.h"
#include "lib/text/slug.h"

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

/* ---- order ---- */

struct key {
	size_t k;
	bool falling;
	bool figures;
	char **text; /* by row: its key as a word; NULL: figures */
};

static int
compare_cells(const struct grid *g, const struct key *key, size_t a, size_t b)
{
	const char *x = grid_cell(g, a, key->k);
	const char *y = grid_cell(g, b, key->k);
	bool no_x = *x == '\0' || strcmp(x, "NA") == 0;
	bool no_y = *y == '\0' || strcmp(y, "NA") == 0;
	int c;

	if (no_x || no_y)
		return no_x - no_y; /* last, either way */
	if (key->figures) {
		double v = strtod(x, NULL);
		double w = strtod(y, NULL);

		c = (v > w) - (v < w);
	} else {
		c = strcmp(key->text[a], key->text[b]);
		c = c != 0 ? c : strcmp(x, y);
	}
	return key->falling ? -c : c;
}

static void
merge_rows(const struct grid *g, const struct key *key, size_t *tmp, size_t *a,
    size_t len)
{
	size_t half = len / 2;
	size_t i = 0;
	size_t k = half;

	if (len < 2)
		return;
	merge_rows(g, key, tmp, a, half);
	merge_rows(g, key, tmp, a + half, len - half);
	for (size_t m = 0; m < len; m++)
		tmp[m] = k == len ||
			(i < half && compare_cells(g, key, a[i], a[k]) <= 0)
		    ? a[i++]
		    : a[k++];
	memcpy(a, tmp, len * sizeof(*a));
}

/* Are the cells of these rows all figures, as grid_is_figures() has it? */
static bool
are_figures(const struct grid *g, const size_t *row, size_t n, size_t col)
{
	for (size_t i = 0; i < n; i++) {
		const char *s = grid_cell(g, row[i], col);

		if (*s != '\0' && strcmp(s, "NA") != 0 && !figure_is(s))
			return false;
	}
	return true;
}

/* Words as a dictionary has them, whatever the locale: small letters without
 * accents. */
static char **
word_keys(const struct grid *g, const size_t *row, size_t n, size_t col)
{
	char **key = mem_new(g->n_row, sizeof(*key));

	for (size_t i = 0; i < n; i++) {
		const char *s = grid_cell(g, row[i], col);
		struct buf b = {0};

		buf_mem(&b, "", 0);
		slug_fold(&b, s, strlen(s));
		key[row[i]] = b.s;
	}
	return key;
}

static void
free_keys(char **key, size_t n)
{
	for (size_t i = 0; key != NULL && i < n; i++)
		free(key[i]);
	free(key);
}

void
grid_sort(const struct grid *g, size_t *row, size_t n, char *const *keys,
    size_t n_keys)
{
	size_t *tmp = mem_new(n, sizeof(*tmp));

	/* stable, so the last key comes first */
	for (size_t i = n_keys; i > 0; i--) {
		const char *name = keys[i - 1];
		struct key key = {.falling = *name == '-'};

		key.k = grid_column(g, name + key.falling);
		key.figures = are_figures(g, row, n, key.k);
		if (!key.figures)
			key.text = word_keys(g, row, n, key.k);
		merge_rows(g, &key, tmp, row, n);
		free_keys(key.text, g->n_row);
	}
	free(tmp);
}

/* Does each text of a column come first behind all that came before? */
static bool
is_bytewise(const struct grid *g, size_t col)
{
	const char *last = "";
	struct intern seen;
	bool good = true;

	intern_open(&seen);
	for (size_t i = 0; i < g->n_row && good; i++) {
		const char *s = grid_cell(g, i, col);
		uint32_t n = seen.n;

		if (intern_add(&seen, s, strlen(s)) < n)
			continue;
		good = strcmp(last, s) <= 0;
		last = s;
	}
	intern_free(&seen);
	return good;
}

size_t *
grid_reading(const struct grid *g, size_t col)
{
	size_t *row = mem_new(g->n_row, sizeof(*row));
	char *name = mem_copy(g->name[col], strlen(g->name[col]));

	for (size_t i = 0; i < g->n_row; i++)
		row[i] = i;
	if (*name != '-' && !grid_is_figures(g, col) && is_bytewise(g, col))
		grid_sort(g, row, g->n_row, &name, 1);
	free(name);
	return row;
}
