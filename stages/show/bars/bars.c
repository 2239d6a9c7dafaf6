/* bars - a table's figures as bars of text (bars.1) */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "show/common/chart.h"
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
	MIN_WIDTH = 40
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

struct job {
	const struct opts *o;
	struct grid grid;
	size_t col[N_COLUMNS];
	size_t group;
	struct chart chart;
};

/* ---- what is drawn ---- */

static double
number(const struct job *c, size_t row, size_t col)
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
guess_columns(struct job *c)
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
choose_columns(struct job *c)
{
	const struct opts *o = c->o;

	if (o->group != NULL)
		c->group = grid_column(&c->grid, o->group);
	if (o->n_name == 0)
		guess_columns(c);
	for (size_t i = 0; i < o->n_name; i++)
		c->col[i] = grid_column(&c->grid, o->name[i]);
	c->chart.interval = o->n_name == N_COLUMNS;
}

static bool
opens_group(const struct job *c, size_t row)
{
	return c->o->group != NULL &&
	    (row == 0 ||
		strcmp(grid_cell(&c->grid, row, c->group),
		    grid_cell(&c->grid, row - 1, c->group)) != 0);
}

static void
choose_rows(struct job *c)
{
	uint64_t n = 0;

	for (size_t i = 0; i < c->grid.n_row; i++) {
		struct chart_row r = {
		    .label = grid_cell(&c->grid, i, c->col[LABEL]),
		    .value = number(c, i, c->col[VALUE]),
		    .low = (double)NAN,
		    .high = (double)NAN};
		bool opens = opens_group(c, i);

		if (c->chart.interval) {
			r.low = number(c, i, c->col[LOW]);
			r.high = number(c, i, c->col[HIGH]);
		}
		n = opens ? 1 : n + 1;
		if (n > c->o->rows)
			continue;
		if (opens)
			r.group = grid_cell(&c->grid, i, c->group);
		chart_add(&c->chart, &r, grid_cell(&c->grid, i, c->col[VALUE]));
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
	struct job c = {.o = &o};
	struct out out;

	err_init(argv[0]);
	parse(&o, argc, argv);
	grid_read(&c.grid, argv[optind]);
	c.chart = (struct chart){.style = o.style,
	    .places = o.places,
	    .width = o.width,
	    .ascii = o.ascii};
	out_stdout(&out);
	choose_columns(&c);
	choose_rows(&c);
	chart_put(&c.chart, &out);
	out_close(&out);
	chart_free(&c.chart);
	grid_free(&c.grid);
	return RC_OK;
}
