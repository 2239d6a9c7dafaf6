#include "frame.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "font.h"

enum {
	MOST_LINES = 4 /* of a label */
};

static const double title_size = 10;
static const double sample = 16; /* the sign of an item of the legend */
static const double gap = 12;    /* between items */

static double
inner(const struct plot *p)
{
	return p->width - 2 * FRAME_MARGIN;
}

double
frame_head(const struct plot *p)
{
	if (p->title == NULL)
		return FRAME_MARGIN;
	return FRAME_MARGIN + 4 +
	    1.25 * title_size *
	    (double)svg_n_lines(p->title, title_size * FONT_BOLD, inner(p));
}

void
frame_open(struct frame *f, struct out *o, const struct plot *p, double height,
    const char *const text[2])
{
	const struct svg_font font = {.size = title_size, .bold = true};
	struct svg_at at = {FRAME_MARGIN, FRAME_MARGIN + title_size * 0.8};

	*f = (struct frame){.p = p, .top = frame_head(p)};
	svg_open(&f->v, o, (struct svg_at){p->width, height});
	svg_tell(&f->v, p->title != NULL ? p->title : text[0], text[1]);
	if (p->title != NULL)
		(void)svg_lines(&f->v, at, inner(p), &font, p->title);
}

void
frame_close(struct frame *f)
{
	svg_close(&f->v);
}

void
frame_none(struct out *o, const struct plot *p, const char *what)
{
	const char *s = frame_word(p, "Nothing to show");
	double head = frame_head(p);
	struct frame f;

	frame_open(&f, o, p, head + 24, (const char *[]){what, s});
	svg_text(&f.v, (struct svg_at){FRAME_MARGIN, head + 12},
	    &(struct svg_font){.fill = svg_dim}, s);
	frame_close(&f);
}

void
frame_figure(const struct plot *p, double v, struct buf *to)
{
	char s[64];

	(void)snprintf(s, sizeof(s), "%.6g", v + 0.0);
	figure_put(to, s, p->places, p->style);
}

/* ---- labels ---- */

size_t
frame_lines(const char *s, double width)
{
	size_t n = svg_n_lines(s, SVG_SIZE, width);

	return n < 1 ? 1 : n > MOST_LINES ? MOST_LINES : n;
}

void
frame_label(struct frame *f, struct svg_at at, double width,
    enum svg_anchor anchor, const char *s)
{
	const struct svg_font font = {.anchor = anchor};
	size_t most = frame_lines(s, width);

	at.y -= (double)(most - 1) * FRAME_LINE / 2;
	for (size_t i = 0; i < most && *s != '\0'; i++) {
		const char *next;
		size_t n = font_line(s, SVG_SIZE, width, &next);
		struct buf b = {0};

		if (i + 1 == most)
			font_cut(&b, s, SVG_SIZE, width);
		else
			buf_mem(&b, s, n);
		svg_text(&f->v, at, &font, b.s);
		buf_free(&b);
		at.y += FRAME_LINE;
		s = next;
	}
}

/* ---- legend ---- */

/* Where an item stands; one that is wider than the picture is cut. */
static struct svg_at
place_item(const struct plot *p, const char *label, struct svg_at *next)
{
	double w =
	    sample + 4 + fmin(font_of(label) * SVG_SIZE, inner(p) - sample - 4);
	struct svg_at at;

	if (next->x > 0 && next->x + w > inner(p)) {
		next->x = 0;
		next->y += FRAME_LINE + 2;
	}
	at = *next;
	next->x += w + gap;
	return at;
}

double
frame_legend_height(
    const struct plot *p, const struct frame_item *item, size_t n)
{
	struct svg_at next = {0, FRAME_LINE + 6};

	for (size_t i = 0; i < n; i++)
		(void)place_item(p, item[i].label, &next);
	return n > 0 ? next.y : 0;
}

static void
put_item(struct frame *f, struct svg_at at, const struct frame_item *item,
    unsigned key)
{
	double y = at.y - SVG_SIZE * 0.36;
	const struct svg_pen pen = {
	    svg_hue(item->hue), 1.4, svg_dash(item->series), NULL, 0};
	struct buf b = {0};

	if (item->area)
		svg_rect(&f->v, (struct svg_box){at.x, y - 3.5, sample, 7},
		    &(struct svg_pen){NULL, 0, NULL, FRAME_CHANCE, 0});
	else if (key & FRAME_LINES)
		svg_line(&f->v, (struct svg_at){at.x, y},
		    (struct svg_at){at.x + sample, y}, &pen);
	if ((key & FRAME_SIGNS) != 0 && !item->area)
		svg_sign(&f->v, (struct svg_at){at.x + sample / 2, y}, 2.6,
		    item->series, svg_hue(item->hue));
	font_cut(&b, item->label, SVG_SIZE, inner(f->p) - sample - 4);
	svg_text(&f->v, (struct svg_at){at.x + sample + 4, at.y},
	    &(struct svg_font){0}, b.s);
	buf_free(&b);
}

void
frame_legend(
    struct frame *f, const struct frame_item *item, size_t n, unsigned key)
{
	struct svg_at next = {0, 0};

	for (size_t i = 0; i < n; i++) {
		struct svg_at at = place_item(f->p, item[i].label, &next);

		at.x += FRAME_MARGIN;
		at.y += f->top + SVG_SIZE;
		put_item(f, at, &item[i], key);
	}
	f->top += frame_legend_height(f->p, item, n);
}

/* ---- axes ---- */

static enum figure_style
x_style(const struct frame *f)
{
	const bool years = f->p->names && f->axis[FRAME_X].high < 10000;

	return years ? f->p->style & ~(unsigned)FIGURE_FOUR : f->p->style;
}

/* What stands at a tick of x: a name, if values have names. */
static void
tick_text(const struct frame *f, size_t i, struct buf *to)
{
	const struct axis *a = &f->axis[FRAME_X];

	if (f->name == NULL)
		axis_figure(a, i, to, x_style(f));
	else if (f->place != NULL) {
		size_t k = 0;

		while (f->place[k] != a->tick[i])
			k++;
		buf_str(to, f->name[k]);
	} else if (a->tick[i] >= 0 && a->tick[i] < (double)f->n_name)
		buf_str(to, f->name[(size_t)a->tick[i]]);
	buf_mem(to, "", 0);
}

void
frame_figures(struct frame *f, double y, const char *fill)
{
	const struct axis *a = &f->axis[FRAME_X];
	const struct svg_font font = {
	    .size = SVG_SMALL, .anchor = SVG_MIDDLE, .fill = fill};
	double last = -HUGE_VAL;
	double room = 0; /* half of what was written last */

	for (size_t i = 0; i < a->n; i++) {
		double x = axis_at(a, a->tick[i]);
		struct buf b = {0};
		double w;

		tick_text(f, i, &b);
		w = font_width(b.s, b.len, SVG_SMALL);
		if (fabs(x - last) > room + w / 2 + 4 && x - w / 2 >= 1 &&
		    x + w / 2 <= f->v.width - 1) {
			svg_text(&f->v, (struct svg_at){x, y}, &font, b.s);
			last = x;
			room = w / 2;
		}
		buf_free(&b);
	}
}

static void
put_x(struct frame *f)
{
	const struct axis *a = &f->axis[FRAME_X];
	const double y = f->in.y + f->in.h;

	for (size_t i = 0; i < a->n; i++) {
		double x = axis_at(a, a->tick[i]);

		svg_line(&f->v, (struct svg_at){x, y},
		    (struct svg_at){x, y + 3},
		    &(struct svg_pen){"#000", 0.5, NULL, NULL, 0});
	}
	frame_figures(f, y + 11, NULL);
}

static void
put_y(struct frame *f, bool grid)
{
	const struct axis *a = &f->axis[FRAME_Y];
	const struct svg_box *in = &f->in;

	for (size_t i = 0; i < a->n; i++) {
		double y = axis_at(a, a->tick[i]);
		struct buf b = {0};

		if (grid && y < in->y + in->h - 0.01)
			svg_line(&f->v, (struct svg_at){in->x, y},
			    (struct svg_at){in->x + in->w, y},
			    &(struct svg_pen){"#E4E4E4", 0.5, NULL, NULL, 0});
		axis_figure(a, i, &b, f->p->style);
		svg_text(&f->v,
		    (struct svg_at){in->x - 4, y + SVG_SMALL * 0.36},
		    &(struct svg_font){.size = SVG_SMALL, .anchor = SVG_END},
		    b.s);
		buf_free(&b);
	}
}

static void
put_titles(struct frame *f, const char *const title[FRAME_AXES])
{
	const struct svg_box *in = &f->in;
	const char *x = title[FRAME_X];
	const char *y = title[FRAME_Y];
	struct buf b = {0};
	double w;

	if (y != NULL) {
		font_cut(&b, y, SVG_SIZE, inner(f->p));
		svg_text(&f->v, (struct svg_at){FRAME_MARGIN, in->y - 7},
		    &(struct svg_font){0}, b.s);
	}
	b.len = 0;
	if (x != NULL) {
		font_cut(&b, x, SVG_SIZE, inner(f->p));
		w = font_width(b.s, b.len, SVG_SIZE) / 2;
		svg_text(&f->v,
		    (struct svg_at){fmax(FRAME_MARGIN + w,
					fmin(in->x + in->w / 2,
					    f->v.width - FRAME_MARGIN - w)),
			in->y + in->h + 22},
		    &(struct svg_font){.anchor = SVG_MIDDLE}, b.s);
	}
	buf_free(&b);
}

void
frame_put_axes(struct frame *f, const char *const title[FRAME_AXES], bool grid)
{
	const struct svg_box *in = &f->in;

	put_y(f, grid);
	svg_line(&f->v, (struct svg_at){in->x, in->y + in->h},
	    (struct svg_at){in->x + in->w, in->y + in->h},
	    &(struct svg_pen){"#000", 0.6, NULL, NULL, 0});
	put_x(f);
	put_titles(f, title);
}

/* Ticks at values that have names, as far as these have room. */
static void
name_ticks(const struct frame *f, struct axis *x)
{
	double last = -HUGE_VAL;

	x->n = 0;
	for (size_t k = 0; k < f->n_name; k++) {
		double at = axis_at(x, f->place[k]);

		if (at < last + font_of(f->name[k]) * SVG_SMALL + 8 ||
		    x->n == sizeof(x->tick) / sizeof(*x->tick))
			continue;
		x->tick[x->n++] = f->place[k];
		last = at;
	}
}

/* Ticks as near to each other as their figures allow. */
static void
lay_x(struct frame *f, struct axis *x)
{
	const struct svg_box *in = &f->in;
	double from = in->x + f->inset;
	double to = in->x + in->w - f->inset;
	double apart = 32;

	axis_lay(x, from, to, apart, false);
	if (f->name == NULL && !x->log)
		apart = fmax(apart, axis_width(x, x_style(f), SVG_SMALL) + 12);
	axis_lay(x, from, to, apart, false);
	if (f->place != NULL)
		name_ticks(f, x);
}

/* The margin for the figures on the left changes nothing above. */
void
frame_axes(struct frame *f, const char *const title[FRAME_AXES])
{
	struct svg_box *in = &f->in;
	struct axis *x = &f->axis[FRAME_X];
	struct axis *y = &f->axis[FRAME_Y];

	in->y = f->top + (title[FRAME_Y] != NULL ? SVG_SIZE + 7 : 4);
	in->h = f->v.height - f->bottom - FRAME_MARGIN - in->y -
	    (title[FRAME_X] != NULL ? 20 : 10);
	axis_lay(y, in->y + in->h, in->y, 24, true);
	in->x = FRAME_MARGIN + axis_width(y, f->p->style, SVG_SMALL) + 5;
	in->w = f->v.width - 2 * FRAME_MARGIN - in->x;
	lay_x(f, x);
	frame_put_axes(f, title, true);
}

struct svg_at
frame_at(const struct frame *f, double x, double y)
{
	return (struct svg_at){
	    axis_at(&f->axis[FRAME_X], x), axis_at(&f->axis[FRAME_Y], y)};
}
