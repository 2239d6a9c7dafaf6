/* bars - rows of figures as bars, or as points with intervals */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "font.h"
#include "lib/base/mem.h"
#include "svg_draw.h"

struct rows {
	const struct plot *p;
	const struct chart *c;
	struct frame f;
	bool dots;
	bool cut;     /* the scale does not begin at 0 */
	double label; /* where labels end and the scale begins */
	double whole; /* of the figures, before the decimal point */
	double rest;
};

/* ---- measures ---- */

static double
whole_width(const struct rows *r, const char *s)
{
	return font_width(s,
	    strcspn(s, (r->p->style & FIGURE_FR) != 0 ? ",eE" : ".eE"),
	    SVG_SIZE);
}

static double
row_height(const struct rows *r, const struct chart_row *row)
{
	return (double)frame_lines(row->label, r->label - FRAME_MARGIN) *
	    FRAME_LINE +
	    4;
}

static double
group_height(const struct chart_row *row, bool first)
{
	if (row->group == NULL)
		return 0;
	return FRAME_LINE + 5 + (first ? 0 : 6);
}

static void
measure(struct rows *r)
{
	double most = (r->p->width - 2 * FRAME_MARGIN) * 0.38;
	double label = 0;

	for (size_t i = 0; i < r->c->n; i++) {
		const struct chart_row *row = &r->c->row[i];
		double whole = whole_width(r, row->figure);

		label = fmax(label, font_of(row->label) * SVG_SIZE);
		r->whole = fmax(r->whole, whole);
		r->rest =
		    fmax(r->rest, font_of(row->figure) * SVG_SIZE - whole);
	}
	r->label = FRAME_MARGIN + fmin(label + 0.01, most);
}

static double
total_height(const struct rows *r)
{
	double h = 0;

	for (size_t i = 0; i < r->c->n; i++)
		h += group_height(&r->c->row[i], i == 0) +
		    row_height(r, &r->c->row[i]);
	return h;
}

/* The ends of values and intervals, no farther than the chart's. */
static void
set_scale(struct rows *r)
{
	double min;
	double max;
	double low = HUGE_VAL;
	double high = -HUGE_VAL;

	chart_range(r->c, &min, &max);
	for (size_t i = 0; i < r->c->n; i++) {
		const struct chart_row *row = &r->c->row[i];

		low = fmin(low, fmin(row->value, fmin(row->low, row->high)));
		high = fmax(high, fmax(row->value, fmax(row->low, row->high)));
	}
	if (r->dots && r->p->uneven && low <= high) {
		r->cut = low > 0 || high < 0;
		min = fmax(min < 0 ? min : low, low);
		max = fmin(max > 0 ? max : high, high);
	}
	axis_open(&r->f.axis[FRAME_X], min, max, false);
	if (!r->cut && r->f.axis[FRAME_X].low < 0 && min >= 0)
		r->f.axis[FRAME_X].low = 0; /* all are 0 */
	axis_lay(&r->f.axis[FRAME_X], r->label + 6,
	    fmax(r->p->width - FRAME_MARGIN - r->whole - r->rest - 8,
		r->label + 26),
	    40, true);
}

/* ---- drawing ---- */

/* An end of an interval: a tick, or an arrow where it goes on. */
static void
put_cap(struct rows *r, struct svg_at at, bool cut, double away)
{
	const struct svg_pen pen = {"#000", 0.9, NULL, NULL, 0};
	const struct svg_pen full = {NULL, 0, NULL, "#000", 0};

	if (!cut) {
		svg_line(&r->f.v, (struct svg_at){at.x, at.y - 2.5},
		    (struct svg_at){at.x, at.y + 2.5}, &pen);
		return;
	}
	svg_path(&r->f.v, at);
	svg_to(&r->f.v, (struct svg_at){at.x - away * 5, at.y - 2.6});
	svg_to(&r->f.v, (struct svg_at){at.x - away * 5, at.y + 2.6});
	svg_end(&r->f.v, true, &full);
}

static void
put_interval(struct rows *r, const struct chart_row *row, double y)
{
	const struct axis *a = &r->f.axis[FRAME_X];
	const double end[2] = {row->low, row->high};
	const struct svg_pen pen = {"#000", 0.9, NULL, NULL, 0};
	double from = axis_at(a, row->value);

	for (int k = 0; k < 2; k++) {
		double v = fmin(fmax(end[k], a->low), a->high);
		double x = axis_at(a, v);

		if (isnan(end[k]))
			continue;
		svg_line(&r->f.v, (struct svg_at){from, y},
		    (struct svg_at){x, y}, &pen);
		put_cap(r, (struct svg_at){x, y}, v != end[k], k == 0 ? -1 : 1);
	}
}

static void
put_value(struct rows *r, const struct chart_row *row, double y)
{
	const struct axis *a = &r->f.axis[FRAME_X];
	double zero = axis_at(a, r->cut ? a->low : 0);
	double x = axis_at(a, row->value);
	const struct svg_pen bar = {
	    NULL, 0, NULL, r->c->interval ? "#86B9DB" : svg_hue(0), 0};
	const struct svg_pen lead = {svg_grey, 0.6, "1 2", NULL, 0};

	if (isnan(row->value))
		return;
	if (r->dots)
		svg_line(&r->f.v, (struct svg_at){zero, y},
		    (struct svg_at){x, y}, &lead);
	else
		svg_rect(&r->f.v,
		    (struct svg_box){fmin(x, zero), y - 4,
			fmax(fabs(x - zero), row->value != 0 ? 0.5 : 0), 8},
		    &bar);
	if (r->c->interval)
		put_interval(r, row, y);
	if (r->dots)
		svg_sign(&r->f.v, (struct svg_at){x, y}, 2.8, 0, svg_hue(0));
}

static void
put_row(struct rows *r, const struct chart_row *row, double top)
{
	double y = top + row_height(r, row) / 2;
	double base = y + SVG_SIZE * 0.36;

	frame_label(&r->f, (struct svg_at){r->label, base},
	    r->label - FRAME_MARGIN, SVG_END, row->label);
	put_value(r, row, y);
	svg_text(&r->f.v,
	    (struct svg_at){r->p->width - FRAME_MARGIN - r->rest - r->whole +
		    (r->whole - whole_width(r, row->figure)),
		base},
	    &(struct svg_font){.fill = isnan(row->value) ? svg_dim : NULL},
	    row->figure);
}

/* The lines of a grid. */
static void
put_grid(struct rows *r, double top, double bottom)
{
	const struct axis *a = &r->f.axis[FRAME_X];

	for (size_t i = 0; i < a->n; i++) {
		double x = axis_at(a, a->tick[i]);
		const struct svg_pen pen = {
		    a->tick[i] == 0 ? "#000" : "#E4E4E4", 0.6, NULL, NULL, 0};

		svg_line(&r->f.v, (struct svg_at){x, top},
		    (struct svg_at){x, bottom}, &pen);
	}
}

/* The grid, which leaves out the headings, and figures at its end. */
static void
put_scale(struct rows *r, double y)
{
	double top = y;

	for (size_t i = 0; i < r->c->n; i++) {
		const struct chart_row *row = &r->c->row[i];

		if (row->group != NULL) {
			if (i > 0)
				put_grid(r, top, y);
			y += group_height(row, i == 0);
			top = y;
		}
		y += row_height(r, row);
	}
	put_grid(r, top, y + 2);
	frame_figures(&r->f, y + 11, svg_dim);
}

static void
put_rows(struct rows *r, double top)
{
	const struct svg_font head = {.bold = true};

	for (size_t i = 0; i < r->c->n; i++) {
		const struct chart_row *row = &r->c->row[i];

		top += group_height(row, i == 0);
		if (row->group != NULL) {
			struct buf b = {0};

			font_cut(&b, row->group, SVG_SIZE * FONT_BOLD,
			    r->p->width - 2 * FRAME_MARGIN);
			svg_text(&r->f.v,
			    (struct svg_at){FRAME_MARGIN, top - 4}, &head, b.s);
			buf_free(&b);
		}
		put_row(r, row, top);
		top += row_height(r, row);
	}
}

/* "Bars: rate. Rows: 3. Least: a 1. Most: b 4." */
static void
describe(const struct rows *r, const char *value, struct buf *to)
{
	static const char *const names[2] = {"Least", "Most"};
	const struct chart *c = r->c;
	const char *colon = frame_word(r->p, ":");
	const struct chart_row *end[2] = {NULL, NULL};

	for (size_t i = 0; i < c->n; i++) {
		const struct chart_row *row = &c->row[i];

		if (isnan(row->value))
			continue;
		if (end[0] == NULL || row->value < end[0]->value)
			end[0] = row;
		if (end[1] == NULL || row->value > end[1]->value)
			end[1] = row;
	}
	frame_say(to, r->p, r->dots ? "Points" : "Bars", value);
	buf_str(to, ". ");
	buf_str(to, frame_word(r->p, "Rows"));
	buf_str(to, colon);
	buf_str(to, " ");
	buf_u64(to, c->n);
	for (int k = 0; k < 2 && end[k] != NULL; k++) {
		buf_str(to, ". ");
		frame_say(to, r->p, names[k], end[k]->label);
		buf_str(to, " ");
		buf_str(to, end[k]->figure);
	}
	buf_str(to, ".");
}

static void
draw(struct rows *r, struct out *o, const char *value)
{
	const char *name =
	    r->p->axis[FRAME_X] != NULL ? r->p->axis[FRAME_X] : value;
	struct buf desc = {0};
	struct buf title = {0};
	double top = frame_head(r->p);
	double h;

	if (r->c->n == 0) {
		frame_none(o, r->p, value);
		return;
	}
	measure(r);
	describe(r, name, &desc);
	h = total_height(r);
	frame_open(&r->f, o, r->p, top + h + 24 + FRAME_MARGIN,
	    (const char *[]){name, desc.s});
	set_scale(r);
	put_scale(r, top);
	put_rows(r, top);
	font_cut(&title, name, SVG_SIZE, r->p->width - r->label - 6);
	svg_text(&r->f.v, (struct svg_at){r->label + 6, top + h + 21},
	    &(struct svg_font){0}, title.s);
	frame_close(&r->f);
	buf_free(&desc);
	buf_free(&title);
}

void
bars_draw(struct out *o, const struct plot *p, const struct chart *c,
    const char *value)
{
	struct rows r = {.p = p, .c = c};

	draw(&r, o, value);
}

void
dots_draw(struct out *o, const struct plot *p, const struct chart *c,
    const char *value)
{
	struct rows r = {.p = p, .c = c, .dots = true};

	draw(&r, o, value);
}
