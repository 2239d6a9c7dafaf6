/* press_plot - pictures that have no text form */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/slug.h"
#include "press.h"
#include "show/common/chart_rows.h"
#include "show/common/svg_draw.h"

enum {
	WIDE = 480, /* points */
	NARROW = 280,
	BREAKS = 8,
	CURVE_LINE = 2 /* column of a curve cut up into lines */
};

static const char line_name[] = "line"; /* and how it is called */
static const char most_q[] = "0.05";    /* of a break that is drawn */

/* ---- reading ---- */

/* Is it a curve of several values, without a group? */
static bool
has_lines(const struct sketch_block *b)
{
	return b->plot == SKETCH_PLOT_CURVE && b->group == NULL &&
	    b->n_column > CURVE_LINE;
}

/* Columns that are no group: how many they are, and their names with commas
 * between. */
static size_t
plain_columns(const struct sketch_block *b, struct buf *names)
{
	size_t n = 0;

	for (size_t k = 0; k < b->n_column; k++) {
		if (b->group != NULL &&
		    strcmp(b->column[k].name, b->group) == 0)
			continue;
		buf_str(names, n++ > 0 ? "," : "");
		buf_str(names, b->column[k].name);
	}
	return n;
}

/* The i-th of them. */
static size_t
plain_column(const struct sketch_block *b, size_t i)
{
	size_t k = 0;

	if (b->group == NULL)
		return i;
	for (;; k++)
		if (strcmp(b->column[k].name, b->group) != 0 && i-- == 0)
			return k;
}

static void
check_columns(struct press *p, const struct sketch_block *b)
{
	static const struct {
		size_t least;
		size_t most;
	} need[SKETCH_PLOTS] = {[SKETCH_PLOT_BARS] = {2, 4},
	    [SKETCH_PLOT_LINES] = {2, SERIES_COLUMNS},
	    [SKETCH_PLOT_CURVE] = {2, SERIES_COLUMNS},
	    [SKETCH_PLOT_NETWORK] = {3, 5},
	    [SKETCH_PLOT_HEAT] = {3, 3},
	    [SKETCH_PLOT_STRIPS] = {2, 2}};
	struct buf names = {0};
	size_t n = plain_columns(b, &names);

	buf_free(&names);
	if (n < need[b->plot].least || n > need[b->plot].most)
		die_data(p->sketch.file, b->line,
		    "plot %s: %zu columns are too %s", b->arg[0], n,
		    err_said(n < need[b->plot].least ? "few" : "many"));
}

/* A row as it is shown; each value of a curve is a row of its own, with the
 * heading that its line has. */
static void
add_row(
    struct press *p, const struct sketch_block *b, struct grid *g, char **cell)
{
	struct buf head = {0};

	if (!has_lines(b)) {
		grid_put(g, cell);
		return;
	}
	for (size_t k = 1; k < b->n_column; k++) {
		struct buf name = {0};

		buf_str(&name, press_column_head(p, b, k, &head));
		grid_put(g, (char *[]){cell[0], cell[k], name.s});
		buf_free(&name);
	}
	buf_free(&head);
}

/* A row, and what it is sorted by. */
struct plot_row {
	struct buf key;
	size_t row;
};

static int
by_key(const void *a, const void *b)
{
	const struct plot_row *x = a;
	const struct plot_row *y = b;
	int c = grid_text_order(x->key.s, y->key.s);

	return c != 0 ? c : (x->row > y->row) - (x->row < y->row);
}

/* The rows as they come, or as what their first column says stands in a
 * dictionary. */
static struct plot_row *
order_rows(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows)
{
	struct plot_row *h = mem_new(rows->n, sizeof(*h));
	bool sorted = b->sorted && b->n_column > 0;

	for (size_t i = 0; i < rows->n; i++) {
		struct buf text = {0};

		h[i].row = i;
		if (!sorted)
			continue;
		press_cell(p, &b->column[0], rows, i, &text);
		buf_mem(&h[i].key, "", 0);
		slug_fold(&h[i].key, text.s, text.len);
		buf_free(&text);
	}
	if (sorted)
		qsort(h, rows->n, sizeof(*h), by_key);
	return h;
}

/* The rows, the columns by their names. */
static void
make_grid(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows, struct grid *g)
{
	const bool cut = has_lines(b);
	const char **name = mem_new(b->n_column + 1, sizeof(*name));
	char **cell = mem_new(b->n_column, sizeof(*cell));
	struct plot_row *order = order_rows(p, b, rows);

	for (size_t k = 0; k < b->n_column; k++)
		name[k] = b->column[k].name;
	if (cut)
		name[CURVE_LINE] = line_name;
	grid_begin(
	    g, rows->grid->file, name, cut ? CURVE_LINE + 1 : b->n_column);
	for (size_t i = 0; i < rows->n; i++) {
		for (size_t k = 0; k < b->n_column; k++) {
			struct buf text = {0};

			press_cell(p, &b->column[k], rows, order[i].row, &text);
			cell[k] = text.s;
		}
		add_row(p, b, g, cell);
		for (size_t k = 0; k < b->n_column; k++)
			free(cell[k]);
		buf_free(&order[i].key);
	}
	free(order);
	free(cell);
	free(name);
}

/* Breaks that chance does not explain. */
static void
read_breaks(struct press *p, const struct sketch_block *b, struct grid *g)
{
	static const char *const name[] = {"break"};
	struct shelf_rows rows;
	size_t at;
	size_t q;

	press_choose_of(p, &b->at, &rows);
	at = grid_column(rows.grid, "break");
	q = grid_column(rows.grid, "q");
	grid_begin(g, rows.grid->file, name, 1);
	for (size_t i = 0; i < rows.n && g->n_row < BREAKS; i++) {
		char *cell = mem_string(grid_cell(rows.grid, rows.row[i], at));

		if (sign_holds(SIGN_MOST, grid_cell(rows.grid, rows.row[i], q),
			most_q))
			grid_put(g, &cell);
		free(cell);
	}
	shelf_free_rows(&p->shelf, &rows);
}

static void
put(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows)
{
	const size_t x_col =
	    plain_column(b, b->plot == SKETCH_PLOT_HEAT ? 2 : 0);
	const size_t value =
	    plain_column(b, b->plot == SKETCH_PLOT_HEAT ? 2 : 1);
	struct press_plot x = {.b = b,
	    .plot = {.width = b->narrow ? NARROW : WIDE,
		.style = p->style,
		.names = b->column[x_col].raw,
		.places = b->column[value].places}};
	struct buf head[FRAME_AXES] = {{0}, {0}};
	struct buf title = {0};

	make_grid(p, b, rows, &x.grid);
	x.plot.axis[FRAME_X] = press_column_head(p, b, x_col, &head[FRAME_X]);
	x.plot.axis[FRAME_Y] = press_column_head(p, b, value, &head[FRAME_Y]);
	if (b->beside != NULL)
		x.beside = shelf_path(&p->shelf, b->beside);
	if (b->at.file != NULL)
		read_breaks(p, b, &x.at);
	if (b->name != NULL) {
		press_label(p, b, b->name, &title);
		x.plot.title = title.s;
	}
	p->ink->plot(p, &x);
	grid_free(&x.at);
	grid_free(&x.grid);
	free(x.beside);
	buf_free(&title);
	for (int k = 0; k < FRAME_AXES; k++)
		buf_free(&head[k]);
}

void
press_plot(struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;

	if (p->ink->plot == NULL)
		return;
	check_columns(p, b);
	press_choose(p, b, &rows);
	if (rows.n > 0) {
		press_begin_shown(p, b, &rows);
		put(p, b, &rows);
	} else if (b->empty != NULL)
		press_none(p, b);
	shelf_free_rows(&p->shelf, &rows);
}

void
press_note(struct press *p, const struct sketch_block *b)
{
	if (p->above == SKETCH_PLOT && p->any)
		press_text(p, b);
}

/* ---- drawing ---- */

static void
draw_bars(struct press *p, const struct press_plot *x)
{
	struct chart_rule rule = {.group = x->b->group, .rows = UINT64_MAX};
	struct chart chart = {.style = x->plot.style, .places = x->plot.places};
	struct buf names = {0};
	size_t value;

	(void)plain_columns(x->b, &names);
	chart_columns(&rule, names.s);
	chart_read(&chart, &x->grid, &rule, &value);
	bars_draw(p->out,
	    &(struct plot){.width = x->plot.width,
		.style = x->plot.style,
		.places = x->plot.places,
		.title = x->plot.title},
	    &chart, x->plot.axis[FRAME_Y]);
	chart_free(&chart);
	buf_free(&names);
}

static void
draw_lines(struct press *p, const struct press_plot *x)
{
	struct lines_break brk[BREAKS];
	struct parts parts = {0};
	struct lines_rule rule = {.curve = x->b->plot == SKETCH_PLOT_CURVE,
	    .log = {x->b->log[FRAME_X], x->b->log[FRAME_Y]},
	    .brk = brk,
	    .parts = &parts};
	struct series s;
	struct buf names = {0};

	(void)plain_columns(x->b, &names);
	if (has_lines(x->b))
		*strchr(strchr(names.s, ',') + 1, ',') = '\0';
	series_read(
	    &s, &x->grid, names.s, has_lines(x->b) ? line_name : x->b->group);
	if (x->beside != NULL)
		parts_read(&parts, x->beside);
	for (size_t i = 0; i < x->at.n_row; i++)
		brk[rule.n_break++] =
		    (struct lines_break){grid_cell(&x->at, i, 0), SIZE_MAX};
	lines_draw(p->out, &x->plot, &rule, &s);
	parts_free(&parts);
	series_free(&s);
	buf_free(&names);
}

static void
draw_network(struct press *p, const struct press_plot *x)
{
	struct network_rule rule = {
	    .col = {0, 1, 2}, .least = -1, .most = SIZE_MAX};
	struct grid groups = {0};

	if (x->beside != NULL) {
		grid_read(&groups, x->beside);
		rule.groups = &groups;
	}
	network_draw(p->out, &x->plot, &rule, &x->grid);
	grid_free(&groups);
}

static void
draw_heat(struct press *p, const struct press_plot *x)
{
	static const size_t col[3] = {0, 1, 2};

	heat_draw(p->out, &x->plot, &x->grid, col);
}

static void
draw_strips(struct press *p, const struct press_plot *x)
{
	static const size_t col[2] = {0, 1};
	struct parts parts = {0};

	if (x->beside != NULL)
		parts_read(&parts, x->beside);
	strips_draw(p->out, &x->plot, &x->grid, col, &parts);
	parts_free(&parts);
}

void
press_draw_plot(struct press *p, const struct press_plot *x)
{
	static void (*const draw[SKETCH_PLOTS])(struct press *,
	    const struct press_plot *) = {[SKETCH_PLOT_BARS] = draw_bars,
	    [SKETCH_PLOT_LINES] = draw_lines,
	    [SKETCH_PLOT_CURVE] = draw_lines,
	    [SKETCH_PLOT_NETWORK] = draw_network,
	    [SKETCH_PLOT_HEAT] = draw_heat,
	    [SKETCH_PLOT_STRIPS] = draw_strips};

	draw[x->b->plot](p, x);
}
