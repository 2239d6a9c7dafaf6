#include "shelf.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

enum {
	SPARE = 4096 /* rows kept beyond those that are shown, before a cut */
};

/* Cells of one column by those of another. */
struct shelf_list {
	struct shelf_list *next;
	char *path;
	char *from;
	char *to;
	struct intern keys;
	char **value;
	size_t cap;
};

/* The rows of a table that pass the tests with values of their own. */
struct shelf_table {
	struct shelf_table *next;
	const struct shelf_choice *choice;
	char *path;
	bool kept; /* for other values of the open tests */
	struct grid grid;
	size_t col[SHELF_MOST_TESTS];
	size_t open; /* the test that is looked up; n_test: none */
	struct intern keys;
	size_t *first; /* by key: 1 + a row */
	size_t *last;
	size_t cap_first;
	size_t cap_last;
	size_t *after; /* by row: 1 + the next of the same key */
};

char *
shelf_path(const struct shelf *s, const char *file)
{
	const char *mark = s->part != NULL ? strstr(file, "-PART") : NULL;
	struct buf b = {0};

	buf_str(&b, s->folder);
	buf_str(&b, "/");
	if (mark == NULL) {
		buf_str(&b, file);
		return b.s;
	}
	buf_mem(&b, file, (size_t)(mark + 1 - file));
	buf_str(&b, s->part);
	buf_str(&b, mark + sizeof("-PART") - 1);
	return b.s;
}

/* ---- lists ---- */

static struct shelf_list *
read_list(struct shelf *s, char *path, const char *from, const char *to)
{
	struct shelf_list *l = mem_new(1, sizeof(*l));
	struct tsv t;
	size_t key;
	size_t value;

	l->path = path;
	l->from = mem_copy(from, strlen(from));
	l->to = mem_copy(to, strlen(to));
	intern_open(&l->keys);
	tsv_open(&t, path);
	key = tsv_column(&t, from);
	value = tsv_column(&t, to);
	while (tsv_next(&t)) {
		uint32_t n = l->keys.n;
		uint32_t i = intern_add(&l->keys, t.cell[key], t.size[key]);

		if (i < n)
			continue;
		l->value =
		    mem_grow(l->value, &l->cap, n + 1, sizeof(*l->value));
		l->value[n] = mem_copy(t.cell[value], t.size[value]);
	}
	tsv_close(&t);
	l->next = s->lists;
	s->lists = l;
	return l;
}

const char *
shelf_lookup(struct shelf *s, const char *file, const char *from,
    const char *to, const char *key)
{
	/* a name with a folder in it stands for itself */
	char *path = strchr(file, '/') != NULL ? mem_copy(file, strlen(file))
					       : shelf_path(s, file);
	struct shelf_list *l = s->lists;
	uint32_t i;

	while (l != NULL &&
	    (strcmp(l->path, path) != 0 || strcmp(l->from, from) != 0 ||
		strcmp(l->to, to) != 0))
		l = l->next;
	if (l == NULL)
		l = read_list(s, path, from, to);
	else
		free(path);
	i = intern_find(&l->keys, key, strlen(key));
	return i != UINT32_MAX ? l->value[i] : NULL;
}

/* ---- tests ---- */

static bool
is_none(const char *s)
{
	return *s == '\0' || strcmp(s, "NA") == 0;
}

static bool
is_under(const char *cell, const char *value)
{
	size_t len = strlen(value);

	return strncmp(cell, value, len) == 0 &&
	    (cell[len] == '\0' || cell[len] == '/');
}

static bool
passes(const struct shelf_test *t, const char *cell, const char *value)
{
	double a;
	double b;

	switch (t->sign) {
	case SHELF_IS:
		return strcmp(cell, value) == 0;
	case SHELF_IS_NOT:
		return strcmp(cell, value) != 0;
	case SHELF_TOP:
		return strchr(cell, '/') == NULL;
	case SHELF_UNDER:
		return is_under(cell, value);
	default:
		break;
	}
	if (is_none(cell))
		return false;
	a = strtod(cell, NULL);
	b = strtod(value, NULL);
	if (t->sign == SHELF_LESS)
		return a < b;
	if (t->sign == SHELF_MOST)
		return a <= b;
	return t->sign == SHELF_MORE ? a > b : a >= b;
}

/* Is neither end of a cell of several words one of the list? */
static bool
is_outer(struct shelf *s, const struct shelf_choice *c, char *cell)
{
	char *blank = strchr(cell, ' ');
	const char *last = strrchr(cell, ' ');
	bool stops;

	last = last != NULL ? last + 1 : cell;
	if (*last == '\0')
		return false;
	stops = shelf_lookup(s, c->list, "type", "type", last) != NULL;
	if (blank != NULL && !stops) {
		*blank = '\0';
		stops = shelf_lookup(s, c->list, "type", "type", cell) != NULL;
		*blank = ' ';
	}
	return !stops;
}

/* ---- tables ---- */

static void
add_key(struct shelf_table *t, size_t row)
{
	const struct shelf_test *test = &t->choice->test[t->open];
	const char *s = grid_cell(&t->grid, row, t->col[t->open]);
	size_t len = test->sign == SHELF_UNDER ? strcspn(s, "/") : strlen(s);
	uint32_t n = t->keys.n;
	uint32_t k = intern_add(&t->keys, s, len);

	t->first = mem_grow(t->first, &t->cap_first, k + 1, sizeof(size_t));
	t->last = mem_grow(t->last, &t->cap_last, k + 1, sizeof(size_t));
	if (k == n)
		t->first[k] = row + 1;
	else
		t->after[t->last[k]] = row + 1;
	t->last[k] = row;
}

static void
make_index(struct shelf_table *t)
{
	intern_open(&t->keys);
	t->after = mem_new(t->grid.n_row, sizeof(*t->after));
	for (size_t i = 0; i < t->grid.n_row; i++)
		add_key(t, i);
}

/* Are the rows that are shown known before the end of the table? */
static bool
is_bounded(const struct shelf_choice *c)
{
	return c->first != UINT64_MAX && c->first_of == NULL &&
	    c->largest == NULL && c->only == NULL;
}

/* Leaves the rows that would be shown if the table ended here. */
static void
cut(struct shelf_table *t)
{
	const struct shelf_choice *c = t->choice;
	size_t *row = mem_new(t->grid.n_row, sizeof(*row));
	size_t n = (size_t)c->first;

	for (size_t i = 0; i < t->grid.n_row; i++)
		row[i] = i;
	grid_sort(&t->grid, row, t->grid.n_row, c->key, c->n_key);
	grid_keep(&t->grid, row, n);
	free(row);
}

static bool
takes(struct shelf *s, const struct shelf_table *t, struct tsv *in,
    char *const *value)
{
	const struct shelf_choice *c = t->choice;

	for (size_t i = 0; i < c->n_test; i++)
		if (!c->test[i].open &&
		    !passes(&c->test[i], in->cell[t->col[i]], value[i]))
			return false;
	return c->outer == NULL ||
	    is_outer(s, c, in->cell[tsv_column(in, c->outer)]);
}

static void
read_rows(struct shelf *s, struct shelf_table *t, char *const *value)
{
	const struct shelf_choice *c = t->choice;
	bool bounded = is_bounded(c) && t->open == c->n_test;
	struct tsv in;

	tsv_open(&in, t->path);
	grid_open(&t->grid, &in);
	for (size_t i = 0; i < c->n_test; i++)
		t->col[i] = tsv_column(&in, c->test[i].column);
	while (tsv_next(&in)) {
		if (bounded && c->n_key == 0 && t->grid.n_row == c->first)
			break;
		if (!takes(s, t, &in, value))
			continue;
		grid_add(&t->grid, &in);
		if (bounded && t->grid.n_row >= 2 * c->first + SPARE)
			cut(t);
	}
	tsv_close(&in);
}

static struct shelf_table *
open_table(struct shelf *s, const struct shelf_choice *c, char *const *value)
{
	char *path = shelf_path(s, c->file);
	struct shelf_table *t = s->tables;

	while (t != NULL && (t->choice != c || strcmp(t->path, path) != 0))
		t = t->next;
	if (t != NULL) {
		free(path);
		return t;
	}
	t = mem_new(1, sizeof(*t));
	t->choice = c;
	t->path = path;
	while (t->open < c->n_test && !c->test[t->open].open)
		t->open++;
	t->kept = t->open < c->n_test;
	read_rows(s, t, value);
	if (t->kept)
		make_index(t);
	t->next = s->tables;
	s->tables = t;
	return t;
}

static void
free_table(struct shelf_table *t)
{
	grid_free(&t->grid);
	if (t->kept)
		intern_free(&t->keys);
	free(t->first);
	free(t->last);
	free(t->after);
	free(t->path);
	free(t);
}

/* ---- rows ---- */

/* The rows that pass the open tests. */
static void
find_rows(
    const struct shelf_table *t, char *const *value, struct shelf_rows *rows)
{
	const struct shelf_choice *c = t->choice;
	uint32_t k = 0;
	size_t i = 1;
	size_t cap = 0;

	if (t->kept) {
		k = intern_find(
		    &t->keys, value[t->open], strlen(value[t->open]));
		i = k != UINT32_MAX ? t->first[k] : 0;
	}
	for (; i != 0 && i <= t->grid.n_row;
	     i = t->kept ? t->after[i - 1] : i + 1) {
		bool good = true;

		for (size_t m = 0; m < c->n_test && good; m++)
			good = !c->test[m].open ||
			    passes(&c->test[m],
				grid_cell(&t->grid, i - 1, t->col[m]),
				value[m]);
		if (!good)
			continue;
		rows->row = mem_grow(
		    rows->row, &cap, rows->n + 1, sizeof(*rows->row));
		rows->row[rows->n++] = i - 1;
	}
	rows->all = rows->n;
}

static int
by_number(const void *a, const void *b)
{
	const size_t *x = a;
	const size_t *y = b;

	return (*x > *y) - (*x < *y);
}

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
	grid_sort(rows->grid, rows->row, rows->n, &key.s, 1);
	if (c->largest_of != NULL)
		take_groups(c, rows);
	else
		rows->n = (size_t)c->n_largest;
	if (rows->n > 0)
		qsort(rows->row, rows->n, sizeof(*rows->row), by_number);
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
shelf_choose(struct shelf *s, const struct shelf_choice *c, char *const *value,
    struct shelf_rows *rows)
{
	struct shelf_table *t = open_table(s, c, value);

	*rows = (struct shelf_rows){.grid = &t->grid};
	find_rows(t, value, rows);
	take_largest(c, rows);
	grid_sort(&t->grid, rows->row, rows->n, c->key, c->n_key);
	if (c->only != NULL)
		take_ends(c, rows);
	if (c->first_of != NULL)
		take_of_each(c, rows);
	else if (rows->n > c->first)
		rows->n = (size_t)c->first;
}

void
shelf_free_rows(struct shelf *s, struct shelf_rows *rows)
{
	struct shelf_table **at = &s->tables;

	free(rows->row);
	while (*at != NULL) {
		struct shelf_table *t = *at;

		if (&t->grid == rows->grid && !t->kept) {
			*at = t->next;
			free_table(t);
			return;
		}
		at = &t->next;
	}
}

void
shelf_free(struct shelf *s)
{
	while (s->tables != NULL) {
		struct shelf_table *t = s->tables;

		s->tables = t->next;
		free_table(t);
	}
	while (s->lists != NULL) {
		struct shelf_list *l = s->lists;

		s->lists = l->next;
		for (uint32_t i = 0; i < l->keys.n; i++)
			free(l->value[i]);
		free(l->value);
		intern_free(&l->keys);
		free(l->path);
		free(l->from);
		free(l->to);
		free(l);
	}
}
