#include "locate.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

enum {
	X,
	Y,
	N_AXES
};

enum {
	TERMS = 40, /* drawn of a table of factors(1), without -k */
};

/* Beyond it the plane around the points would have no size. */
static const double too_far = 1e300;

/* A cell as a number; NAN for NA and an empty one. */
static double
number(const struct locate *l, size_t row, size_t col)
{
	const char *s = grid_cell(&l->grid, row, col);
	double v = strtod(s, NULL);

	if (*s == '\0' || strcmp(s, "NA") == 0)
		return (double)NAN;
	if (!figure_is(s))
		die_data(l->grid.file, row + 2,
		    "column %s: '%s' is not a number", l->grid.name[col], s);
	if (!(fabs(v) <= too_far))
		die_data(l->grid.file, row + 2,
		    "column %s: '%s' is too large to draw", l->grid.name[col],
		    s);
	return v;
}

static bool
has_column(const struct grid *g, const char *name, size_t *col)
{
	for (*col = 0; *col < g->n_col; ++*col)
		if (strcmp(g->name[*col], name) == 0)
			return true;
	return false;
}

/* What is no column but a number is the axis of that number. */
static void
choose_axis(struct locate *l, const struct locate_rule *rule, int k)
{
	const char *s = rule->axis[k];
	char name[32];

	if (has_column(&l->grid, s, &l->axis[k])) {
		buf_str(&l->title[k], s);
		return;
	}
	if (s[strspn(s, "0123456789")] != '\0' || strlen(s) > 9)
		l->axis[k] = grid_column(&l->grid, s);
	(void)snprintf(name, sizeof(name), "coord_%s", s);
	l->axis[k] = grid_column(&l->grid, name);
	buf_str(&l->title[k], rule->word);
	buf_str(&l->title[k], " ");
	buf_str(&l->title[k], s);
}

static void
choose_columns(struct locate *l, const struct locate_rule *rule)
{
	static const char *const name[] = {
	    "part", "sup-part", "term", "sup-term"};
	const struct grid *g = &l->grid;

	for (int k = 0; k < N_AXES; k++)
		choose_axis(l, rule, k);
	l->label = grid_column(g, rule->label);
	l->factors = rule->group == NULL && has_column(g, "kind", &l->group) &&
	    has_column(g, "freq", &l->freq);
	if (rule->group != NULL)
		l->group = grid_column(g, rule->group);
	else if (!l->factors)
		l->group = SIZE_MAX;
	for (size_t i = 0; l->factors && i < LOCATE_KINDS; i++)
		(void)intern_add(&l->kinds, name[i], strlen(name[i]));
}

static uint32_t
kind_of(struct locate *l, size_t row)
{
	const char *s;
	uint32_t k;

	if (l->group == SIZE_MAX)
		return 0;
	s = grid_cell(&l->grid, row, l->group);
	k = intern_add(&l->kinds, s, strlen(s));
	if (k >= (l->factors ? LOCATE_KINDS : LOCATE_MOST))
		die_data(l->grid.file, row + 2, "column %s: '%s' is %s",
		    l->grid.name[l->group], s,
		    err_said(l->factors
			    ? "no kind of point"
			    : "the ninth value, one too many to draw"));
	return k;
}

/* How much a point has to do with the plane: its inertia there, n times. */
static double
weigh(const struct locate *l, const struct locate_point *p)
{
	double w;

	if (!l->factors)
		return 0;
	w = number(l, p->row, l->freq) *
	    (p->v[X] * p->v[X] + p->v[Y] * p->v[Y]);
	return isnan(w) ? 0 : w;
}

static bool
has_figures(const struct locate *l, size_t col)
{
	bool any = false;

	for (size_t i = 0; i < l->grid.n_row; i++)
		any = !isnan(number(l, i, col)) || any;
	return any;
}

/* Points with both coordinates; an axis without a figure is all 0. */
static void
add_points(struct locate *l, const struct locate_rule *rule)
{
	size_t n_lost = 0;
	size_t n_far = 0;
	const bool none[N_AXES] = {
	    !has_figures(l, l->axis[X]), !has_figures(l, l->axis[Y])};

	l->point = mem_new(l->grid.n_row, sizeof(*l->point));
	for (size_t i = 0; i < l->grid.n_row; i++) {
		struct locate_point p = {.row = i, .kind = kind_of(l, i)};

		for (int k = 0; k < N_AXES; k++)
			p.v[k] =
			    none[k] && !none[X] ? 0 : number(l, i, l->axis[k]);
		if (isnan(p.v[X]) || isnan(p.v[Y])) {
			n_lost++;
			continue;
		}
		l->n_kind[p.kind]++;
		if (rule->limit > 0 &&
		    fmax(fabs(p.v[X]), fabs(p.v[Y])) > rule->limit) {
			n_far++;
			continue;
		}
		p.weight = weigh(l, &p);
		l->point[l->n_point++] = p;
	}
	if (n_lost > 0)
		note("points without a place, left out: %zu", n_lost);
	if (n_far > 0)
		note("points beyond %g, left out: %zu", rule->limit, n_far);
	if (none[Y] && l->n_point > 0)
		note("no figure in column %s: all points are on one line",
		    l->grid.name[l->axis[Y]]);
}

/* By kind, falling weight, row. */
static int
by_weight(const void *a, const void *b)
{
	const struct locate_point *x = a;
	const struct locate_point *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->weight > y->weight)
		return -1;
	if (x->weight < y->weight)
		return 1;
	return (x->row > y->row) - (x->row < y->row);
}

static int
by_row(const void *a, const void *b)
{
	const struct locate_point *x = a;
	const struct locate_point *y = b;

	return (x->row > y->row) - (x->row < y->row);
}

static bool
is_left(const struct locate *l, const struct locate_rule *rule,
    const struct locate_point *p)
{
	return l->factors && p->kind >= LOCATE_TERM && rule->leaves != NULL &&
	    rule->leaves(rule->arg, grid_cell(&l->grid, p->row, l->label));
}

/* Drops what -k leaves out; the points stay in the order of their labels. */
static void
choose_points(struct locate *l, const struct locate_rule *rule)
{
	uint64_t most = rule->most;
	size_t n = 0;

	if (most == 0)
		most = l->factors ? TERMS : UINT64_MAX;
	if (l->n_point > 0)
		qsort(l->point, l->n_point, sizeof(*l->point),
		    l->factors ? by_weight : by_row);
	for (size_t i = 0; i < l->n_point; i++) {
		uint32_t k = l->point[i].kind;
		uint64_t limit = most;

		if (l->factors && k < LOCATE_TERM)
			limit = k == LOCATE_PART ? rule->parts : UINT64_MAX;
		if (l->n_drawn[k] >= limit || is_left(l, rule, &l->point[i]))
			continue;
		l->n_drawn[k]++;
		l->point[n++] = l->point[i];
	}
	l->n_point = n;
}

/* The parts of a table of factors(1) have all of its inertia, and on an axis
 * that of the axis: their masses times squared coordinates.  Adds its share to
 * the title, unless parts are missing. */
static void
add_share(struct locate *l, const struct locate_rule *rule, int k)
{
	double sum[3] = {0}; /* mass, inertia, inertia on the axis */
	size_t mass;
	size_t inertia;
	char b[64];

	if (!l->factors || !has_column(&l->grid, "mass", &mass) ||
	    !has_column(&l->grid, "inertia", &inertia) ||
	    strncmp(l->grid.name[l->axis[k]], "coord_", 6) != 0)
		return;
	for (size_t i = 0; i < l->grid.n_row; i++) {
		double v = number(l, i, l->axis[k]);

		if (strcmp(grid_cell(&l->grid, i, l->group), "part") != 0)
			continue;
		sum[0] += number(l, i, mass);
		sum[1] += number(l, i, inertia);
		sum[2] += number(l, i, mass) * v * v;
	}
	if (!(fabs(sum[0] - 1) < 1e-3) || !(sum[1] > 0) || isnan(sum[2]))
		return;
	(void)snprintf(b, sizeof(b), "%.6g", 100 * sum[2] / sum[1]);
	buf_str(&l->title[k], " (");
	figure_put(&l->title[k], b, 1, rule->style);
	buf_str(&l->title[k], figure_percent(rule->style));
	buf_str(&l->title[k], ")");
}

void
locate_open(struct locate *l, const char *path, const struct locate_rule *rule)
{
	*l = (struct locate){0};
	grid_read(&l->grid, path);
	intern_open(&l->kinds);
	choose_columns(l, rule);
	add_points(l, rule);
	choose_points(l, rule);
	for (int k = 0; k < N_AXES; k++)
		add_share(l, rule, k);
}

void
locate_close(struct locate *l)
{
	for (int k = 0; k < N_AXES; k++)
		buf_free(&l->title[k]);
	intern_free(&l->kinds);
	free(l->point);
	grid_free(&l->grid);
}
