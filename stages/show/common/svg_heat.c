/* heat - a matrix as cells of colours, with their values where these fit */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "font.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "svg_draw.h"

enum {
	MOST_COLUMNS = 100,
	MOST_ROWS = 1000,
	STEPS = 7 /* of the legend */
};

static const double least_high = 13; /* of a cell */
static const double least_wide = 9;
static const double turned = 44; /* narrower columns have turned names */
static const double wide_cell = 90;

struct heat {
	const struct plot *p;
	struct plot own; /* with the width that the columns need */
	const struct grid *g;
	const size_t *col; /* row, column, value */
	struct intern names[2];
	double *value; /* row by row, NAN: none */
	double low;
	double high;
	bool fits; /* values are written */
	struct frame f;
	double label; /* width of the rows' names */
	struct svg_at cell;
	double head; /* height of the columns' names */
};

static const char *
name_of(const struct heat *h, int k, uint32_t i)
{
	size_t len;

	return intern_s(&h->names[k], i, &len);
}

/* ---- reading ---- */

static void
read_names(struct heat *h)
{
	static const size_t most[] = {MOST_ROWS, MOST_COLUMNS};

	for (int k = 0; k < 2; k++) {
		size_t *row = grid_reading(h->g, h->col[k]);

		for (size_t i = 0; i < h->g->n_row; i++) {
			const char *s = grid_cell(h->g, row[i], h->col[k]);

			if (intern_add(&h->names[k], s, strlen(s)) >= most[k])
				die_data(h->g->file, row[i] + 2,
				    "column %s: '%s' is one name too many to "
				    "draw (%zu)",
				    h->g->name[h->col[k]], s, most[k]);
		}
		free(row);
	}
}

static size_t
place_of(const struct heat *h, size_t row)
{
	uint32_t at[2];

	for (int k = 0; k < 2; k++) {
		const char *s = grid_cell(h->g, row, h->col[k]);

		at[k] = intern_find(&h->names[k], s, strlen(s));
	}
	return (size_t)at[0] * h->names[1].n + at[1];
}

static void
read_values(struct heat *h)
{
	size_t n = (size_t)h->names[0].n * h->names[1].n;
	bool *seen = mem_new(n, sizeof(*seen));
	size_t n_none = 0;

	h->value = mem_new(n, sizeof(*h->value));
	for (size_t i = 0; i < n; i++)
		h->value[i] = (double)NAN;
	for (size_t i = 0; i < h->g->n_row; i++) {
		size_t k = place_of(h, i);

		if (seen[k])
			die_data(h->g->file, i + 2,
			    "a second row for '%s' and '%s'",
			    grid_cell(h->g, i, h->col[0]),
			    grid_cell(h->g, i, h->col[1]));
		seen[k] = true;
		h->value[k] = series_cell(h->g, i, h->col[2]);
		n_none += isnan(h->value[k]) != 0;
		h->low = fmin(h->low, h->value[k]);
		h->high = fmax(h->high, h->value[k]);
	}
	note_count(n_none, "row without a value", "rows without a value");
	free(seen);
}

/* ---- colours ---- */

/* From white to a dark colour: that of Okabe and Ito for its side, darker
 * towards the end so that grey print keeps the order. */
static double
shade(const struct heat *h, double v, char *to, size_t size)
{
	static const double white = 250;
	static const double blue[3] = {0, 70, 120};
	static const double red[3] = {150, 60, 0};
	const double *end = v < 0 ? red : blue;
	double most = fmax(fabs(h->low), fabs(h->high));
	double from = h->low < 0 ? 0 : fmin(h->low, h->high);
	double share;

	if (h->low >= 0 && !h->p->uneven)
		from = 0;
	share = most > from ? (fabs(v) - from) / (most - from) : 0;
	share = fmin(fmax(share, 0), 1);
	(void)snprintf(to, size, "#%02X%02X%02X",
	    (unsigned)lround(white + share * (end[0] - white)),
	    (unsigned)lround(white + share * (end[1] - white)),
	    (unsigned)lround(white + share * (end[2] - white)));
	return share;
}

/* A cell's figure: three digits, or the decimals of -p. */
static void
figure(const struct heat *h, double v, struct buf *to)
{
	char s[64];

	(void)snprintf(s, sizeof(s), "%.3g", v + 0.0);
	if (fabs(v) >= 1000 && fabs(v) < 1e6)
		(void)snprintf(s, sizeof(s), "%.0f", v);
	if (h->p->places >= 0)
		(void)snprintf(s, sizeof(s), "%.15g", v);
	figure_put(to, s, h->p->places, h->p->style);
}

/* ---- measures ---- */

static double
widest(const struct heat *h, int k, double size)
{
	double w = 0;

	for (uint32_t i = 0; i < h->names[k].n; i++)
		w = fmax(w, font_of(name_of(h, k, i)) * size + 0.01);
	return w;
}

static void
measure_head(struct heat *h)
{
	double most = 0;

	if (h->cell.x < turned) {
		h->head = fmin(widest(h, 1, SVG_SIZE), 110) + 6;
		return;
	}
	for (uint32_t i = 0; i < h->names[1].n; i++)
		most = fmax(
		    most, (double)frame_lines(name_of(h, 1, i), h->cell.x - 4));
	h->head = most * FRAME_LINE + 5;
}

static void
measure(struct heat *h)
{
	double width = h->p->width - 2 * FRAME_MARGIN;
	double lines = 1;
	double figures = 0;

	h->label = fmin(widest(h, 0, SVG_SIZE), width * 0.35);
	h->cell.x = fmin((width - h->label - 6) / h->names[1].n, wide_cell);
	if (h->cell.x < least_wide) {
		h->cell.x = least_wide;
		h->own.width = h->label + 6 + 2 * FRAME_MARGIN +
		    least_wide * h->names[1].n;
	}
	for (uint32_t i = 0; i < h->names[0].n; i++)
		lines = fmax(
		    lines, (double)frame_lines(name_of(h, 0, i), h->label));
	h->cell.y = fmax(least_high, lines * FRAME_LINE + 3);
	for (size_t i = 0; i < (size_t)h->names[0].n * h->names[1].n; i++) {
		struct buf b = {0};

		if (isnan(h->value[i]))
			continue;
		figure(h, h->value[i], &b);
		figures = fmax(figures, font_of(b.s) * SVG_SMALL);
		buf_free(&b);
	}
	h->fits = figures + 3 <= h->cell.x;
	measure_head(h);
}

/* ---- drawing ---- */

static void
put_cell(struct heat *h, struct svg_box box, double v)
{
	struct svg_font font = {.size = SVG_SMALL, .anchor = SVG_MIDDLE};
	char colour[8];
	struct buf b = {0};

	if (isnan(v)) {
		svg_line(&h->f.v, (struct svg_at){box.x + 2, box.y + box.h - 2},
		    (struct svg_at){box.x + box.w - 2, box.y + 2},
		    &(struct svg_pen){svg_grey, 0.5, NULL, NULL, 0});
		return;
	}
	if (shade(h, v, colour, sizeof(colour)) > (v < 0 ? 0.72 : 0.64))
		font.fill = "#fff";
	svg_rect(&h->f.v, box, &(struct svg_pen){"#fff", 0.5, NULL, colour, 0});
	if (h->fits)
		figure(h, v, &b);
	else if (v < 0 && box.w >= 6)
		buf_str(&b, "-"); /* grey print does not tell the side */
	if (b.len > 0)
		svg_text(&h->f.v,
		    (struct svg_at){box.x + box.w / 2,
			box.y + box.h / 2 + SVG_SMALL * 0.36},
		    &font, b.s);
	buf_free(&b);
}

static void
put_head(struct heat *h, uint32_t i, double x, double y)
{
	const char *s = name_of(h, 1, i);
	const struct svg_font font = {.up = true};
	struct buf b = {0};

	if (h->cell.x >= turned) {
		double lines = (double)frame_lines(s, h->cell.x - 4);

		frame_label(&h->f,
		    (struct svg_at){x + h->cell.x / 2,
			y - 4 - (lines - 1) * FRAME_LINE / 2},
		    h->cell.x - 4, SVG_MIDDLE, s);
		return;
	}
	font_cut(&b, s, SVG_SIZE, h->head - 6);
	svg_text(&h->f.v,
	    (struct svg_at){x + h->cell.x / 2 + SVG_SIZE * 0.36, y - 4}, &font,
	    b.s);
	buf_free(&b);
}

static void
put_cells(struct heat *h, double top)
{
	const double left = FRAME_MARGIN + h->label + 6;

	for (uint32_t k = 0; k < h->names[1].n; k++)
		put_head(h, k, left + k * h->cell.x, top + h->head);
	for (uint32_t i = 0; i < h->names[0].n; i++) {
		double y = top + h->head + i * h->cell.y;

		frame_label(&h->f,
		    (struct svg_at){
			left - 6, y + h->cell.y / 2 + SVG_SIZE * 0.36},
		    h->label, SVG_END, name_of(h, 0, i));
		for (uint32_t k = 0; k < h->names[1].n; k++)
			put_cell(h,
			    (struct svg_box){
				left + k * h->cell.x, y, h->cell.x, h->cell.y},
			    h->value[(size_t)i * h->names[1].n + k]);
	}
}

/* What the values are, and below it steps of colour from the least to the
 * largest, with both. */
static void
put_legend(struct heat *h, double y, const char *title)
{
	const struct svg_font font = {.size = SVG_SMALL};
	const double left = FRAME_MARGIN + h->label + 6;
	double room = h->p->width - FRAME_MARGIN - left;
	struct buf text[3] = {0};
	double w[2];
	double step;

	figure(h, h->low < 0 || h->p->uneven ? h->low : 0, &text[0]);
	figure(h, h->high, &text[1]);
	font_cut(&text[2], title, SVG_SMALL, room);
	for (int k = 0; k < 2; k++)
		w[k] = font_of(text[k].s) * SVG_SMALL + 4;
	step = fmin(14, fmax((room - w[0] - w[1]) / STEPS, 2));
	svg_text(&h->f.v, (struct svg_at){left, y}, &font, text[2].s);
	y += 4;
	svg_text(&h->f.v, (struct svg_at){left, y + 7.5}, &font, text[0].s);
	for (int i = 0; i < STEPS; i++) {
		double low = h->low < 0 || h->p->uneven ? h->low : 0;
		char colour[8];

		(void)shade(h, low + (h->high - low) * i / (STEPS - 1), colour,
		    sizeof(colour));
		svg_rect(&h->f.v,
		    (struct svg_box){left + w[0] + i * step, y, step, 9},
		    &(struct svg_pen){svg_grey, 0.3, NULL, colour, 0});
	}
	svg_text(&h->f.v,
	    (struct svg_at){left + w[0] + STEPS * step + 4, y + 7.5}, &font,
	    text[1].s);
	for (int k = 0; k < 3; k++)
		buf_free(&text[k]);
}

static void
describe(const struct heat *h, const char *title, struct buf *to)
{
	buf_str(to, title);
	buf_str(to, ". ");
	frame_say(to, h->p, "Rows", "");
	buf_u64(to, h->names[0].n);
	buf_str(to, ". ");
	frame_say(to, h->p, "Columns", "");
	buf_u64(to, h->names[1].n);
	buf_str(to, ". ");
	frame_say(to, h->p, "Least", "");
	figure(h, h->low, to);
	buf_str(to, ". ");
	frame_say(to, h->p, "Most", "");
	figure(h, h->high, to);
	buf_str(to, ".");
}

static void
draw(struct heat *h, struct out *o)
{
	const char *title = h->p->axis[FRAME_X] != NULL ? h->p->axis[FRAME_X]
							: h->g->name[h->col[2]];
	double top = frame_head(h->p);
	double bottom;
	struct buf desc = {0};

	measure(h);
	describe(h, title, &desc);
	bottom = top + h->head + h->names[0].n * h->cell.y;
	frame_open(&h->f, o, h->p, bottom + 27 + FRAME_MARGIN,
	    (const char *[]){title, desc.s});
	put_cells(h, top);
	put_legend(h, bottom + 13, title);
	frame_close(&h->f);
	buf_free(&desc);
}

void
heat_draw(struct out *o, const struct plot *p, const struct grid *g,
    const size_t col[3])
{
	struct heat h = {
	    .own = *p, .g = g, .col = col, .low = HUGE_VAL, .high = -HUGE_VAL};

	h.p = &h.own;
	intern_open(&h.names[0]);
	intern_open(&h.names[1]);
	read_names(&h);
	read_values(&h);
	if (h.low <= h.high)
		draw(&h, o);
	else
		frame_none(o, p, g->name[col[2]]);
	free(h.value);
	intern_free(&h.names[0]);
	intern_free(&h.names[1]);
}
