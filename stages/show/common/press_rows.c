#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/slug.h"
#include "press.h"
#include "show/common/chart.h"
#include "show/common/layout.h"

/* Rows and columns of a block as they are shown. */
struct cells {
	size_t n_row;
	size_t n_col;
	char **s; /* row by row */
};

static const char *
find(struct press *p, const struct sketch_column *c, const char *value,
    const char *cell)
{
	static const struct sketch_block none = {0};
	const char *word[] = {c->table, c->key, value};
	struct buf text[3] = {0};
	const char *found = NULL;

	for (int i = 0; i < 3; i++)
		press_fill(p, &none, word[i], &text[i]);
	if (text[0].len > 0)
		found = shelf_lookup(
		    &p->shelf, text[0].s, text[1].s, text[2].s, cell);
	for (int i = 0; i < 3; i++)
		buf_free(&text[i]);
	return found == NULL || grid_is_none(found) ? NULL : found;
}

const char *
press_look_up(struct press *p, const struct sketch_column *c, const char *cell)
{
	const char *found = find(p, c, c->value, cell);

	return found != NULL ? found : c->strict ? "NA" : cell;
}

/* The bytes of a text less a hyphen and the name, as ids have it, at its end:
 * debat-jeanne-vaillant of Jeanne Vaillant. */
static size_t
without(const char *s, const char *name)
{
	size_t len = strlen(s);
	struct buf folded = {0};
	struct buf end = {0};

	slug_fold(&folded, name, strlen(name));
	buf_str(&end, "-");
	slug_file(&end, folded.s, folded.len);
	if (end.len > 1 && len > end.len &&
	    memcmp(s + len - end.len, end.s, end.len) == 0)
		len -= end.len;
	buf_free(&folded);
	buf_free(&end);
	return len;
}

/* Without the blanks that runs of words have behind an apostrophe, and before
 * the hyphen of what follows a word (-il, -là). */
static void
put_glued(struct buf *to, const char *s)
{
	for (; *s != '\0'; s++) {
		if (s[0] == ' ' && s[1] == '-' && s[2] != '\0' && s[2] != ' ')
			continue;
		buf_mem(to, s, 1);
		if (*s == '\'' && s[1] == ' ')
			s++;
	}
}

/* The column of a table that is shown; SIZE_MAX: none. */
static size_t
source_of(struct press *p, const struct sketch_column *c, const struct grid *g)
{
	static const struct sketch_block none = {0};
	struct buf b = {0};
	const char *name = c->source;
	size_t col;

	if (*name == '{') {
		press_fill(p, &none, name, &b);
		name = b.s;
	}
	col = c->optional ? grid_has(g, name) : grid_column(g, name);
	buf_free(&b);
	return col;
}

void
press_cell(struct press *p, const struct sketch_column *c,
    const struct shelf_rows *rows, size_t i, struct buf *to)
{
	size_t col = source_of(p, c, rows->grid);
	const char *s =
	    col == SIZE_MAX ? "NA" : grid_cell(rows->grid, rows->row[i], col);
	const char *name =
	    c->without != NULL ? find(p, c, c->without, s) : NULL;

	if (c->table != NULL)
		s = press_look_up(p, c, s);
	if (c->cells != NULL) {
		struct buf key = {0};
		const char *label;

		buf_str(&key, c->cells);
		buf_str(&key, s);
		label = labels_find(&p->labels, key.s);
		buf_str(to, label != NULL ? label : s);
		buf_free(&key);
	} else if (c->glued)
		put_glued(to, s);
	else
		buf_mem(to, s, name != NULL ? without(s, name) : strlen(s));
	buf_mem(to, "", 0);
}

void
press_set_columns(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows, size_t i)
{
	for (size_t k = 0; k < b->n_column; k++) {
		struct buf text = {0};

		press_cell(p, &b->column[k], rows, i, &text);
		press_set(p, b->column[k].name, text.s);
		buf_free(&text);
	}
}

static void
make_cells(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows, struct cells *c)
{
	*c = (struct cells){rows->n, b->n_column,
	    mem_new(rows->n * b->n_column, sizeof(*c->s))};
	for (size_t i = 0; i < rows->n; i++)
		for (size_t k = 0; k < b->n_column; k++) {
			struct buf text = {0};

			press_cell(p, &b->column[k], rows, i, &text);
			c->s[i * b->n_column + k] = text.s;
		}
}

static void
free_cells(struct cells *c)
{
	for (size_t i = 0; i < c->n_row * c->n_col; i++)
		free(c->s[i]);
	free(c->s);
}

static bool
are_figures(const struct cells *c, size_t col)
{
	bool any = false;

	for (size_t i = 0; i < c->n_row; i++) {
		const char *s = c->s[i * c->n_col + col];

		if (grid_is_none(s))
			continue;
		if (!figure_is(s))
			return false;
		any = true;
	}
	return any;
}

/* Are the figures of a row that ask for digits whole numbers, as counts are?
 * Not asked: that which tells their size, the mean of two where it is a median.
 */
static bool
is_whole(const struct sketch_block *b, const struct cells *c, size_t i)
{
	for (size_t k = 0; k < c->n_col; k++)
		if (b->column[k].digits > 0 &&
		    strcmp(b->column[k].source, b->column[k].like) != 0 &&
		    strchr(c->s[i * c->n_col + k], '.') != NULL)
			return false;
	return true;
}

/* The decimals of a cell: those of the column, or as many as give a figure that
 * is as large as that of another column so many digits. */
static int
places_of(const struct sketch_block *b, const struct cells *cells,
    const struct shelf_rows *rows, size_t i, size_t k)
{
	const struct sketch_column *c = &b->column[k];
	const char *s;
	double v;

	if (c->raw)
		return FIGURE_RAW;
	if (c->digits == 0)
		return c->places;
	s = grid_cell(
	    rows->grid, rows->row[i], grid_column(rows->grid, c->like));
	if (strchr(cells->s[i * cells->n_col + k], '.') == NULL &&
	    is_whole(b, cells, i))
		return 0;
	v = grid_is_none(s) ? 0 : fabs(strtod(s, NULL));
	if (v == 0) /* has no size */
		return 1;
	for (int n = 0; n < c->digits; n++)
		if (v >= pow(10, c->digits - 1 - n) ||
		    (v < 1 && n == c->digits - 1))
			return v < 1 ? c->digits : n;
	return c->digits;
}

static bool
is_shown(const struct sketch_block *b, const struct cells *c, size_t col)
{
	if (!b->column[col].optional)
		return true;
	for (size_t i = 0; i < c->n_row; i++)
		if (!grid_is_none(c->s[i * c->n_col + col]))
			return true;
	return false;
}

void
press_bound(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows)
{
	const struct shelf_choice *c = &b->choice;
	struct buf text = {0};

	if (c->largest == NULL || c->largest_key == NULL ||
	    rows->all <= c->n_largest)
		return;
	press_set_number(p, "most", c->n_largest);
	press_set_number(p, "all", rows->all);
	press_set(p, "file", strrchr(rows->grid->file, '/') + 1);
	press_label(p, b, c->largest_key, &text);
	press_begin(p, SKETCH_TEXT);
	p->ink->text(p, text.s, SKETCH_TEXT);
	buf_free(&text);
}

/* Ends a block that has no rows: says so. */
static void
end_empty(
    struct press *p, const struct sketch_block *b, struct shelf_rows *rows)
{
	press_none(p, b);
	shelf_free_rows(&p->shelf, rows);
}

void
press_begin_shown(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows)
{
	press_bound(p, b, rows);
	press_begin(p, b->kind);
}

/* The rows of a block; false, and what is to be said, where there are none. */
bool
press_begin_rows(
    struct press *p, const struct sketch_block *b, struct shelf_rows *rows)
{
	press_choose(p, b, rows);
	if (rows->n == 0) {
		end_empty(p, b, rows);
		return false;
	}
	press_begin_shown(p, b, rows);
	return true;
}

const char *
press_column_head(
    struct press *p, const struct sketch_block *b, size_t k, struct buf *name)
{
	const struct sketch_column *c = &b->column[k];

	name->len = 0;
	press_fill(p, b, c->head != NULL ? c->head : c->name, name);
	return press_head(p, name->s);
}

static size_t
n_shown(const struct sketch_block *b, const struct cells *c)
{
	size_t n = 0;

	for (size_t k = 0; k < c->n_col && c->n_row > 0; k++)
		n += is_shown(b, c, k);
	return n;
}

static void
lay_out(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows, const struct cells *c)
{
	struct buf *name = mem_new(c->n_col, sizeof(*name));
	struct layout l;
	size_t n = 0;

	layout_open(&l, n_shown(b, c));
	l.style = p->style;
	for (size_t k = 0; k < c->n_col; k++)
		if (is_shown(b, c, k))
			layout_column(&l, n++,
			    press_column_head(p, b, k, &name[k]),
			    are_figures(c, k));
	for (size_t i = 0; i < c->n_row; i++)
		for (size_t k = 0; k < c->n_col; k++)
			if (is_shown(b, c, k))
				layout_add(&l, c->s[i * c->n_col + k],
				    places_of(b, c, rows, i, k));
	p->ink->table(p, &l);
	layout_free(&l);
	for (size_t k = 0; k < c->n_col; k++)
		buf_free(&name[k]);
	free(name);
}

void
press_table(struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;
	struct cells c;

	if (b->n_column == 0)
		die_data(
		    p->sketch.file, b->line, "a table needs a column at least");
	press_choose(p, b, &rows);
	make_cells(p, b, &rows, &c);
	if (n_shown(b, &c) > 0) {
		press_begin_shown(p, b, &rows);
		lay_out(p, b, &rows, &c);
		shelf_free_rows(&p->shelf, &rows);
	} else
		end_empty(p, b, &rows);
	free_cells(&c);
}

static double
number(struct press *p, const struct sketch_block *b, size_t col, const char *s)
{
	if (!figure_is(s))
		die_data(p->sketch.file, b->line,
		    "column %s: '%s' is not a number", b->column[col].name, s);
	return strtod(s, NULL);
}

/* Label, value, and the limits of an interval if there are four columns. */
void
press_bars(struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;
	struct cells c;
	struct chart chart = {.style = p->style,
	    .width = PRESS_WIDTH,
	    .interval = b->n_column == 4};
	const char *above = NULL;
	struct buf value = {0};

	if (b->n_column != 2 && b->n_column != 4)
		die_data(p->sketch.file, b->line,
		    "bars have two columns, or four with limits");
	if (!press_begin_rows(p, b, &rows))
		return;
	make_cells(p, b, &rows, &c);
	chart.places = b->column[1].places;
	for (size_t i = 0; i < c.n_row; i++) {
		char **s = c.s + i * c.n_col;
		struct chart_row r = {.label = s[0]};
		double v[3] = {(double)NAN, (double)NAN, (double)NAN};

		for (size_t k = 1; k < c.n_col; k++)
			if (!grid_is_none(s[k]))
				v[k - 1] = number(p, b, k, s[k]);
		r.value = v[0];
		r.low = v[1];
		r.high = v[2];
		if (b->group != NULL) {
			const char *group = grid_cell(rows.grid, rows.row[i],
			    grid_column(rows.grid, b->group));

			if (above == NULL || strcmp(group, above) != 0)
				r.group = above = group;
		}
		chart_add(&chart, &r, s[1]);
	}
	p->ink->bars(p, &chart, press_column_head(p, b, 1, &value));
	buf_free(&value);
	chart_free(&chart);
	free_cells(&c);
	shelf_free_rows(&p->shelf, &rows);
}
