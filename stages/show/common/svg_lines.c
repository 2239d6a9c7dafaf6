/* lines - values along x: trends with intervals and breaks, curves */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "font.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "svg_draw.h"

static const double sign_size = 2.6;
static const double same = 0.4;         /* points apart: one place */
static const double least_high = 90;    /* with axes and their titles */
static const double near_zero = 1e-300; /* has no logarithm here */
static const double wide = 2; /* times the largest value: bands reach as far */

struct lines {
	const struct plot *p;
	const struct lines_rule *r;
	const struct series *s;
	struct frame f;
	struct frame_item item[SERIES_MOST + 1];
	size_t n_item;
	bool signs; /* there is room for a sign at each point */
};

/* ---- scale ---- */

/* A logarithmic axis has no place for what is not above 0. */
static bool
is_shown(const struct lines *l, const struct series_point *p)
{
	return !isnan(p->v[SERIES_VALUE]) &&
	    !(l->r->log[FRAME_X] && p->v[SERIES_X] < near_zero) &&
	    !(l->r->log[FRAME_Y] && p->v[SERIES_VALUE] < near_zero);
}

static size_t
find_range(
    const struct lines *l, double low[FRAME_AXES], double high[FRAME_AXES])
{
	size_t n = 0;

	for (int k = 0; k < FRAME_AXES; k++) {
		low[k] = HUGE_VAL;
		high[k] = -HUGE_VAL;
	}
	for (size_t i = 0; i < l->s->n; i++) {
		const struct series_point *p = &l->s->point[i];

		if (!is_shown(l, p))
			continue;
		n++;
		for (int k = 0; k < FRAME_AXES; k++) {
			low[k] = fmin(low[k], p->v[k]);
			high[k] = fmax(high[k], p->v[k]);
		}
	}
	return n;
}

/* With what the bands reach, which must not press the lines flat. */
static void
add_bands(const struct lines *l, double *low, double *high)
{
	double most = fmax(fabs(*low), fabs(*high)) * wide;
	double from = *low;
	double to = *high;

	for (size_t i = 0; i < l->s->n; i++)
		for (int k = SERIES_LOW; k < SERIES_COLUMNS; k++) {
			double v = l->s->point[i].v[k];

			if (isnan(v) || (l->r->log[FRAME_Y] && v < near_zero))
				continue;
			from = fmin(from, v);
			to = fmax(to, v);
		}
	if (!l->r->log[FRAME_Y])
		from = fmax(from, fmin(*low, -most));
	*low = from;
	*high = fmin(to, fmax(*high, most));
}

static bool
set_scale(struct lines *l)
{
	double low[FRAME_AXES];
	double high[FRAME_AXES];

	if (find_range(l, low, high) == 0)
		return false;
	add_bands(l, &low[FRAME_Y], &high[FRAME_Y]);
	if (!l->p->uneven && !l->r->log[FRAME_Y]) {
		low[FRAME_Y] = fmin(low[FRAME_Y], 0);
		high[FRAME_Y] = fmax(high[FRAME_Y], 0);
	}
	for (int k = 0; k < FRAME_AXES; k++)
		axis_open(&l->f.axis[k], low[k], high[k], l->r->log[k]);
	if (!l->p->uneven && low[FRAME_Y] == 0 && !l->r->log[FRAME_Y])
		l->f.axis[FRAME_Y].low = 0;
	l->f.axis[FRAME_X].whole = l->s->whole;
	l->f.name = l->s->text;
	l->f.place = l->s->place;
	return true;
}

/* ---- drawing ---- */

static double
bounded(const struct lines *l, double v)
{
	const struct axis *a = &l->f.axis[FRAME_Y];

	return fmin(fmax(v, a->low), a->high);
}

/* The points of a series, from `from` on: their end. */
static size_t
end_of(const struct lines *l, size_t from)
{
	size_t i = from;

	while (i < l->s->n && l->s->point[i].series == l->s->point[from].series)
		i++;
	return i;
}

/* An area between two columns, as far as both have values. */
static void
put_band(
    struct lines *l, size_t from, size_t to, int col, const struct svg_pen *pen)
{
	const struct svg_pen alone = {pen->fill, 1, NULL, NULL, 0};

	while (from < to) {
		const struct series_point *p = l->s->point;
		size_t end = from;

		while (end < to && is_shown(l, &p[end]) &&
		    !isnan(p[end].v[col] + p[end].v[col + 1]))
			end++;
		for (size_t i = from; i < end; i++) {
			const struct svg_at at = frame_at(&l->f,
			    p[i].v[SERIES_X], bounded(l, p[i].v[col + 1]));

			if (i == from)
				svg_path(&l->f.v, at);
			else
				svg_to(&l->f.v, at);
		}
		for (size_t i = end; i-- > from;)
			svg_to(&l->f.v,
			    frame_at(&l->f, p[i].v[SERIES_X],
				bounded(l, p[i].v[col])));
		if (end > from)
			svg_end(&l->f.v, true, end - from > 1 ? pen : &alone);
		from = end > from ? end : from + 1;
	}
}

static void
put_signs(struct lines *l, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct series_point *p = &l->s->point[i];

		if (is_shown(l, p))
			svg_sign(&l->f.v,
			    frame_at(&l->f, p->v[SERIES_X], p->v[SERIES_VALUE]),
			    sign_size, p->series, svg_hue(p->series));
	}
}

/* Lines leave out points that nobody could tell from the one before; where
 * there is none to be drawn, signs tell the points. */
static void
put_line(struct lines *l, size_t from, size_t to)
{
	const uint32_t k = l->s->point[from].series;
	const struct svg_pen pen = {svg_hue(k), 1.3, svg_dash(k), NULL, 0};
	struct svg_at last = {0, 0};
	size_t n = 0; /* points of the stretch under way */
	bool any = false;

	for (size_t i = from; i <= to; i++) {
		const struct series_point *p = &l->s->point[i];
		struct svg_at at;

		if (i == to || !is_shown(l, p)) {
			if (n > 1)
				svg_end(&l->f.v, false, &pen);
			n = 0;
			continue;
		}
		at = frame_at(&l->f, p->v[SERIES_X], p->v[SERIES_VALUE]);
		if (n > 0 && i + 1 < to &&
		    fabs(at.x - last.x) + fabs(at.y - last.y) < same)
			continue;
		if (n == 1)
			svg_path(&l->f.v, last);
		if (n > 0)
			svg_to(&l->f.v, at);
		any = any || n > 0;
		n++;
		last = at;
	}
	if (!any && !l->signs)
		put_signs(l, from, to);
}

static void
put_series(struct lines *l)
{
	const struct svg_pen chance = {NULL, 0, NULL, FRAME_CHANCE, 0};
	size_t to;

	for (size_t i = 0; i < l->s->n; i = end_of(l, i))
		put_band(l, i, end_of(l, i), SERIES_CHANCE, &chance);
	for (size_t i = 0; i < l->s->n; i = end_of(l, i)) {
		const uint32_t k = l->s->point[i].series;
		const struct svg_pen band = {
		    svg_hue(k), 0.4, svg_dash(k), svg_hue(k), 0.12};

		put_band(l, i, end_of(l, i), SERIES_LOW, &band);
	}
	for (size_t i = 0; i < l->s->n; i = to) {
		to = end_of(l, i);
		put_line(l, i, to);
		if (l->signs)
			put_signs(l, i, to);
	}
}

/* ---- breaks and parts ---- */

/* Where the period of a break begins: half of the least step before it. */
static double
before(const struct lines *l, double x)
{
	double step = HUGE_VAL;
	double last = -HUGE_VAL;

	for (size_t i = 0; i < l->s->n; i++) {
		double at = l->s->point[i].v[SERIES_X];

		if (i > 0 && at > l->s->point[i - 1].v[SERIES_X])
			step = fmin(step, at - l->s->point[i - 1].v[SERIES_X]);
		if (at < x)
			last = fmax(last, at);
	}
	return isinf(last) ? x : x - fmin(step, x - last) / 2;
}

/* The place of a period as it is written; NAN if there is none. */
static double
place_of(const struct lines *l, const char *s)
{
	const struct axis *a = &l->f.axis[FRAME_X];
	double v = (double)NAN;

	for (uint32_t i = 0; l->s->text != NULL && i < l->s->texts.n; i++)
		if (strcmp(l->s->text[i], s) == 0)
			v = l->s->place != NULL ? l->s->place[i] : i;
	if (l->s->text == NULL && figure_is(s))
		v = strtod(s, NULL);
	return v >= a->low && v <= a->high ? v : (double)NAN;
}

/* Dashed lines, with the period that each begins. */
static void
put_breaks(struct lines *l)
{
	const struct svg_box *in = &l->f.in;
	double end = -HUGE_VAL; /* of the last label */

	for (size_t i = 0; i < l->r->n_break; i++) {
		const struct lines_break *b = &l->r->brk[i];
		double v = place_of(l, b->at);
		const char *colour =
		    b->series == SIZE_MAX ? "#000" : svg_hue(b->series);
		double x;

		if (isnan(v)) {
			note("no place for the break at %s", b->at);
			continue;
		}
		x = axis_at(&l->f.axis[FRAME_X], before(l, v));
		svg_line(&l->f.v, (struct svg_at){x, in->y},
		    (struct svg_at){x, in->y + in->h},
		    &(struct svg_pen){colour, 0.9, "4 2", NULL, 0});
		v = font_of(b->at) * SVG_SMALL;
		x += x + v + 2 > in->x + in->w ? -v - 2 : 2;
		if (x < end)
			continue;
		svg_text(&l->f.v, (struct svg_at){x, in->y + 9},
		    &(struct svg_font){.size = SVG_SMALL}, b->at);
		end = x + v + 4;
	}
}

/* ---- the whole ---- */

static void
set_legend(struct lines *l)
{
	bool chance = false;

	for (uint32_t k = 0; k < l->s->names.n; k++) {
		size_t len;
		const char *name = intern_s(&l->s->names, k, &len);

		if (len > 0)
			l->item[l->n_item++] = (struct frame_item){
			    .label = name, .series = k, .hue = k};
	}
	for (size_t i = 0; i < l->s->n; i++)
		chance = chance || !isnan(l->s->point[i].v[SERIES_CHANCE]);
	if (chance)
		l->item[l->n_item++] = (struct frame_item){
		    .label = frame_word(l->p, "By chance"), .area = true};
}

static void
describe(
    const struct lines *l, const char *const title[FRAME_AXES], struct buf *to)
{
	frame_say_axes(to, l->p, title);
	frame_say_items(to, l->p, "Lines", l->item, l->n_item);
	if (l->n_item == 0)
		buf_str(to, "1");
	buf_str(to, ".");
}

/* Signs where the points of a series are far enough apart. */
static bool
has_room(const struct lines *l)
{
	size_t most = 0;

	for (size_t i = 0; i < l->s->n; i = end_of(l, i))
		most = end_of(l, i) - i > most ? end_of(l, i) - i : most;
	return !l->r->curve && (double)most * 3 * sign_size <= l->p->width;
}

static void
draw(struct lines *l, struct out *o, const char *const title[FRAME_AXES])
{
	const double width = l->p->width - 2 * FRAME_MARGIN;
	double key = l->r->parts != NULL
	    ? parts_key_height(l->r->parts, l->p->style, width)
	    : 0;
	double height = l->p->height;
	double used;
	const struct frame kept = l->f;
	struct buf desc = {0};

	set_legend(l);
	used = key + frame_head(l->p) +
	    frame_legend_height(l->p, l->item, l->n_item);
	height = height > 0 ? fmax(height, used + least_high)
			    : used + round(l->p->width * 0.55);
	describe(l, title, &desc);
	frame_open(
	    &l->f, o, l->p, height, (const char *[]){title[FRAME_Y], desc.s});
	memcpy(l->f.axis, kept.axis, sizeof(kept.axis));
	l->f.name = kept.name;
	l->f.place = kept.place;
	l->f.n_name = l->s->texts.n;
	l->f.bottom = key;
	l->f.inset = l->r->curve ? 0 : 12;
	l->signs = has_room(l);
	frame_legend(&l->f, l->item, l->n_item,
	    FRAME_LINES | (l->signs ? FRAME_SIGNS : 0));
	frame_axes(&l->f, title);
	if (l->r->parts != NULL) {
		parts_put(&l->f, l->r->parts);
		parts_key(&l->f, l->r->parts, height - key - FRAME_MARGIN + 7);
	}
	put_series(l);
	put_breaks(l);
	frame_close(&l->f);
	buf_free(&desc);
}

void
lines_draw(struct out *o, const struct plot *p, const struct lines_rule *r,
    const struct series *s)
{
	struct lines l = {.p = p, .r = r, .s = s};
	const char *title[FRAME_AXES];

	for (int k = 0; k < FRAME_AXES; k++)
		title[k] =
		    p->axis[k] != NULL ? p->axis[k] : s->g->name[s->col[k]];
	if (set_scale(&l))
		draw(&l, o, title);
	else
		frame_none(o, p, title[FRAME_Y]);
}
