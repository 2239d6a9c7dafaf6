/* map - points with labels, on one scale, such as the map of factors(1) */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "font.h"
#include "label.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "svg_draw.h"

/* How high a map may be, and is at least, by its width. */
static const double most_high = 0.95;
static const double least_high = 0.3;
static const double below = 24; /* points for the axis and its title */

struct ellipse {
	double x;
	double y; /* of its centre */
	double major;
	double minor;
	double angle;
};

struct map {
	const struct plot *p;
	const struct picture *pic;
	struct locate l;
	struct frame f;
	struct label *label;
	struct ellipse *ellipse; /* by point, major NAN: none */
	double low[FRAME_AXES];
	double high[FRAME_AXES];
	struct frame_item item[LOCATE_MOST];
	struct buf legend[LOCATE_MOST];
	size_t n_item;
};

/* ---- what points look like ---- */

struct look {
	size_t sign;
	size_t hue;
	double radius;
};

static struct look
look_of(const struct map *m, uint32_t kind)
{
	static const struct look factors[LOCATE_KINDS] = {
	    {0, 0, 3.2}, {1, 0, 3}, {2, 1, 2.2}, {3, 1, 2.4}};

	return m->l.factors ? factors[kind] : (struct look){kind, kind, 2.6};
}

/* ---- ellipses ---- */

static double
cell(const struct map *m, size_t row, size_t col)
{
	const char *s = grid_cell(&m->l.grid, row, col);
	double v;

	if (*s == '\0' || strcmp(s, "NA") == 0)
		return (double)NAN;
	if (!figure_read(s, &v) || !(fabs(v) <= 1e300))
		die_data(m->l.grid.file, row + 2,
		    "column %s: '%s' is not a number", m->l.grid.name[col], s);
	return v;
}

/* Those of factors -B lie in the plane of axes 1 and 2. */
static void
read_ellipses(struct map *m)
{
	static const char *const name[] = {
	    "centre_1", "centre_2", "major", "minor", "angle"};
	const struct locate *l = &m->l;
	size_t col[5];
	bool all = l->factors && !m->pic->free &&
	    strcmp(l->grid.name[l->axis[0]], "coord_1") == 0 &&
	    strcmp(l->grid.name[l->axis[1]], "coord_2") == 0;

	for (size_t i = 0; i < 5; i++) {
		col[i] = grid_has(&l->grid, name[i]);
		all = all && col[i] != SIZE_MAX;
	}
	m->ellipse = mem_new(l->n_point, sizeof(*m->ellipse));
	for (size_t i = 0; i < l->n_point; i++) {
		size_t row = l->point[i].row;

		if (all)
			m->ellipse[i] = (struct ellipse){cell(m, row, col[0]),
			    cell(m, row, col[1]), cell(m, row, col[2]),
			    cell(m, row, col[3]), cell(m, row, col[4])};
		else
			m->ellipse[i].major = (double)NAN;
	}
}

/* ---- scale ---- */

/* The ends of an ellipse along an axis, NAN: there is none. */
static void
find_ends(const struct ellipse *e, int axis, double end[2])
{
	double turn = e->angle * acos(-1) / 180;
	double at = axis == FRAME_X ? e->x : e->y;
	double half = axis == FRAME_X
	    ? hypot(e->major * cos(turn), e->minor * sin(turn))
	    : hypot(e->major * sin(turn), e->minor * cos(turn));

	end[0] = at - half;
	end[1] = at + half;
}

/* The points, and ellipses as far as they do not press the points together: to
 * a quarter of what these span. */
static void
find_range(struct map *m)
{
	double *low = m->low;
	double *high = m->high;
	double beyond;
	double end[2];

	low[0] = low[1] = HUGE_VAL;
	high[0] = high[1] = -HUGE_VAL;
	for (size_t i = 0; i < m->l.n_point; i++)
		for (int k = 0; k < FRAME_AXES; k++) {
			low[k] = fmin(low[k], m->l.point[i].v[k]);
			high[k] = fmax(high[k], m->l.point[i].v[k]);
		}
	beyond = fmax(high[0] - low[0], high[1] - low[1]) / 4;
	for (int k = 0; k < FRAME_AXES; k++) {
		double least = beyond > 0 ? low[k] - beyond : -HUGE_VAL;
		double most = beyond > 0 ? high[k] + beyond : HUGE_VAL;

		for (size_t i = 0; i < m->l.n_point; i++) {
			find_ends(&m->ellipse[i], k, end);
			low[k] = fmin(low[k], end[0] < least ? least : end[0]);
			high[k] = fmax(high[k], end[1] > most ? most : end[1]);
		}
	}
}

/* Room for labels around the points: a share of what they span. */
static void
widen(double *low, double *high, double unit, double points)
{
	double mid = *low / 2 + *high / 2;

	*low = mid - unit * points / 2;
	*high = mid + unit * points / 2;
}

/* Both axes, the y axis as high as its points are at the scale of x, or within
 * bounds; returns the height of the area. */
static double
set_scale(struct map *m, double width)
{
	const double edge = 16; /* from a point to the frame, at least */
	double span[FRAME_AXES];
	double unit; /* of a point of the page */
	double height = m->p->height > 0
	    ? fmax(m->p->height - m->f.in.y - below - FRAME_MARGIN, 40)
	    : width * most_high;
	double least = m->p->height > 0 ? height : width * least_high;

	for (int k = 0; k < FRAME_AXES; k++)
		span[k] = fmax(m->high[k] - m->low[k], 0);
	unit =
	    fmax(span[0] / (width - 2 * edge), span[1] / (height - 2 * edge));
	if (!(unit > 0))
		unit = fmax(fabs(m->high[0]), fabs(m->high[1])) > 1e-290
		    ? fmax(fabs(m->high[0]), fabs(m->high[1])) / width
		    : 1;
	if (!m->pic->free)
		height = fmax(least, fmin(height, span[1] / unit + 2 * edge));
	for (int k = 0; k < FRAME_AXES; k++) {
		double points = k == FRAME_X ? width : height;
		double own = span[k] / (points - 2 * edge);

		widen(&m->low[k], &m->high[k],
		    m->pic->free && own > 0 ? own : unit, points);
		axis_open(&m->f.axis[k], m->low[k], m->high[k], false);
	}
	return height;
}

/* ---- drawing ---- */

static void
set_labels(struct map *m)
{
	const struct svg_at zero = frame_at(&m->f, 0, 0);
	const struct svg_box *in = &m->f.in;
	const struct label_line line[] = {
	    {{zero.x, in->y}, {zero.x, in->y + in->h}},
	    {{in->x, zero.y}, {in->x + in->w, zero.y}}};
	const struct label_area area = {*in, line, 2};

	m->label = mem_new(m->l.n_point, sizeof(*m->label));
	for (size_t i = 0; i < m->l.n_point; i++) {
		const struct locate_point *p = &m->l.point[i];
		bool part = m->l.factors && p->kind < LOCATE_TERM;

		m->label[i] =
		    (struct label){.at = frame_at(&m->f, p->v[0], p->v[1]),
			.radius = look_of(m, p->kind).radius,
			.text = picture_name(m->pic, &m->l, p),
			.size = SVG_SIZE,
			.wide = fmin(130, in->w * 0.35),
			.bold = part,
			.fill = part ? "#004C78" : NULL};
	}
	label_place(m->label, m->l.n_point, &area);
}

static bool
is_cut(const struct axis *a, const struct ellipse *e, int axis)
{
	double end[2];

	find_ends(e, axis, end);
	return end[0] < a->low || end[1] > a->high;
}

static void
put_ellipses(struct map *m)
{
	const struct svg_pen pen = {svg_hue(0), 0.7, "3 1.5", svg_hue(0), 0.07};
	const struct axis *a = m->f.axis;
	double unit = m->f.in.w / (a[FRAME_X].high - a[FRAME_X].low);

	for (size_t i = 0; i < m->l.n_point; i++) {
		const struct ellipse *e = &m->ellipse[i];
		struct svg_at at = frame_at(&m->f, e->x, e->y);
		bool cut =
		    is_cut(a, e, FRAME_X) || is_cut(a + FRAME_Y, e, FRAME_Y);

		if (isnan(e->major + e->minor + e->x + e->y + e->angle))
			continue;
		if (cut)
			svg_clip(&m->f.v, m->f.in);
		svg_line(&m->f.v, m->label[i].at, at,
		    &(struct svg_pen){svg_hue(0), 0.5, NULL, NULL, 0});
		svg_ellipse(&m->f.v, at,
		    (struct svg_at){e->major * unit, e->minor * unit},
		    -e->angle, &pen);
		if (cut)
			svg_unclip(&m->f.v);
	}
}

/* Dotted lines through 0, and the frame. */
static void
put_lines(struct map *m)
{
	const struct svg_box *in = &m->f.in;
	const struct svg_pen dots = {"#888", 0.5, "1 2", NULL, 0};
	const struct svg_at zero = frame_at(&m->f, 0, 0);

	if (zero.x > in->x && zero.x < in->x + in->w)
		svg_line(&m->f.v, (struct svg_at){zero.x, in->y},
		    (struct svg_at){zero.x, in->y + in->h}, &dots);
	if (zero.y > in->y && zero.y < in->y + in->h)
		svg_line(&m->f.v, (struct svg_at){in->x, zero.y},
		    (struct svg_at){in->x + in->w, zero.y}, &dots);
	svg_rect(&m->f.v, *in, &(struct svg_pen){svg_grey, 0.5, NULL, NULL, 0});
}

static void
put_points(struct map *m)
{
	for (size_t i = m->l.n_point; i-- > 0;) {
		const struct look look = look_of(m, m->l.point[i].kind);

		svg_sign(&m->f.v, m->label[i].at, look.radius, look.sign,
		    svg_hue(look.hue));
	}
}

static void
set_legend(struct map *m)
{
	for (uint32_t k = 0; k < m->l.kinds.n; k++) {
		const struct look look = look_of(m, k);

		if (m->l.n_drawn[k] == 0)
			continue;
		picture_kind(m->pic, &m->l, k, &m->legend[m->n_item]);
		m->item[m->n_item] =
		    (struct frame_item){.label = m->legend[m->n_item].s,
			.series = look.sign,
			.hue = look.hue};
		m->n_item++;
	}
}

static void
describe(
    const struct map *m, const char *const title[FRAME_AXES], struct buf *to)
{
	frame_say_axes(to, m->p, title);
	frame_say_items(to, m->p, "Points", m->item, m->n_item);
	if (m->n_item == 0)
		buf_u64(to, m->l.n_point);
	buf_str(to, ".");
}

/* The margin depends on the figures, these on the scale, this on the margin. */
static void
lay(struct map *m, double top)
{
	struct svg_box *in = &m->f.in;
	struct axis *y = &m->f.axis[FRAME_Y];
	double margin = 5;

	for (int i = 0; i < 5; i++) {
		in->x = FRAME_MARGIN + margin;
		in->w = m->p->width - FRAME_MARGIN - in->x;
		find_range(m);
		in->y = top + SVG_SIZE + 7;
		in->h = set_scale(m, in->w);
		axis_lay(y, in->y + in->h, in->y, fmin(40, in->h / 3), false);
		if (axis_width(y, m->p->style, SVG_SMALL) + 5 <= margin)
			break;
		margin = axis_width(y, m->p->style, SVG_SMALL) + 5;
	}
	axis_lay(&m->f.axis[FRAME_X], in->x, in->x + in->w, 40, false);
}

static void
draw(struct map *m, struct out *o)
{
	const char *title[FRAME_AXES];
	struct buf desc = {0};
	struct label_key key;
	double width = m->p->width - 2 * FRAME_MARGIN;
	double top = frame_head(m->p);
	double height;
	struct svg_box in;
	struct axis axis[FRAME_AXES];

	for (int k = 0; k < FRAME_AXES; k++)
		title[k] =
		    m->p->axis[k] != NULL ? m->p->axis[k] : m->l.title[k].s;
	read_ellipses(m);
	if (m->l.group != SIZE_MAX)
		set_legend(m);
	lay(m, top + frame_legend_height(m->p, m->item, m->n_item));
	set_labels(m);
	describe(m, title, &desc);
	in = m->f.in;
	memcpy(axis, m->f.axis, sizeof(axis));
	height = in.y + in.h + below;
	key = (struct label_key){m->label, m->l.n_point,
	    frame_word(m->p, "Without a label"), frame_word(m->p, ":"),
	    m->p->style};
	frame_open(&m->f, o, m->p,
	    height + label_key_height(&key, width) + FRAME_MARGIN,
	    (const char *[]){title[FRAME_Y], desc.s});
	frame_legend(&m->f, m->item, m->n_item, FRAME_SIGNS);
	m->f.in = in;
	memcpy(m->f.axis, axis, sizeof(axis));
	put_lines(m);
	frame_put_axes(&m->f, title, false);
	put_ellipses(m);
	put_points(m);
	label_draw(&m->f.v, m->label, m->l.n_point);
	label_key_put(&m->f.v, &key, (struct svg_at){FRAME_MARGIN, height});
	frame_close(&m->f);
	buf_free(&desc);
}

void
map_draw(struct out *o, const struct plot *p, const char *path,
    const struct picture *pic)
{
	struct picture own = *pic;
	struct map m = {.p = p, .pic = &own};
	struct locate_rule rule;

	own.rule.style = p->style;
	rule = own.rule;
	rule.word = frame_word(p, "axis");
	locate_open(&m.l, path, &rule);
	m.f.p = p;
	if (m.l.n_point > 0)
		draw(&m, o);
	else {
		note("no point has a place: there is nothing to draw");
		frame_none(o, p, m.l.title[FRAME_Y].s);
	}
	for (size_t i = 0; i < m.n_item; i++)
		buf_free(&m.legend[i]);
	free(m.label);
	free(m.ellipse);
	locate_close(&m.l);
}
