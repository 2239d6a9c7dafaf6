/* bars - a table's figures as bars of text (bars.1) */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bar.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "lib/text/utf.h"
#include "show/common/grid.h"

static const struct opt_page page = {
    "bars [-AhqVv] [-c label,value[,low,high]] [-f plain|fr|en] [-g column] "
    "[-n rows] [-p places] [-W columns] [file]",
    "a table's figures as bars of text", "Ac:f:g:n:p:W:"};

enum {
	LABEL,
	VALUE,
	LOW,
	HIGH,
	N_COLUMNS
};

enum {
	MIN_WIDTH = 40,
	MIN_BAR = 10
};

struct opts {
	const char *name[N_COLUMNS];
	size_t n_name;
	const char *group;
	enum figure_style style;
	int places;
	uint64_t rows;
	size_t width;
	bool ascii;
};

struct row {
	size_t k; /* in the table */
	double v[N_COLUMNS];
	char *figure; /* the value as it is printed */
	bool opens;   /* a group begins */
};

struct chart {
	const struct opts *o;
	struct grid grid;
	size_t col[N_COLUMNS];
	bool interval;
	size_t group;
	struct row *row;
	size_t n_row;
	struct out out;
	size_t label; /* columns */
	size_t whole; /* of the figures, before the decimal point */
	size_t rest;  /* from it on */
	struct bar bar;
};

/* ---- what is drawn ---- */

static double
number(const struct chart *c, size_t row, size_t col)
{
	const char *s = grid_cell(&c->grid, row, col);

	if (*s == '\0' || strcmp(s, "NA") == 0)
		return (double)NAN;
	if (!figure_is(s) || !isfinite(strtod(s, NULL)))
		die_data(c->grid.file, row + 2,
		    "column %s: '%s' is not a number", c->grid.name[col], s);
	return strtod(s, NULL);
}

/* Without -c: the first column of text, the last one of figures. */
static void
guess_columns(struct chart *c)
{
	const struct grid *g = &c->grid;
	size_t label = 0;
	size_t value = g->n_col;

	while (label < g->n_col &&
	    (grid_is_figures(g, label) || (c->o->group && label == c->group)))
		label++;
	if (label == g->n_col)
		label = 0;
	for (size_t i = 0; i < g->n_col; i++)
		if (i != label && (g->n_row == 0 || grid_is_figures(g, i)))
			value = i;
	if (value == g->n_col)
		die_data(g->file, 1,
		    "no column of numbers beside the labels; name them: -c "
		    "label,value");
	c->col[LABEL] = label;
	c->col[VALUE] = value;
}

static void
choose_columns(struct chart *c)
{
	const struct opts *o = c->o;

	if (o->group != NULL)
		c->group = grid_column(&c->grid, o->group);
	if (o->n_name == 0)
		guess_columns(c);
	for (size_t i = 0; i < o->n_name; i++)
		c->col[i] = grid_column(&c->grid, o->name[i]);
	c->interval = o->n_name == N_COLUMNS;
}

static bool
opens_group(const struct chart *c, size_t row)
{
	return c->o->group != NULL &&
	    (row == 0 ||
		strcmp(grid_cell(&c->grid, row, c->group),
		    grid_cell(&c->grid, row - 1, c->group)) != 0);
}

static void
choose_rows(struct chart *c)
{
	uint64_t n = 0;

	c->row = mem_new(c->grid.n_row, sizeof(*c->row));
	for (size_t i = 0; i < c->grid.n_row; i++) {
		struct row *r = &c->row[c->n_row];
		bool opens = opens_group(c, i);
		struct buf b = {0};
		const char *s;

		for (size_t k = VALUE; k < N_COLUMNS; k++)
			r->v[k] = k == VALUE || c->interval
			    ? number(c, i, c->col[k])
			    : (double)NAN;
		n = opens ? 1 : n + 1;
		if (n > c->o->rows)
			continue;
		r->k = i;
		r->opens = opens;
		s = grid_cell(&c->grid, i, c->col[VALUE]);
		figure_put(
		    &b, *s != '\0' ? s : "NA", c->o->places, c->o->style);
		r->figure = b.s;
		c->n_row++;
	}
}

/* ---- scale ---- */

static size_t
larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static void
measure_text(struct chart *c)
{
	size_t least = c->o->width * 2 / 5;

	for (size_t i = 0; i < c->n_row; i++) {
		const struct row *r = &c->row[i];
		const char *s = grid_cell(&c->grid, r->k, c->col[LABEL]);
		size_t whole = figure_whole(r->figure, c->o->style);
		size_t w = utf_width(r->figure, strlen(r->figure));

		c->label = larger(c->label, utf_width(s, strlen(s)));
		c->whole = larger(c->whole, whole);
		c->rest = larger(c->rest, w - whole);
	}
	if (c->label > least)
		c->label = least;
}

static void
measure(struct chart *c)
{
	double min = 0;
	double max = 0;
	size_t used;

	measure_text(c);
	for (size_t i = 0; i < c->n_row; i++)
		for (size_t k = VALUE; k < N_COLUMNS; k++) {
			min = fmin(min, c->row[i].v[k]);
			max = fmax(max, c->row[i].v[k]);
		}
	used = c->label + 2 + c->whole + c->rest + 1;
	used = c->o->width > used + MIN_BAR ? c->o->width - used : MIN_BAR;
	bar_open(&c->bar, used, min, max);
}

/* ---- output ---- */

static void
pad(struct chart *c, size_t n)
{
	memset(out_room(&c->out, n), ' ', n);
	c->out.b.len += n;
}

/* Everything between label and figure; returns its columns. */
static size_t
put_bar(struct chart *c, const struct row *r)
{
	if (c->interval && !isnan(r->v[VALUE]))
		return bar_interval(
		    &c->bar, &c->out, r->v[VALUE], r->v[LOW], r->v[HIGH]);
	return bar_put(&c->bar, &c->out, r->v[VALUE]);
}

/* A text of so many columns at most; returns its columns. */
static size_t
put_cut(struct chart *c, const char *s, size_t columns)
{
	const char *mark = c->o->ascii ? ".." : "\xE2\x80\xA6";
	size_t dots = c->o->ascii ? 2 : 1;
	size_t len = strlen(s);
	size_t w = utf_width(s, len);

	if (w <= columns) {
		out_mem(&c->out, s, len);
		return w;
	}
	len = utf_fit(s, len, columns - dots, &w);
	out_mem(&c->out, s, len);
	out_str(&c->out, mark);
	return w + dots;
}

static void
put_label(struct chart *c, const char *s)
{
	pad(c, c->label - put_cut(c, s, c->label) + 2);
}

static void
put_row(struct chart *c, const struct row *r)
{
	bool aligned = c->bar.axis || c->interval;
	size_t used;

	put_label(c, grid_cell(&c->grid, r->k, c->col[LABEL]));
	used = put_bar(c, r);
	if (aligned)
		pad(c,
		    c->bar.cols - used + 1 + c->whole -
			figure_whole(r->figure, c->o->style));
	else if (used > 0)
		pad(c, 1);
	out_str(&c->out, r->figure);
	out_ch(&c->out, '\n');
}

static void
put_chart(struct chart *c)
{
	for (size_t i = 0; i < c->n_row; i++) {
		const struct row *r = &c->row[i];

		if (r->opens) {
			if (i > 0)
				out_ch(&c->out, '\n');
			(void)put_cut(c, grid_cell(&c->grid, r->k, c->group),
			    c->o->width);
			out_ch(&c->out, '\n');
		}
		put_row(c, r);
	}
}

/* ---- beginning and end ---- */

static void
set_columns(struct opts *o, char *arg)
{
	char *save = NULL;

	o->n_name = 0;
	for (char *s = strtok_r(arg, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save)) {
		if (o->n_name == N_COLUMNS)
			die_usage("option -c: more than label,value,low,high");
		o->name[o->n_name++] = s;
	}
	if (o->n_name != 2 && o->n_name != N_COLUMNS)
		die_usage("option -c: label,value or label,value,low,high");
}

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'A':
			o->ascii = true;
			break;
		case 'c':
			set_columns(o, optarg);
			break;
		case 'f':
			o->style = figure_style('f', optarg);
			break;
		case 'g':
			o->group = optarg;
			break;
		case 'n':
			o->rows = opt_u64('n', optarg, 1, UINT32_MAX);
			break;
		case 'p':
			o->places = (int)opt_u64('p', optarg, 0, FIGURE_PLACES);
			break;
		case 'W':
			o->width = opt_u64('W', optarg, MIN_WIDTH, 10000);
			break;
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
}

int
main(int argc, char *argv[])
{
	struct opts o = {.rows = UINT64_MAX, .width = 80, .places = -1};
	struct chart c = {.o = &o};

	err_init(argv[0]);
	parse(&o, argc, argv);
	c.bar.ascii = o.ascii;
	grid_read(&c.grid, argv[optind]);
	out_stdout(&c.out);
	choose_columns(&c);
	choose_rows(&c);
	measure(&c);
	put_chart(&c);
	out_close(&c.out);
	for (size_t i = 0; i < c.n_row; i++)
		free(c.row[i].figure);
	free(c.row);
	grid_free(&c.grid);
	return RC_OK;
}
