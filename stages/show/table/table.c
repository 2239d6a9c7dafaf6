/* table - a table as aligned text for people (table.1) */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "csv.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "show/common/grid.h"
#include "show/common/layout.h"

static const struct opt_page page = {
    "table [-ghqVv] [-c columns] [-f plain|fr|en|csv] [-n rows] "
    "[-o columns] [-p places] [-r old=new] [-W columns] [file]",
    "a table as aligned text for people", "c:f:gn:o:p:r:W:"};

enum {
	MAX_LIST = 64
};

/* What an option lists: names parted by commas, or one a use. */
struct words {
	char *s[MAX_LIST];
	size_t n;
};

struct opts {
	struct words cols;   /* -c */
	struct words keys;   /* -o */
	struct words places; /* -p */
	struct words heads;  /* -r */
	enum figure_style style;
	uint64_t rows;
	size_t width;
	bool grid;
	bool csv; /* -f csv, which lays nothing out */
};

/* A column that is shown. */
struct column {
	size_t k; /* in the table */
	int places;
};

struct sheet {
	const struct opts *o;
	struct grid grid;
	struct column *col;
	size_t *row; /* the rows shown, in order */
	size_t n_row;
	struct layout layout;
};

/* ---- choice and order ---- */

static void
choose_rows(struct sheet *t)
{
	t->n_row = t->grid.n_row;
	t->row = mem_new(t->n_row, sizeof(*t->row));
	for (size_t i = 0; i < t->n_row; i++)
		t->row[i] = i;
	grid_sort(
	    &t->grid, t->row, t->n_row, t->o->keys.s, t->o->keys.n, t->o->rows);
	if (t->n_row > t->o->rows)
		t->n_row = (size_t)t->o->rows;
}

static bool
has_decimals(const struct sheet *t, size_t k)
{
	for (size_t i = 0; i < t->grid.n_row; i++)
		if (strpbrk(grid_cell(&t->grid, i, k), ".eE") != NULL)
			return true;
	return false;
}

/* -p 2 goes for columns with decimals, -p name=2 for one. */
static int
places_of(const struct sheet *t, size_t k)
{
	const struct words *w = &t->o->places;
	const char *name = t->grid.name[k];
	size_t len = strlen(name);
	int places = -1;

	for (size_t i = 0; i < w->n; i++) {
		const char *eq = strrchr(w->s[i], '=');

		if (eq == NULL && has_decimals(t, k))
			places = (int)opt_u64('p', w->s[i], 0, FIGURE_PLACES);
	}
	for (size_t i = 0; i < w->n; i++) {
		const char *eq = strrchr(w->s[i], '=');

		if (eq != NULL && (size_t)(eq - w->s[i]) == len &&
		    memcmp(w->s[i], name, len) == 0)
			places = (int)opt_u64('p', eq + 1, 0, FIGURE_PLACES);
	}
	return places;
}

static const char *
head_of(const struct sheet *t, size_t k)
{
	const struct words *w = &t->o->heads;
	const char *name = t->grid.name[k];
	size_t len = strlen(name);

	for (size_t i = 0; i < w->n; i++)
		if (strncmp(w->s[i], name, len) == 0 && w->s[i][len] == '=')
			return w->s[i] + len + 1;
	return name;
}

/* The names that -p and -r give stand in the table. */
static void
check_names(const struct sheet *t, const struct words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		const char *eq = strchr(w->s[i], '=');
		char *name;

		if (eq == NULL)
			continue;
		name = mem_copy(w->s[i], (size_t)(eq - w->s[i]));
		(void)grid_column(&t->grid, name);
		free(name);
	}
}

static void
choose_columns(struct sheet *t)
{
	const struct words *w = &t->o->cols;

	check_names(t, &t->o->places);
	check_names(t, &t->o->heads);
	layout_open(&t->layout, w->n > 0 ? w->n : t->grid.n_col);
	t->layout.style = t->o->style;
	t->layout.grid = t->o->grid;
	t->col = mem_new(t->layout.n_col, sizeof(*t->col));
	for (size_t i = 0; i < t->layout.n_col; i++) {
		struct column *c = &t->col[i];

		c->k = w->n > 0 ? grid_column(&t->grid, w->s[i]) : i;
		c->places = places_of(t, c->k);
		layout_column(&t->layout, i, head_of(t, c->k),
		    grid_is_figures(&t->grid, c->k));
	}
}

/* A column with a figure of five digits holds no years. */
static void
find_counts(struct sheet *t)
{
	for (size_t k = 0; k < t->layout.n_col; k++)
		for (size_t i = 0; i < t->n_row; i++) {
			const char *s =
			    grid_cell(&t->grid, t->row[i], t->col[k].k);
			double v;

			if (figure_read(s, &v) && fabs(v) >= 10000)
				t->layout.col[k].counts = true;
		}
}

static void
add_rows(struct sheet *t)
{
	find_counts(t);
	for (size_t i = 0; i < t->n_row; i++)
		for (size_t k = 0; k < t->layout.n_col; k++)
			layout_add(&t->layout,
			    grid_cell(&t->grid, t->row[i], t->col[k].k),
			    t->col[k].places);
}

static void
write_layout(struct sheet *t, struct out *out)
{
	add_rows(t);
	layout_put(&t->layout, out, t->o->width);
}

static void
write_csv(struct sheet *t, struct out *out)
{
	size_t n = t->layout.n_col;
	struct csv c = {.grid = &t->grid, .row = t->row, .n_row = t->n_row};
	uint64_t n_guarded;

	c.n_col = n;
	c.col = mem_new(n, sizeof(*c.col));
	c.head = mem_new(n, sizeof(*c.head));
	for (size_t k = 0; k < n; k++) {
		c.col[k] = t->col[k].k;
		c.head[k] = t->layout.col[k].head;
	}
	n_guarded = csv_put(&c, out);
	note_count(n_guarded,
	    "cell of text that began with = + - or @ has an ' before it",
	    "cells of text that began with = + - or @ have an ' before them");
	free(c.col);
	free(c.head);
}

/* ---- beginning and end ---- */

static void
add_words(struct words *w, int letter, char *arg, const char *parted)
{
	char *save = NULL;

	for (char *s = strtok_r(arg, parted, &save); s != NULL;
	     s = strtok_r(NULL, parted, &save)) {
		if (w->n == MAX_LIST)
			die_usage("option -%c: more than %d", letter, MAX_LIST);
		w->s[w->n++] = s;
	}
}

static void
add_places(struct opts *o, char *arg)
{
	size_t from = o->places.n;

	add_words(&o->places, 'p', arg, ",");
	for (size_t i = from; i < o->places.n; i++) {
		const char *eq = strrchr(o->places.s[i], '=');

		(void)opt_u64('p', eq != NULL ? eq + 1 : o->places.s[i], 0,
		    FIGURE_PLACES);
	}
}

static void
add_head(struct opts *o, char *arg)
{
	if (strchr(arg, '=') == NULL || *arg == '=')
		die_usage("option -r: '%s' is not old=new", arg);
	add_words(&o->heads, 'r', arg, "\n");
}

static void
parse(struct opts *o, int argc, char **argv)
{
	char laid = '\0'; /* an option of text in columns */
	size_t style;
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1) {
		if (strchr("gpW", ch) != NULL)
			laid = (char)ch;
		switch (ch) {
		case 'c':
			add_words(&o->cols, 'c', optarg, ",");
			break;
		case 'f':
			style = opt_word('f', optarg, "plain fr en csv");
			o->csv = style > FIGURE_EN;
			o->style =
			    o->csv ? FIGURE_PLAIN : (enum figure_style)style;
			break;
		case 'g':
			o->grid = true;
			break;
		case 'n':
			o->rows = opt_u64('n', optarg, 0, UINT32_MAX);
			break;
		case 'o':
			add_words(&o->keys, 'o', optarg, ",");
			break;
		case 'p':
			add_places(o, optarg);
			break;
		case 'r':
			opt_utf8(ch, optarg);
			add_head(o, optarg);
			break;
		case 'W':
			o->width = opt_u64('W', optarg, 0, 100000);
			break;
		}
	}
	if (o->csv && laid != '\0')
		die_usage("option -%c: not with -f csv", laid);
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
}

int
main(int argc, char *argv[])
{
	struct opts o = {.rows = UINT64_MAX, .width = 80};
	struct sheet t = {.o = &o};
	struct out out;

	err_init(argv[0]);
	parse(&o, argc, argv);
	grid_read(&t.grid, argv[optind]);
	choose_columns(&t);
	choose_rows(&t);
	out_stdout(&out);
	if (o.csv)
		write_csv(&t, &out);
	else
		write_layout(&t, &out);
	out_close(&out);
	layout_free(&t.layout);
	free(t.row);
	free(t.col);
	grid_free(&t.grid);
	return RC_OK;
}
