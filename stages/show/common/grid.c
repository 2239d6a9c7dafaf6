#include "grid.h"

#include <math.h>
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

static bool
is_none(const char *s)
{
	return *s == '\0' || strcmp(s, "NA") == 0;
}

bool
grid_is_figures(const struct grid *g, size_t col)
{
	bool any = false;

	for (size_t i = 0; i < g->n_row; i++) {
		const char *s = grid_cell(g, i, col);

		if (is_none(s))
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

	return !is_none(cell) && !figure_read(cell, &v);
}

bool
grid_has_text(const struct grid *g, size_t col)
{
	for (size_t i = 0; i < g->n_row; i++)
		if (grid_is_text(grid_cell(g, i, col)))
			return true;
	return false;
}

/* ---- order ---- */

/* A row with what it is sorted by: a figure, or a word. */
struct item {
	size_t row;
	double figure; /* NAN: there is none, and a word */
	char *text;    /* NULL: there is none */
};

struct key {
	const struct grid *g;
	size_t k;
	bool falling;
	bool figures;
};

static int
compare_items(const struct key *key, const struct item *a, const struct item *b)
{
	bool no_a = key->figures ? isnan(a->figure) : a->text == NULL;
	bool no_b = key->figures ? isnan(b->figure) : b->text == NULL;
	int c;

	if (no_a || no_b)
		return no_a - no_b; /* last, either way */
	if (key->figures) {
		c = (a->figure > b->figure) - (a->figure < b->figure);
	} else {
		c = strcmp(a->text, b->text);
		c = c != 0 ? c
			   : strcmp(grid_cell(key->g, a->row, key->k),
				 grid_cell(key->g, b->row, key->k));
	}
	return key->falling ? -c : c;
}

static void
merge_items(const struct key *key, struct item *tmp, struct item *a, size_t len)
{
	size_t half = len / 2;
	size_t i = 0;
	size_t k = half;

	if (len < 2)
		return;
	merge_items(key, tmp, a, half);
	merge_items(key, tmp, a + half, len - half);
	for (size_t m = 0; m < len; m++)
		tmp[m] = k == len ||
			(i < half && compare_items(key, &a[i], &a[k]) <= 0)
		    ? a[i++]
		    : a[k++];
	memcpy(a, tmp, len * sizeof(*a));
}

/* Are the cells of these rows all figures, as grid_is_figures() has it? */
static bool
are_figures(const struct grid *g, const struct item *x, size_t n, size_t col)
{
	for (size_t i = 0; i < n; i++) {
		const char *s = grid_cell(g, x[i].row, col);

		if (!is_none(s) && !figure_is(s))
			return false;
	}
	return true;
}

/* Words as a dictionary has them, whatever the locale: small letters without
 * accents. */
static void
take_key(const struct key *key, struct item *x)
{
	const char *s = grid_cell(key->g, x->row, key->k);
	struct buf b = {0};

	x->figure = (double)NAN;
	x->text = NULL;
	if (is_none(s))
		return;
	if (key->figures) {
		(void)figure_read(s, &x->figure);
		return;
	}
	buf_mem(&b, "", 0);
	slug_fold(&b, s, strlen(s));
	x->text = b.s;
}

/* Rows being put in order by keys, of which the first so many are wanted. */
struct order {
	struct item *x; /* all rows */
	size_t n;
	struct item *tmp;
	struct key *key;
	size_t n_key;
	size_t n_ready; /* keys of which it is known whether they are figures */
	size_t wanted;
};

static const struct key *
key_of(struct order *o, size_t m)
{
	struct key *key = &o->key[m];

	if (m == o->n_ready) {
		key->figures = are_figures(key->g, o->x, o->n, key->k);
		o->n_ready++;
	}
	return key;
}

/* Orders a run of rows that the keys before m do not tell apart. */
static void
sort_run(struct order *o, size_t from, size_t to, size_t m)
{
	const struct key *key = key_of(o, m);
	size_t next;

	for (size_t i = from; i < to; i++)
		take_key(key, &o->x[i]);
	merge_items(key, o->tmp, o->x + from, to - from);
	for (size_t i = from; i < to; i = next) {
		next = i + 1;
		while (
		    next < to && compare_items(key, &o->x[i], &o->x[next]) == 0)
			next++;
		for (size_t k = i; k < next; k++)
			free(o->x[k].text);
		if (next - i > 1 && m + 1 < o->n_key && i < o->wanted)
			sort_run(o, i, next, m + 1);
	}
}

void
grid_sort(const struct grid *g, size_t *row, size_t n, char *const *keys,
    size_t n_keys, uint64_t wanted)
{
	struct order o = {.x = mem_new(n, sizeof(*o.x)),
	    .n = n,
	    .tmp = mem_new(n, sizeof(*o.tmp)),
	    .key = mem_new(n_keys, sizeof(*o.key)),
	    .n_key = n_keys,
	    .wanted = wanted < n ? (size_t)wanted : n};

	for (size_t m = 0; m < n_keys; m++) {
		bool falling = *keys[m] == '-';

		o.key[m] = (struct key){.g = g,
		    .k = grid_column(g, keys[m] + falling),
		    .falling = falling};
	}
	for (size_t i = 0; i < n; i++)
		o.x[i].row = row[i];
	if (n_keys > 0)
		sort_run(&o, 0, n, 0);
	for (size_t i = 0; i < n; i++)
		row[i] = o.x[i].row;
	free(o.x);
	free(o.tmp);
	free(o.key);
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
		grid_sort(g, row, g->n_row, &name, 1, g->n_row);
	free(name);
	return row;
}
