#include "shelf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/mem.h"
#include "lib/text/figure.h"
#include "shelf_first.h"
#include "shelf_lists.h"
#include "shelf_rows.h"

enum {
	SPARE = 4096, /* rows kept beyond those that are shown, before a cut */
	SHORT = 1 << 15 /* cells of a table that is not read twice */
};

/* The rows of a table that pass the tests with values of their own. */
struct shelf_table {
	struct shelf_table *next;
	const struct shelf_choice *choice;
	char *path;
	char *part;  /* where it was read, or NULL */
	bool kept;   /* for other values of the open tests */
	bool stands; /* whatever the values: none but open tests have any */
	struct grid grid;
	size_t col[SHELF_MOST_TESTS];
	size_t index; /* the open test that is looked up; n_test: none */
	struct intern keys;
	size_t *first; /* by key: 1 + a row */
	size_t *last;
	size_t cap_first;
	size_t cap_last;
	size_t *after; /* by row: 1 + the next of the same key */
	struct shelf_first enough;
};

char *
shelf_path(const struct shelf *s, const char *file)
{
	const char *mark = s->part != NULL ? strstr(file, "-PART") : NULL;
	struct buf b = {0};

	if (mark == NULL)
		return mem_join(s->folder, "/", file);
	buf_str(&b, s->folder);
	buf_str(&b, "/");
	buf_mem(&b, file, (size_t)(mark - file));
	buf_str(&b, *s->part != '\0' ? "-" : "");
	buf_str(&b, s->part);
	buf_str(&b, mark + sizeof("-PART") - 1);
	return b.s;
}

/* As it is, or packed where only that is there.  (The name stands as long as
 * the table is open.) */
void
shelf_open(struct tsv *t, const char *path)
{
	struct buf b = {0};

	buf_str(&b, path);
	buf_str(&b, ".zst");
	tsv_open(
	    t, access(path, F_OK) == -1 && access(b.s, F_OK) == 0 ? b.s : path);
	t->in.name = path;
	buf_free(&b);
}

/* ---- tests ---- */

static bool
is_listed(const struct shelf_list *words, const char *word)
{
	const char *list = shelf_find(words, word);

	return list != NULL && strcmp(list, "NA") != 0;
}

/* Has a cell of several words one of the list at an end, as the choice wants
 * it?  (The blank comes back.) */
static bool
fit_ends(
    const struct shelf_choice *c, const struct shelf_list *words, char *cell)
{
	char *blank = strchr(cell, ' ');
	const char *last = strrchr(cell, ' ');
	bool found;

	if (*cell == '\0')
		return false;
	last = last != NULL ? last + 1 : cell;
	found = is_listed(words, last);
	if (blank != NULL && !found) {
		*blank = '\0';
		found = is_listed(words, cell);
		*blank = ' ';
	}
	return found == c->inside;
}

static bool
takes_ends(const struct shelf_choice *c, const struct shelf_list *words,
    const char *cell)
{
	char *copy = mem_string(cell);
	bool good = fit_ends(c, words, copy);

	free(copy);
	return good;
}

bool
shelf_takes_ends(
    struct shelf *s, const struct shelf_choice *c, const char *cell)
{
	return c->ends == NULL ||
	    takes_ends(c, shelf_list(s, c->list, "type", ""), cell);
}

/* ---- tables ---- */

/* What tells whether an n-gram begins or ends with a word of a list. */
struct ends {
	const struct shelf_list *words;
	size_t col;
};

/* Are the rows that pass such a test found by a key? */
static bool
is_looked_up(enum figure_sign sign)
{
	return sign == SIGN_IS || sign == SIGN_UNDER;
}

/* What is / deep stands under its top. */
static size_t
key_length(const struct shelf_test *test, const char *s)
{
	return test->sign == SIGN_UNDER ? strcspn(s, "/") : strlen(s);
}

static void
add_key(struct shelf_table *t, size_t row)
{
	const struct shelf_test *test = &t->choice->test[t->index];
	const char *s = grid_cell(&t->grid, row, t->col[t->index]);
	uint32_t n = t->keys.n;
	uint32_t k = intern_add(&t->keys, s, key_length(test, s));

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

static bool
takes(const struct shelf_table *t, const struct tsv *in, const struct ends *e,
    const char *const *value)
{
	const struct shelf_choice *c = t->choice;

	for (size_t i = 0; i < c->n_test; i++)
		if (!c->test[i].open &&
		    !sign_holds(c->test[i].sign, in->cell[t->col[i]], value[i]))
			return false;
	return e->words == NULL || fit_ends(c, e->words, in->cell[e->col]);
}

/* False where rows were cut that should not have been: whether a key goes by
 * value or as text is known at the end alone. */
static bool
read_rows(struct shelf *s, struct shelf_table *t, const char *const *value,
    bool bounded)
{
	const struct shelf_choice *c = t->choice;
	struct ends e = {0};
	struct tsv in;
	bool good = true;

	shelf_open(&in, t->path);
	grid_open(&t->grid, &in);
	if (c->ends != NULL && !t->kept) {
		e.words = shelf_list(s, c->list, "type", "");
		e.col = tsv_column(&in, c->ends);
	}
	for (size_t i = 0; i < c->n_test; i++)
		t->col[i] = tsv_column(&in, c->test[i].column);
	while (good && tsv_next(&in)) {
		if (bounded && c->n_key == 0 && t->grid.n_row == c->first)
			break;
		if (shelf_first_low(&t->enough, c, &in) ||
		    !takes(t, &in, &e, value))
			continue;
		good = !shelf_first_text(&t->enough, c, &in, 0);
		grid_add(&t->grid, &in);
		if (good && bounded && t->grid.n_row >= 2 * c->first + SPARE)
			good = shelf_first_cut(&t->enough, c, &t->grid);
	}
	tsv_close(&in);
	return good;
}

/* Has a table in memory the rows of another choice, too?  (Ends are looked at
 * when it is asked.) */
static bool
holds(const struct shelf_table *t, const struct shelf_choice *c)
{
	bool same = t->kept && t->choice->n_test == c->n_test;

	for (size_t i = 0; same && i < c->n_test; i++) {
		const struct shelf_test *a = &t->choice->test[i];
		const struct shelf_test *b = &c->test[i];

		same = a->sign == b->sign && a->open == b->open &&
		    strcmp(a->column, b->column) == 0 &&
		    strcmp(a->value, b->value) == 0;
	}
	return same;
}

static bool
is_of_part(const struct shelf_table *t, const char *part)
{
	return t->part == NULL || part == NULL ? t->part == part
					       : strcmp(t->part, part) == 0;
}

static struct shelf_table *
open_table(
    struct shelf *s, const struct shelf_choice *c, const char *const *value)
{
	char *path = shelf_path(s, c->file);
	struct shelf_table *t = s->tables;

	while (t != NULL &&
	    ((t->choice != c && !holds(t, c)) || strcmp(t->path, path) != 0 ||
		!is_of_part(t, s->part)))
		t = t->next;
	if (t != NULL) {
		free(path);
		return t;
	}
	t = mem_new(1, sizeof(*t));
	t->choice = c;
	t->path = path;
	t->part = s->part != NULL ? mem_string(s->part) : NULL;
	t->stands = c->line > 0; /* of the description: it stays where it is */
	t->index = c->n_test;
	for (size_t i = c->n_test; i-- > 0;) {
		t->kept = t->kept || c->test[i].open;
		t->stands = t->stands &&
		    (c->test[i].open || strchr(c->test[i].value, '{') == NULL);
		if (c->test[i].open && is_looked_up(c->test[i].sign))
			t->index = i;
	}
	if (!read_rows(s, t, value, is_bounded(c) && !t->kept)) {
		grid_free(&t->grid);
		t->enough = (struct shelf_first){0};
		(void)read_rows(s, t, value, false);
	}
	if (t->index < c->n_test)
		make_index(t);
	t->next = s->tables;
	s->tables = t;
	return t;
}

static void
free_table(struct shelf_table *t)
{
	grid_free(&t->grid);
	if (t->index < t->choice->n_test)
		intern_free(&t->keys);
	free(t->first);
	free(t->last);
	free(t->after);
	free(t->path);
	free(t->part);
	free(t);
}

/* ---- rows ---- */

/* 1 + the first row of a key; 0: there is none. */
static size_t
first_of(const struct shelf_table *t, const char *value)
{
	const struct shelf_test *test = &t->choice->test[t->index];
	uint32_t k = intern_find(&t->keys, value, key_length(test, value));

	return k != UINT32_MAX ? t->first[k] : 0;
}

/* The rows that pass the open tests, and in a table in memory that of ends. */
static void
find_rows(struct shelf *s, const struct shelf_table *t,
    const struct shelf_choice *c, const char *const *value,
    struct shelf_rows *rows)
{
	bool ends = c->ends != NULL && t->kept;
	const struct shelf_list *words =
	    ends ? shelf_list(s, c->list, "type", "") : NULL;
	size_t col = ends ? grid_column(&t->grid, c->ends) : 0;
	bool indexed = t->index < c->n_test;
	size_t i = indexed ? first_of(t, value[t->index]) : 1;
	size_t cap = 0;

	for (; i != 0 && i <= t->grid.n_row;
	     i = indexed ? t->after[i - 1] : i + 1) {
		bool good = true;

		for (size_t m = 0; m < c->n_test && good; m++)
			good = !c->test[m].open ||
			    sign_holds(c->test[m].sign,
				grid_cell(&t->grid, i - 1, t->col[m]),
				value[m]);
		if (!good ||
		    (ends &&
			!takes_ends(c, words, grid_cell(&t->grid, i - 1, col))))
			continue;
		rows->row =
		    mem_grow(rows->row, &cap, rows->n + 1, sizeof(*rows->row));
		rows->row[rows->n++] = i - 1;
	}
	rows->all = rows->n;
}

void
shelf_choose(struct shelf *s, const struct shelf_choice *c,
    const char *const *value, struct shelf_rows *rows)
{
	struct shelf_table *t = open_table(s, c, value);

	*rows = (struct shelf_rows){.grid = &t->grid};
	find_rows(s, t, c, value, rows);
	shelf_cut(c, rows);
}

static bool
is_short(const struct grid *g)
{
	return g->n_row * g->n_col < SHORT;
}

void
shelf_free_rows(struct shelf *s, struct shelf_rows *rows)
{
	struct shelf_table **at = &s->tables;

	free(rows->row);
	while (*at != NULL) {
		struct shelf_table *t = *at;

		if (&t->grid == rows->grid && !t->kept &&
		    !(s->again && t->stands && is_short(&t->grid))) {
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
	shelf_free_lists(s);
}
