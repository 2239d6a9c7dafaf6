/* bars - a table's figures as bars of text (bars.1) */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/figure.h"
#include "lib/grid.h"
#include "lib/mem.h"
#include "lib/opt.h"
#include "lib/out.h"
#include "lib/utf.h"

static const struct opt_page page = {
    "bars [-AhqV] [-c label,value[,low,high]] [-f plain|fr|en] [-g column] "
    "[-n rows] [-p places] [-W columns] [file]",
    "a table's figures as bars of text"};

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

enum sign {
	FULL,
	AXIS,
	OPEN,
	LINE,
	CLOSE,
	DOT,
	LEAD,
	N_SIGNS
};

static const char *const blocks[N_SIGNS] = {"\xE2\x96\x88", "\xE2\x94\x82",
    "\xE2\x94\x9C", "\xE2\x94\x80", "\xE2\x94\xA4", "\xE2\x97\x8F", "\xC2\xB7"};
static const char *const plain[N_SIGNS] = {"#", "|", "|", "-", "|", "o", "."};

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
	const char *const *sign;
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
	size_t area;  /* columns for the bars */
	size_t zero;  /* how many of them are left of the axis */
	bool axis;    /* there are negative figures: it is drawn */
	double scale; /* columns for 1 */
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
	double cols;

	measure_text(c);
	for (size_t i = 0; i < c->n_row; i++)
		for (size_t k = VALUE; k < N_COLUMNS; k++) {
			min = fmin(min, c->row[i].v[k]);
			max = fmax(max, c->row[i].v[k]);
		}
	c->axis = min < 0;
	used = c->label + 2 + c->whole + c->rest + 1 + c->axis;
	c->area = c->o->width > used + 10 ? c->o->width - used : 10;
	cols = (double)c->area;
	if (max > min)
		c->zero = (size_t)lround(cols * -min / (max - min));
	if (c->axis && c->zero == 0)
		c->zero = 1;
	if (max > 0 && c->zero == c->area)
		c->zero--;
	c->scale = max > 0 ? (cols - (double)c->zero) / max : HUGE_VAL;
	if (min < 0)
		c->scale = fmin(c->scale, (double)c->zero / -min);
}

/* ---- output ---- */

static void
pad(struct chart *c, size_t n)
{
	memset(out_room(&c->out, n), ' ', n);
	c->out.b.len += n;
}

static void
repeat(struct chart *c, enum sign s, size_t n)
{
	while (n-- > 0)
		out_str(&c->out, c->sign[s]);
}

/* A bar to the right, by eighths; returns its columns. */
static size_t
put_right(struct chart *c, double v)
{
	size_t eighths = v > 0 ? (size_t)lround(v * c->scale * 8) : 0;
	size_t n;

	if (v > 0 && eighths == 0)
		eighths = 1; /* something is there */
	if (c->o->ascii) {
		n = larger((eighths + 4) / 8, eighths > 0);
		repeat(c, FULL, n);
		return n;
	}
	n = eighths / 8;
	repeat(c, FULL, n);
	if (eighths % 8 == 0)
		return n;
	out_str(&c->out, "\xE2\x96");
	out_ch(&c->out, (char)(0x90 - (int)(eighths % 8)));
	return n + 1;
}

/* The part left of the axis, by halves. */
static void
put_left(struct chart *c, double v)
{
	size_t halves = v < 0 ? (size_t)lround(-v * c->scale * 2) : 0;
	size_t n;

	if (v < 0 && halves == 0)
		halves = 1;
	n = (halves + 1) / 2;
	pad(c, c->zero - n);
	if (halves % 2 == 1) {
		out_str(&c->out, c->o->ascii ? "#" : "\xE2\x96\x90");
		n--;
	}
	repeat(c, FULL, n);
}

/* The column of a value: zero and up right of the axis. */
static size_t
place(const struct chart *c, double v)
{
	double at = floor((double)c->zero + v * c->scale);

	if (at < 0)
		return 0;
	return at >= (double)c->area ? c->area - 1 : (size_t)at;
}

/* What stands in column i of an interval. */
static enum sign
interval_sign(const size_t at[N_COLUMNS], size_t zero, size_t i)
{
	if (i == at[VALUE])
		return DOT;
	if (i > at[LOW] && i < at[HIGH])
		return LINE;
	if (i == at[LOW])
		return OPEN;
	if (i == at[HIGH])
		return CLOSE;
	if ((i >= zero && i < at[LOW]) || (i < zero && i > at[HIGH]))
		return LEAD;
	return N_SIGNS;
}

static size_t
put_interval(struct chart *c, const struct row *r)
{
	size_t at[N_COLUMNS];
	size_t n = 0;
	size_t blank = 0;

	for (size_t k = VALUE; k < N_COLUMNS; k++)
		at[k] = place(c, isnan(r->v[k]) ? r->v[VALUE] : r->v[k]);
	for (size_t i = 0; i < c->area; i++) {
		enum sign s = interval_sign(at, c->zero, i);

		if (c->axis && i == c->zero) {
			pad(c, blank);
			n += blank + 1;
			blank = 0;
			out_str(&c->out, c->sign[AXIS]);
		}
		if (s == N_SIGNS) {
			blank++;
			continue;
		}
		pad(c, blank);
		n += blank + 1;
		blank = 0;
		out_str(&c->out, c->sign[s]);
	}
	return n;
}

/* Everything between label and figure; returns its columns. */
static size_t
put_bar(struct chart *c, const struct row *r)
{
	double v = r->v[VALUE];

	if (c->interval && !isnan(v))
		return put_interval(c, r);
	if (!c->axis)
		return isnan(v) ? 0 : put_right(c, v);
	put_left(c, isnan(v) ? 0 : v);
	out_str(&c->out, c->sign[AXIS]);
	return c->zero + 1 + (isnan(v) ? 0 : put_right(c, v));
}

static void
put_label(struct chart *c, const char *s)
{
	const char *mark = c->o->ascii ? ".." : "\xE2\x80\xA6";
	size_t len = strlen(s);
	size_t w = utf_width(s, len);

	if (w > c->label) {
		size_t dots = c->o->ascii ? 2 : 1;

		len = utf_fit(s, len, c->label - dots, &w);
		out_mem(&c->out, s, len);
		out_str(&c->out, mark);
		w += dots;
	} else
		out_mem(&c->out, s, len);
	pad(c, c->label - w + 2);
}

static void
put_row(struct chart *c, const struct row *r)
{
	bool aligned = c->axis || c->interval;
	size_t used;

	put_label(c, grid_cell(&c->grid, r->k, c->col[LABEL]));
	used = put_bar(c, r);
	if (aligned)
		pad(c,
		    c->area + c->axis - used + 1 + c->whole -
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
			out_str(&c->out, grid_cell(&c->grid, r->k, c->group));
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

	while ((ch = getopt(argc, argv, "+:Ac:f:g:n:p:W:hqV")) != -1)
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
		case 'q':
			err_quiet(true);
			break;
		default:
			opt_other(ch, &page);
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
	c.sign = o.ascii ? plain : blocks;
	grid_read(&c.grid, argv[optind]);
	out_open(&c.out, STDOUT_FILENO, "standard output");
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
