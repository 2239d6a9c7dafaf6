/* map - points with their labels on a plane of text.  See map(1). */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/err.h"
#include "lib/figure.h"
#include "lib/grid.h"
#include "lib/intern.h"
#include "lib/mem.h"
#include "lib/opt.h"
#include "lib/out.h"
#include "lib/scatter.h"
#include "lib/utf.h"

static const struct opt_page page = {
    "map [-AhquV] [-f plain|fr|en] [-g column] [-H lines] [-k number] "
    "[-l column] [-W columns] [-x column] [-y column] [file]",
    "points with their labels on a plane of text"};

enum {
	X,
	Y,
	N_AXES
};

enum {
	WIDTH = 80,
	MIN_WIDTH = 40,
	LINES = 40,
	MIN_LINES = 10,
	MAX_SIZE = 10000,
	TERMS = 40, /* -k for a table of factors(1) */
};

/* Kinds of points of factors(1); others are numbered from 0 on. */
enum kind {
	PART,
	SUP_PART,
	TERM,
	SUP_TERM,
	N_KINDS,
	MOST_KINDS = 8
};

struct opts {
	const char *axis[N_AXES];
	const char *label;
	const char *group;
	enum figure_style style;
	bool ascii;
	bool free;     /* -u */
	uint64_t most; /* -k, 0 if it is not given */
	size_t width;
	size_t lines;
};

struct point {
	double v[N_AXES];
	double weight;
	uint32_t kind;
	size_t row; /* of the table */
};

struct map {
	const struct opts *o;
	struct grid grid;
	bool factors; /* the table is one of factors(1) */
	size_t axis[N_AXES];
	size_t label;
	size_t group;
	struct buf title[N_AXES];
	struct intern kinds;
	size_t n_kind[MOST_KINDS];  /* points of each */
	size_t n_drawn[MOST_KINDS]; /* and how many of them are drawn */
	struct point *point;
	size_t n_point;
	struct scatter s;
	struct out out;
};

/* ---- words and signs ---- */

enum word {
	WORD_AXIS = N_KINDS, /* the kinds come first */
	WORD_OF,
	WORD_NONE,
	WORD_CUT,
	N_WORDS
};

static const char *
word(const struct map *m, unsigned w)
{
	static const char *const en[N_WORDS] = {"part", "supplementary part",
	    "term", "supplementary term", "axis", "of", "Without a label",
	    "Labels in full"};
	static const char *const fr[N_WORDS] = {"partie",
	    "partie supplémentaire", "terme", "terme supplémentaire", "axe",
	    "sur", "Sans étiquette", "Étiquettes entières"};

	return m->o->style == FIGURE_FR ? fr[w] : en[w];
}

static const char *
sign(const struct map *m, uint32_t kind)
{
	static const char *const signs[MOST_KINDS] = {
	    "●", "○", "·", "◦", "▲", "△", "■", "□"};
	static const char *const ascii[MOST_KINDS] = {
	    "#", "o", "*", "+", "x", "=", "@", "%"};

	return m->o->ascii ? ascii[kind] : signs[kind];
}

/* ---- the points ---- */

/* A cell as a number; NAN for NA and an empty one. */
static double
number(const struct map *m, size_t row, size_t col)
{
	const char *s = grid_cell(&m->grid, row, col);

	if (*s == '\0' || strcmp(s, "NA") == 0)
		return (double)NAN;
	if (!figure_is(s) || !isfinite(strtod(s, NULL)))
		die_data(m->grid.file, row + 2,
		    "column %s: '%s' is not a number", m->grid.name[col], s);
	return strtod(s, NULL);
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
choose_axis(struct map *m, int k)
{
	const char *s = m->o->axis[k];
	char name[32];

	if (has_column(&m->grid, s, &m->axis[k])) {
		buf_str(&m->title[k], s);
		return;
	}
	if (s[strspn(s, "0123456789")] != '\0' || strlen(s) > 9)
		m->axis[k] = grid_column(&m->grid, s);
	(void)snprintf(name, sizeof(name), "coord_%s", s);
	m->axis[k] = grid_column(&m->grid, name);
	buf_str(&m->title[k], word(m, WORD_AXIS));
	buf_str(&m->title[k], " ");
	buf_str(&m->title[k], s);
}

static void
choose_columns(struct map *m)
{
	static const char *const name[] = {
	    "part", "sup-part", "term", "sup-term"};
	const struct grid *g = &m->grid;
	size_t freq;

	for (int k = 0; k < N_AXES; k++)
		choose_axis(m, k);
	m->label = grid_column(g, m->o->label);
	m->factors = m->o->group == NULL && has_column(g, "kind", &m->group) &&
	    has_column(g, "freq", &freq);
	if (m->o->group != NULL)
		m->group = grid_column(g, m->o->group);
	for (size_t i = 0; m->factors && i < N_KINDS; i++)
		(void)intern_add(&m->kinds, name[i], strlen(name[i]));
}

static uint32_t
kind_of(struct map *m, size_t row)
{
	const char *s;
	uint32_t k;

	if (!m->factors && m->o->group == NULL)
		return 0;
	s = grid_cell(&m->grid, row, m->group);
	k = intern_add(&m->kinds, s, strlen(s));
	if (k >= (m->factors ? N_KINDS : MOST_KINDS))
		die_data(m->grid.file, row + 2, "column %s: '%s' is %s",
		    m->grid.name[m->group], s,
		    m->factors ? "no kind of point"
			       : "the ninth value, one too many to draw");
	return k;
}

/* How much a point has to do with the plane: its inertia there, n times. */
static double
weigh(const struct map *m, const struct point *p)
{
	size_t freq;

	if (!m->factors || !has_column(&m->grid, "freq", &freq))
		return 0;
	return number(m, p->row, freq) *
	    (p->v[X] * p->v[X] + p->v[Y] * p->v[Y]);
}

/* Points with both coordinates; an axis without a figure is all 0. */
static void
add_points(struct map *m)
{
	size_t n_lost = 0;
	bool none[N_AXES] = {true, true};

	m->point = mem_new(m->grid.n_row, sizeof(*m->point));
	for (int k = 0; k < N_AXES; k++)
		for (size_t i = 0; i < m->grid.n_row; i++)
			none[k] = isnan(number(m, i, m->axis[k])) && none[k];
	for (size_t i = 0; i < m->grid.n_row; i++) {
		struct point p = {.row = i, .kind = kind_of(m, i)};

		for (int k = 0; k < N_AXES; k++)
			p.v[k] =
			    none[k] && !none[X] ? 0 : number(m, i, m->axis[k]);
		if (isnan(p.v[X]) || isnan(p.v[Y])) {
			n_lost++;
			continue;
		}
		p.weight = weigh(m, &p);
		m->n_kind[p.kind]++;
		m->point[m->n_point++] = p;
	}
	if (n_lost > 0)
		note("points without a place, left out: %zu", n_lost);
	if (none[Y] && m->n_point > 0)
		note("no figure in column %s: all points are on one line",
		    m->grid.name[m->axis[Y]]);
}

/* By kind, falling weight, row. */
static int
by_weight(const void *a, const void *b)
{
	const struct point *x = a;
	const struct point *y = b;

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
	const struct point *x = a;
	const struct point *y = b;

	return (x->row > y->row) - (x->row < y->row);
}

/* Drops what -k leaves out; the points stay in the order of their labels. */
static void
choose_points(struct map *m)
{
	uint64_t most = m->o->most;
	size_t n = 0;

	if (most == 0)
		most = m->factors ? TERMS : UINT64_MAX;
	if (m->n_point > 0)
		qsort(m->point, m->n_point, sizeof(*m->point),
		    m->factors ? by_weight : by_row);
	for (size_t i = 0; i < m->n_point; i++) {
		uint32_t k = m->point[i].kind;

		if (m->n_drawn[k] >= most && !(m->factors && k < TERM))
			continue;
		m->n_drawn[k]++;
		m->point[n++] = m->point[i];
	}
	m->n_point = n;
}

/* ---- the share of an axis ---- */

/* The parts of a table of factors(1) have all of its inertia, and on an axis
 * that of the axis: their masses times squared coordinates.  Adds its share to
 * the title, unless parts are missing. */
static void
add_share(struct map *m, int k)
{
	double sum[3] = {0}; /* mass, inertia, inertia on the axis */
	size_t mass;
	size_t inertia;
	char b[64];

	if (!m->factors || !has_column(&m->grid, "mass", &mass) ||
	    !has_column(&m->grid, "inertia", &inertia) ||
	    strncmp(m->grid.name[m->axis[k]], "coord_", 6) != 0)
		return;
	for (size_t i = 0; i < m->grid.n_row; i++) {
		double v = number(m, i, m->axis[k]);

		if (strcmp(grid_cell(&m->grid, i, m->group), "part") != 0)
			continue;
		sum[0] += number(m, i, mass);
		sum[1] += number(m, i, inertia);
		sum[2] += number(m, i, mass) * v * v;
	}
	if (!(fabs(sum[0] - 1) < 1e-3) || !(sum[1] > 0) || isnan(sum[2]))
		return;
	(void)snprintf(b, sizeof(b), "%.6g", 100 * sum[2] / sum[1]);
	buf_str(&m->title[k], " (");
	figure_put(&m->title[k], b, 1, m->o->style);
	buf_str(&m->title[k], m->o->style == FIGURE_FR ? "\xC2\xA0%)" : "%)");
}

/* ---- output ---- */

/* A list of labels, wrapped. */
static void
put_list(struct map *m, enum word title, enum plane_fit fit)
{
	size_t n = 0;
	size_t at = 0;
	char b[64];

	for (size_t i = 0; i < m->s.n_point; i++)
		n += m->s.point[i].fit == fit;
	if (n == 0)
		return;
	(void)snprintf(b, sizeof(b), " (%zu):", n);
	out_str(&m->out, word(m, title));
	out_str(&m->out, b);
	at = utf_width(word(m, title), strlen(word(m, title))) + strlen(b);
	for (size_t i = 0; i < m->s.n_point; i++) {
		const char *s = m->s.point[i].label;
		size_t w = utf_width(s, strlen(s)) + 1;

		if (m->s.point[i].fit != fit)
			continue;
		n--;
		if (at + 1 + w > m->o->width) {
			out_str(&m->out, "\n ");
			at = 1;
		}
		out_ch(&m->out, ' ');
		out_str(&m->out, s);
		out_str(&m->out, n > 0 ? "," : "");
		at += w + 1;
	}
	out_ch(&m->out, '\n');
}

static void
put_legend(struct map *m)
{
	bool any = false;

	for (uint32_t k = 0; k < m->kinds.n; k++) {
		size_t len;
		const char *s =
		    m->factors ? word(m, k) : intern_s(&m->kinds, k, &len);

		if (m->n_drawn[k] == 0)
			continue;
		out_str(&m->out, any ? "   " : "");
		any = true;
		out_str(&m->out, sign(m, k));
		out_ch(&m->out, ' ');
		out_str(&m->out, s);
		if (m->n_drawn[k] < m->n_kind[k])
			out_fmt(&m->out, " (%zu %s %zu)", m->n_drawn[k],
			    word(m, WORD_OF), m->n_kind[k]);
	}
	out_str(&m->out, any ? "\n" : "");
}

static void
draw(struct map *m)
{
	const struct opts *o = m->o;

	if (m->n_point == 0) {
		note("no point has a place: there is nothing to draw");
		return;
	}
	m->s = (struct scatter){.style = o->style,
	    .ascii = o->ascii,
	    .free = o->free,
	    .width = o->width,
	    .lines = o->lines,
	    .title = {m->title[X].s, m->title[Y].s},
	    .n_point = m->n_point};
	m->s.point = mem_new(m->n_point, sizeof(*m->s.point));
	for (size_t i = 0; i < m->n_point; i++) {
		const struct point *p = &m->point[i];

		m->s.point[i] = (struct scatter_point){.v = {p->v[X], p->v[Y]},
		    .label = grid_cell(&m->grid, p->row, m->label),
		    .sign = sign(m, p->kind)};
	}
	scatter_put(&m->s, &m->out);
	put_legend(m);
	put_list(m, WORD_CUT, PLANE_CUT);
	put_list(m, WORD_NONE, PLANE_NONE);
	free(m->s.point);
}

/* ---- beginning and end ---- */

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = getopt(argc, argv, "+:Af:g:H:k:l:uW:x:y:hqV")) != -1)
		switch (ch) {
		case 'A':
			o->ascii = true;
			break;
		case 'f':
			o->style = figure_style(ch, optarg);
			break;
		case 'g':
			o->group = optarg;
			break;
		case 'H':
			o->lines = opt_u64(ch, optarg, MIN_LINES, MAX_SIZE);
			break;
		case 'k':
			o->most = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'l':
			o->label = optarg;
			break;
		case 'q':
			err_quiet(true);
			break;
		case 'u':
			o->free = true;
			break;
		case 'W':
			o->width = opt_u64(ch, optarg, MIN_WIDTH, MAX_SIZE);
			break;
		case 'x':
			o->axis[X] = optarg;
			break;
		case 'y':
			o->axis[Y] = optarg;
			break;
		default:
			opt_other(ch, &page);
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
}

int
main(int argc, char **argv)
{
	struct opts o = {.axis = {"1", "2"},
	    .label = "name",
	    .width = WIDTH,
	    .lines = LINES};
	struct map m = {.o = &o};

	err_init(argv[0]);
	parse(&o, argc, argv);
	grid_read(&m.grid, argv[optind]);
	intern_open(&m.kinds);
	choose_columns(&m);
	add_points(&m);
	choose_points(&m);
	for (int k = 0; k < N_AXES; k++)
		add_share(&m, k);
	out_open(&m.out, STDOUT_FILENO, "<stdout>");
	draw(&m);
	out_close(&m.out);
	for (int k = 0; k < N_AXES; k++)
		buf_free(&m.title[k]);
	intern_free(&m.kinds);
	free(m.point);
	grid_free(&m.grid);
	return RC_OK;
}
