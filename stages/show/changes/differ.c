#include "differ.h"

#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/figure.h"
#include "show/common/shelf.h"

/* Figures have six digits: what differs by no more than one of the last is the
 * same, rounded. */
static const double rounding = 1e-5;

/* ---- the tables there are ---- */

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char **
list_tables(const char *folder, size_t *n)
{
	DIR *d = opendir(folder);
	const struct dirent *e;
	char **list = NULL;
	size_t cap = 0;

	*n = 0;
	if (d == NULL)
		die_sys(folder);
	while ((e = readdir(d)) != NULL) {
		size_t len = strlen(e->d_name);

		if (len < 5 || strcmp(e->d_name + len - 4, ".tsv") != 0 ||
		    strcmp(e->d_name, "PROVENANCE.tsv") == 0)
			continue;
		list = mem_grow(list, &cap, *n + 1, sizeof(*list));
		list[(*n)++] = mem_copy(e->d_name, len);
	}
	(void)closedir(d);
	if (*n > 0)
		qsort(list, *n, sizeof(*list), by_bytes);
	return list;
}

/* ---- rows ---- */

static void
put_key(const struct differ_table *t, size_t side, size_t row, struct buf *to)
{
	to->len = 0;
	buf_mem(to, "", 0); /* a table of one row has no key */
	for (size_t i = 0; i < t->family->n_key; i++) {
		size_t col = grid_column(&t->grid[side], t->family->key[i]);

		buf_str(to, grid_cell(&t->grid[side], row, col));
		buf_str(to, "\t");
	}
}

static void
read_side(struct differ_table *t, size_t side, const struct run *r)
{
	char *path = mem_join(r->folder, "/", t->name);
	struct buf key = {0};

	grid_read(&t->grid[side], path);
	intern_open(&t->key[side]);
	for (size_t i = 0; i < t->grid[side].n_row; i++) {
		put_key(t, side, i, &key);
		if (intern_add(&t->key[side], key.s, key.len) != i)
			die_data(
			    path, i + 2, "a row of the same key stands above");
	}
	buf_free(&key);
	free(path);
}

static bool
is_skipped(const struct family *f, const char *column)
{
	for (size_t i = 0; i < f->n_skip; i++)
		if (strcmp(f->skip[i], column) == 0)
			return true;
	return false;
}

const struct family_sum *
differ_sum(const struct family *f, const char *column)
{
	for (size_t i = 0; i < f->n_sum; i++)
		if (strcmp(f->sum[i].column, column) == 0)
			return &f->sum[i];
	return NULL;
}

/* Asks for the speeches behind a count. */
static uint32_t
ask(struct shares *s, const struct differ_table *t,
    const struct family_sum *sum, const struct differ_cell *c)
{
	size_t side = c->row[0] == UINT32_MAX;
	const struct grid *g = &t->grid[side];
	size_t at = grid_has(g, "part");
	const char *part[2] = {NULL, NULL};
	const char *cell[FAMILY_FEW];

	if (!sum->whole && t->part != NULL && at != SIZE_MAX) {
		part[0] = t->part;
		part[1] = grid_cell(g, c->row[side], at);
	}
	for (size_t i = 0; i < sum->n_by; i++)
		cell[i] =
		    grid_cell(g, c->row[side], grid_column(g, sum->by[i]));
	return share_ask(s, sum, part, cell);
}

static bool
is_whole(const char *s)
{
	return strspn(s, "0123456789") == strlen(s);
}

/* Is it another figure, beyond rounding?  How large is that: of counts in
 * their square roots, of others as a part of the larger one. */
static bool
measure(struct differ_cell *c, const char *a, const char *b)
{
	double x;
	double y;

	c->figure = figure_is(a) && figure_is(b);
	c->count = c->figure && is_whole(a) && is_whole(b);
	if (!c->figure)
		return strcmp(a, b) != 0;
	x = strtod(a, NULL);
	y = strtod(b, NULL);
	c->size = fabs(x - y) / fmax(fabs(x), fabs(y));
	if (c->count)
		c->size = fabs(x - y) / sqrt(x + y);
	return c->count ? strcmp(a, b) != 0 && x + y > 0
			: fabs(x - y) > rounding * fmax(fabs(x), fabs(y));
}

static void
add(struct differ_table *t, const struct differ_cell *c)
{
	t->cell = mem_grow(t->cell, &t->cap, t->n + 1, sizeof(*t->cell));
	t->cell[t->n++] = *c;
}

/* A row that both have: its cells. */
static void
compare_row(struct shares *s, struct differ_table *t, uint32_t a, uint32_t b)
{
	size_t before = t->n;

	for (uint32_t i = 0; i < t->grid[0].n_col; i++) {
		const char *name = t->grid[0].name[i];
		size_t k = grid_has(&t->grid[1], name);
		struct differ_cell c = {
		    .row = {a, b}, .share = DIFFER_NO_SHARE};
		const struct family_sum *sum = differ_sum(t->family, name);

		if (k == SIZE_MAX || is_skipped(t->family, name))
			continue;
		c.col[0] = i;
		c.col[1] = (uint32_t)k;
		if (!measure(&c, grid_cell(&t->grid[0], a, i),
			grid_cell(&t->grid[1], b, k)))
			continue;
		if (sum != NULL)
			c.share = ask(s, t, sum, &c);
		add(t, &c);
	}
	t->n_row += t->n > before;
}

/* A row that one run alone has: it, and its counts. */
static void
lone_row(struct shares *s, struct differ_table *t, size_t side, uint32_t row)
{
	struct differ_cell c = {.row = {UINT32_MAX, UINT32_MAX},
	    .col = {UINT32_MAX, UINT32_MAX},
	    .share = DIFFER_NO_SHARE};

	c.row[side] = row;
	t->n_row++;
	add(t, &c);
	for (size_t i = 0; i < t->family->n_sum; i++) {
		const struct family_sum *sum = &t->family->sum[i];
		struct differ_cell count = c;

		count.col[side] =
		    (uint32_t)grid_column(&t->grid[side], sum->column);
		count.share = ask(s, t, sum, &count);
		add(t, &count);
	}
}

static void
compare_table(struct differ *d, struct differ_table *t)
{
	for (size_t side = 0; side < 2; side++)
		read_side(t, side, d->causes->run[side]);
	for (uint32_t i = 0; i < t->key[0].n; i++) {
		uint32_t k = intern_find(
		    &t->key[1], t->key[0].str[i].s, t->key[0].str[i].len);

		if (k == UINT32_MAX)
			lone_row(d->shares, t, 0, i);
		else
			compare_row(d->shares, t, i, k);
	}
	t->n_all = t->key[0].n;
	for (uint32_t k = 0; k < t->key[1].n; k++)
		if (intern_find(&t->key[0], t->key[1].str[k].s,
			t->key[1].str[k].len) == UINT32_MAX) {
			lone_row(d->shares, t, 1, k);
			t->n_all++;
		}
}

static void
free_table(struct differ_table *t)
{
	for (size_t side = 0; side < 2; side++) {
		grid_free(&t->grid[side]);
		intern_free(&t->key[side]);
	}
	free(t->name);
	free(t->part);
	free(t->cell);
}

/* ---- both runs ---- */

static void
keep_name(char ***list, size_t *n, size_t *cap, const char *name)
{
	*list = mem_grow(*list, cap, *n + 1, sizeof(**list));
	(*list)[(*n)++] = mem_string(name);
}

/* A table that both have. */
static void
add_table(struct differ *d, const struct families *f, const char *name)
{
	struct differ_table t = {.name = mem_string(name)};

	t.family = family_of(f, name, &t.part);
	if (t.family == NULL) {
		keep_name(&d->unknown, &d->n_unknown, &d->cap_unknown, name);
		free(t.name);
		return;
	}
	t.mask = cause_of_table(d->causes, name);
	compare_table(d, &t);
	if (t.n == 0) {
		d->n_same++;
		free_table(&t);
		return;
	}
	d->table = mem_grow(d->table, &d->cap, d->n + 1, sizeof(*d->table));
	d->table[d->n++] = t;
}

void
differ_open(struct differ *d, struct causes *c, struct shares *s,
    const struct families *f)
{
	char **list[2];
	size_t n[2];
	size_t at[2] = {0, 0};

	*d = (struct differ){.causes = c, .shares = s};
	for (size_t side = 0; side < 2; side++)
		list[side] = list_tables(c->run[side]->folder, &n[side]);
	while (at[0] < n[0] || at[1] < n[1]) {
		int order = at[0] == n[0] ? 1
		    : at[1] == n[1]       ? -1
				    : strcmp(list[0][at[0]], list[1][at[1]]);

		if (order == 0) {
			add_table(d, f, list[0][at[0]]);
			at[0]++;
			at[1]++;
		} else {
			size_t side = order > 0;

			keep_name(&d->lone[side], &d->n_lone[side],
			    &d->cap_lone[side], list[side][at[side]]);
			at[side]++;
		}
	}
	for (size_t side = 0; side < 2; side++) {
		for (size_t i = 0; i < n[side]; i++)
			free(list[side][i]);
		free(list[side]);
	}
	share_count(s);
}

static void
free_names(char **list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(list[i]);
	free(list);
}

void
differ_close(struct differ *d)
{
	for (size_t i = 0; i < d->n; i++)
		free_table(&d->table[i]);
	free(d->table);
	free_names(d->lone[0], d->n_lone[0]);
	free_names(d->lone[1], d->n_lone[1]);
	free_names(d->unknown, d->n_unknown);
}

/* ---- what a change is ---- */

const char *
differ_value(
    const struct differ_table *t, const struct differ_cell *c, size_t side)
{
	return c->row[side] == UINT32_MAX || c->col[side] == UINT32_MAX
	    ? NULL
	    : grid_cell(&t->grid[side], c->row[side], c->col[side]);
}

void
differ_key(
    const struct differ_table *t, const struct differ_cell *c, struct buf *to)
{
	size_t side = c->row[0] == UINT32_MAX;
	const struct grid *g = &t->grid[side];

	buf_mem(to, "", 0);
	for (size_t i = 0; i < t->family->n_key; i++) {
		buf_str(to, i > 0 ? "; " : "");
		buf_str(to, t->family->key[i]);
		buf_str(to, "=");
		buf_str(to,
		    grid_cell(
			g, c->row[side], grid_column(g, t->family->key[i])));
	}
}

const char *
differ_column(const struct differ_table *t, const struct differ_cell *c)
{
	for (size_t side = 0; side < 2; side++)
		if (c->row[side] != UINT32_MAX && c->col[side] != UINT32_MAX)
			return t->grid[side].name[c->col[side]];
	return "row";
}
