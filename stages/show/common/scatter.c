#include "scatter.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/utf.h"
#include "ruler.h"

enum {
	X,
	Y,
	N_AXES
};

enum {
	LOW_LINES = 16,  /* as many, though the points need fewer */
	FREE_LINES = 24, /* where each axis has its own scale */
	LEAST = 10,      /* columns of a label that is cut */
	TICK_COLS = 10,
	TICK_LINES = 5,
};

enum sign {
	VERTICAL,
	HORIZONTAL,
	CROSSING,
	EDGE,
	EDGE_TICK,
	CORNER,
	BOTTOM,
	BOTTOM_TICK,
	CUT,
	N_SIGNS
};

struct drawing {
	struct scatter *s;
	struct ruler ruler[N_AXES];
	double low[N_AXES];
	double high[N_AXES];
	size_t margin; /* columns left of the edge */
	struct plane plane;
	struct out *out;
	struct buf text;
};

static const char *
sign(const struct drawing *d, enum sign k)
{
	static const char *const lines[N_SIGNS] = {
	    "┊", "┈", "┼", "│", "┤", "└", "─", "┬", "…"};
	static const char *const ascii[N_SIGNS] = {
	    ":", "-", "+", "|", "+", "+", "-", "+", ".."};

	return d->s->ascii ? ascii[k] : lines[k];
}

static void
put_blanks(struct drawing *d, size_t n)
{
	memset(out_room(d->out, n), ' ', n);
	d->out->b.len += n;
}

/* ---- scale ---- */

static void
find_range(struct drawing *d)
{
	for (int k = 0; k < N_AXES; k++) {
		d->low[k] = HUGE_VAL;
		d->high[k] = -HUGE_VAL;
		for (size_t i = 0; i < d->s->n_point; i++) {
			double v = d->s->point[i].v[k];

			d->low[k] = fmin(d->low[k], v);
			d->high[k] = fmax(d->high[k], v);
		}
	}
}

/* Of n cells the outer ones stay free. */
static double
unit_for(const struct drawing *d, int k, size_t n)
{
	return d->high[k] / ((double)n - 3) - d->low[k] / ((double)n - 3);
}

static size_t
clamp(double v, size_t low, size_t high)
{
	if (!(v > (double)low))
		return low < high ? low : high;
	return v < (double)high ? (size_t)v : high;
}

/* The rulers for a margin. */
static void
set_rulers(struct drawing *d)
{
	const struct scatter *s = d->s;
	size_t cols = s->width - d->margin - 1;
	double x = unit_for(d, X, cols);
	double y = unit_for(d, Y, s->lines);
	size_t lines = clamp(FREE_LINES, LOW_LINES, s->lines);

	if (s->free)
		y = unit_for(d, Y, lines);
	else {
		x = fmax(x, y / 2);
		y = 2 * x;
		if (x > 0)
			lines = clamp(ceil((d->high[Y] - d->low[Y]) / y) + 3,
			    LOW_LINES, s->lines);
	}
	if (!(x > 0)) /* all at one place */
		x = y > 0 && !s->free ? y / 2 : 1;
	if (!(y > 0))
		y = s->free ? 1 : 2 * x;
	ruler_open(&d->ruler[X], cols, x, d->low[X], d->high[X], TICK_COLS);
	ruler_open(&d->ruler[Y], lines, y, d->low[Y], d->high[Y], TICK_LINES);
}

/* Columns of the widest figure on the left. */
static size_t
tick_width(struct drawing *d)
{
	size_t most = 0;

	for (size_t i = 0; i < d->ruler[Y].n; i++) {
		size_t w;

		d->text.len = 0;
		if (!ruler_tick(&d->ruler[Y], i, &d->text, d->s->style))
			continue;
		w = utf_width(d->text.s, d->text.len);
		most = w > most ? w : most;
	}
	return most + 1;
}

/* The margin changes the scale and so the figures in it. */
static void
find_scale(struct drawing *d)
{
	find_range(d);
	for (int i = 0; i < 3; i++) {
		size_t width;

		set_rulers(d);
		width = tick_width(d);
		if (width <= d->margin)
			return;
		if (width < d->s->width / 3)
			d->margin = width;
	}
	set_rulers(d);
}

/* ---- points and labels ---- */

static struct plane_place
place(const struct drawing *d, double x, double y)
{
	size_t col = ruler_cell(&d->ruler[X], x);
	size_t line = ruler_cell(&d->ruler[Y], y);

	return (struct plane_place){
	    col, line == SIZE_MAX ? line : d->ruler[Y].n - 1 - line};
}

static void
fill_plane(struct drawing *d)
{
	const char *const lines[] = {
	    sign(d, VERTICAL), sign(d, HORIZONTAL), sign(d, CROSSING)};

	const struct plane_cut cut = {
	    d->ruler[X].n * 2 / 5, LEAST, sign(d, CUT)};

	plane_open(&d->plane, d->ruler[X].n, d->ruler[Y].n);
	plane_lines(&d->plane, place(d, 0, 0), lines);
	for (size_t i = 0; i < d->s->n_point; i++) {
		const struct scatter_point *p = &d->s->point[i];

		plane_mark(&d->plane, place(d, p->v[X], p->v[Y]), p->sign);
	}
	for (size_t i = 0; i < d->s->n_point; i++) {
		struct scatter_point *p = &d->s->point[i];

		p->fit = plane_label(
		    &d->plane, place(d, p->v[X], p->v[Y]), p->label, &cut);
	}
}

/* ---- output ---- */

static void
put_line(struct drawing *d, size_t i)
{
	bool tick;
	size_t w;

	d->text.len = 0;
	tick = ruler_tick(
	    &d->ruler[Y], d->ruler[Y].n - 1 - i, &d->text, d->s->style);
	w = utf_width(d->text.s, d->text.len);
	tick = tick && w < d->margin;
	put_blanks(d, tick ? d->margin - 1 - w : d->margin);
	if (tick) {
		out_mem(d->out, d->text.s, d->text.len);
		out_ch(d->out, ' ');
	}
	out_str(d->out, sign(d, tick ? EDGE_TICK : EDGE));
	plane_put(&d->plane, d->out, i);
	out_ch(d->out, '\n');
}

/* The lower edge, and its figures, each in the middle under its tick. */
static void
put_bottom(struct drawing *d)
{
	struct buf line = {0};
	size_t end = 0; /* columns of line, from the left of the margin on */

	put_blanks(d, d->margin);
	out_str(d->out, sign(d, CORNER));
	for (size_t i = 0; i < d->ruler[X].n; i++) {
		size_t at = d->margin + 1 + i;
		size_t w;

		d->text.len = 0;
		if (!ruler_tick(&d->ruler[X], i, &d->text, d->s->style)) {
			out_str(d->out, sign(d, BOTTOM));
			continue;
		}
		out_str(d->out, sign(d, BOTTOM_TICK));
		w = utf_width(d->text.s, d->text.len);
		at -= w / 2 < at ? w / 2 : at;
		if (at < end + (end > 0) || at + w > d->s->width)
			continue;
		for (; end < at; end++)
			buf_mem(&line, " ", 1);
		buf_mem(&line, d->text.s, d->text.len);
		end += w;
	}
	out_ch(d->out, '\n');
	out_mem(d->out, line.len > 0 ? line.s : "", line.len);
	out_ch(d->out, '\n');
	buf_free(&line);
}

static void
put_title(struct drawing *d, int k)
{
	const char *s = d->s->title[k];
	size_t w = utf_width(s, strlen(s));

	if (k == X && w < d->s->width)
		put_blanks(d, d->s->width - w);
	out_str(d->out, s);
	out_ch(d->out, '\n');
}

void
scatter_put(struct scatter *s, struct out *o)
{
	struct drawing d = {.s = s, .out = o};

	find_scale(&d);
	fill_plane(&d);
	put_title(&d, Y);
	for (size_t i = 0; i < d.ruler[Y].n; i++)
		put_line(&d, i);
	put_bottom(&d);
	put_title(&d, X);
	plane_free(&d.plane);
	buf_free(&d.text);
}
