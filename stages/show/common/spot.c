#include "spot.h"

#include <math.h>

#include "font.h"

/* A way to put a label: the direction from the point to the box and how far;
 * the part of the box that is towards the point, -1 to 1 of its half. */
struct way {
	double dx;
	double dy;
	double align; /* -1 begins at the point, 0 middle, 1 ends there */
	double away;  /* from the mark */
	double cost;
};

enum {
	N_NEAR = 10,
	N_TURN = 12, /* directions of those farther off */
	N_FAR = 7,
	N_RINGS = 4 /* of plain labels */
};

static const struct way close_by[N_NEAR] = {
    {1, 0, -1, 1.2, 0},
    {-1, 0, 1, 1.2, 1},
    {0, -1, 0, 0.6, 1.6},
    {0, 1, 0, 0.6, 1.8},
    {0.7, -0.7, -1, 0.4, 1.2},
    {0.7, 0.7, -1, 0.4, 1.4},
    {-0.7, -0.7, 1, 0.4, 2},
    {-0.7, 0.7, 1, 0.4, 2.2},
    {0, -1, -0.5, 0.6, 2.4},
    {0, 1, 0.5, 0.6, 2.6},
};
static const double turns[N_TURN][2] = {{1, 0}, {0.866, -0.5}, {0.5, -0.866},
    {0, -1}, {-0.5, -0.866}, {-0.866, -0.5}, {-1, 0}, {-0.866, 0.5},
    {-0.5, 0.866}, {0, 1}, {0.5, 0.866}, {0.866, 0.5}};
static const double far[N_FAR] = {8, 16, 26, 38, 54, 74, 100};

static const double over_line = 2.5; /* what it costs */
static const double same = 1.5;      /* points apart: one place */
static const double over_mark = 3;   /* a line over one */

/* ---- boxes ---- */

static struct way
way_of(uint32_t k)
{
	struct way w;

	if (k < N_NEAR)
		return close_by[k];
	k -= N_NEAR;
	w = (struct way){
	    .dx = turns[k % N_TURN][0], .dy = turns[k % N_TURN][1]};
	w.away = far[k / N_TURN];
	w.align = w.dx == 0 ? 0 : w.dx > 0 ? -1 : 1;
	w.cost = 4 + w.away / 4;
	return w;
}

bool
spot_is_led(uint32_t k)
{
	return k >= N_NEAR;
}

static struct svg_box
box_of(const struct label *l, struct svg_at size, const struct way *w)
{
	double away = l->radius + w->away;
	struct svg_box b = {
	    l->at.x + w->dx * away, l->at.y + w->dy * away, size.x, size.y};

	b.x -= size.x * (1 + w->align) / 2;
	if (w->dy == 0)
		b.y -= size.y / 2;
	else
		b.y -= w->dy < 0 ? size.y : 0;
	return b;
}

bool
spot_is_right(uint32_t k)
{
	return way_of(k).align > 0;
}

bool
spot_overlap(const struct svg_box *a, const struct svg_box *b, double room)
{
	return a->x < b->x + b->w + room && b->x < a->x + a->w + room &&
	    a->y < b->y + b->h + room && b->y < a->y + a->h + room;
}

static bool
inside(const struct svg_box *b, const struct svg_box *in)
{
	return b->x >= in->x && b->y >= in->y && b->x + b->w <= in->x + in->w &&
	    b->y + b->h <= in->y + in->h;
}

static struct svg_box
mark_of(const struct label *l)
{
	return (struct svg_box){l->at.x - l->radius, l->at.y - l->radius,
	    2 * l->radius, 2 * l->radius};
}

static double
within(double v, double low, double high)
{
	return v < low ? low : v > high ? high : v;
}

struct svg_at
label_end(const struct label *l)
{
	const struct svg_box *b = &l->box;

	return (struct svg_at){within(l->at.x, b->x, b->x + b->w),
	    within(l->at.y, b->y, b->y + b->h)};
}

/* Is the line from a to b all on one side of a box? */
static bool
is_beside(struct svg_at a, struct svg_at b, const struct svg_box *box)
{
	const double right = box->x + box->w;
	const double bottom = box->y + box->h;

	return (a.x < box->x && b.x < box->x) || (a.x > right && b.x > right) ||
	    (a.y < box->y && b.y < box->y) || (a.y > bottom && b.y > bottom);
}

/* Liang and Barsky 1984. */
bool
spot_crosses(struct svg_at a, struct svg_at b, const struct svg_box *box)
{
	const double p[4] = {a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y};
	const double q[4] = {a.x - box->x, box->x + box->w - a.x, a.y - box->y,
	    box->y + box->h - a.y};
	double from = 0;
	double to = 1;

	if (is_beside(a, b, box))
		return false;
	for (int i = 0; i < 4; i++) {
		if (p[i] == 0 && q[i] < 0)
			return false;
		if (p[i] < 0)
			from = fmax(from, q[i] / p[i]);
		else if (p[i] > 0)
			to = fmin(to, q[i] / p[i]);
	}
	return from < to;
}

/* ---- costs ---- */

/* A long label has several lines. */
static struct svg_at
size_of(const struct label *l, const char *text)
{
	double size = l->size * (l->bold ? FONT_BOLD : 1);
	struct svg_at to = {0, l->size - LABEL_LINE * l->size};

	while (*text != '\0') {
		const char *next;
		size_t len = font_line(text, size, l->wide, &next);

		to.x = fmax(to.x, font_width(text, len, size));
		to.y += LABEL_LINE * l->size;
		text = next;
	}
	return to;
}

/* Of two marks at one place neither is an obstacle to the other's label. */
static bool
is_upon(const struct label *a, const struct label *b)
{
	return fabs(a->at.x - b->at.x) <= same &&
	    fabs(a->at.y - b->at.y) <= same;
}

/* What a label costs there, for its way, the marks and the lines. */
static double
cost_of(const struct spot_search *s, size_t i, const struct label *l,
    const struct way *w)
{
	double cost = w->cost;

	for (size_t m = 0; m < s->n_near; m++) {
		const size_t j = s->near[m];
		const struct label *other = &s->l[j];
		struct svg_box mark = mark_of(other);

		if (j == i && !l->led)
			continue;
		if (spot_overlap(&l->box, &mark, 0.3) &&
		    (l->led || !is_upon(l, other)))
			return HUGE_VAL;
		if (l->led && j != i && !is_upon(l, other) &&
		    spot_crosses(l->at, label_end(l), &mark)) {
			if (!l->bold)
				return HUGE_VAL;
			cost += over_mark;
		}
	}
	for (size_t k = 0; k < s->area->n_line; k++) {
		const struct label_line *line = &s->area->line[k];

		if (spot_crosses(line->from, line->to, &l->box))
			cost += over_line;
	}
	return cost;
}

/* The marks within reach of a label, at whatever way. */
static void
find_near(struct spot_search *s, size_t i, struct svg_at size, double reach)
{
	const struct label *l = &s->l[i];

	s->n_near = 0;
	for (size_t j = 0; j < s->n; j++) {
		const struct label *other = &s->l[j];
		double r = reach + l->radius + other->radius + 1;

		if (other->radius > 0 &&
		    fabs(other->at.x - l->at.x) <= r + size.x &&
		    fabs(other->at.y - l->at.y) <= r + size.y)
			s->near[s->n_near++] = j;
	}
}

void
spot_find(struct spot_search *s, size_t i, const char *text, struct spot *spot)
{
	const struct svg_at size = size_of(&s->l[i], text);
	const size_t rings = s->l[i].bold ? N_FAR : N_RINGS;

	find_near(s, i, size, far[rings - 1]);
	for (uint32_t k = 0; k < SPOT_WAYS; k++) {
		struct spot *to = &spot[k];
		const struct way w = way_of(k);
		struct label l = s->l[i];

		*to = (struct spot){box_of(&l, size, &w), HUGE_VAL};
		l.box = to->box;
		l.led = spot_is_led(k);
		if (k < N_NEAR + N_TURN * rings && inside(&l.box, &s->area->in))
			to->cost = cost_of(s, i, &l, &w);
	}
}
