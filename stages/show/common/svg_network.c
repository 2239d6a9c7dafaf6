/* network - words and what joins them, such as cooccurrents(1) -A -f edges */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "font.h"
#include "label.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "stress.h"
#include "svg_draw.h"

enum {
	MOST_GROUPS = 7, /* that have a colour of their own */
	OTHERS = 7,
	LEGEND_WORDS = 3,
};

static const double least_high = 0.3; /* by the width */
static const double most_high = 0.75;

struct edge {
	uint32_t from;
	uint32_t to;
	double weight;
	size_t row;
};

struct network {
	const struct plot *p;
	const struct network_rule *r;
	struct intern names; /* of the nodes */
	struct edge *edge;   /* by falling weight, then row */
	size_t n_edge;
	double *size;    /* by node: its frequency, or its edges' weight */
	uint32_t *group; /* by node; OTHERS: none */
	struct label *label;
	struct frame f;
	struct intern groups;
	struct buf legend[MOST_GROUPS];
	size_t n_word[MOST_GROUPS];
};

/* ---- reading ---- */

static int
by_weight(const void *a, const void *b)
{
	const struct edge *x = a;
	const struct edge *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

static void
read_edges(struct network *n, const struct grid *g, const size_t col[3])
{
	n->edge = mem_new(g->n_row, sizeof(*n->edge));
	for (size_t i = 0; i < g->n_row; i++) {
		double w = series_cell(g, i, col[2]);
		const char *from = grid_cell(g, i, col[0]);
		const char *to = grid_cell(g, i, col[1]);

		if (!(w > 0) || w < n->r->least || strcmp(from, to) == 0)
			continue;
		n->edge[n->n_edge++] = (struct edge){.weight = w, .row = i};
	}
	if (n->n_edge > 0)
		qsort(n->edge, n->n_edge, sizeof(*n->edge), by_weight);
	note_count(g->n_row - n->n_edge, "edge without weight, or too little",
	    "edges without weight, or too little");
	if (n->n_edge > n->r->most) {
		note(
		    "heaviest edges, drawn: %zu of %zu", n->r->most, n->n_edge);
		n->n_edge = n->r->most;
	}
	for (size_t i = 0; i < n->n_edge; i++) {
		struct edge *e = &n->edge[i];
		const char *from = grid_cell(g, e->row, col[0]);
		const char *to = grid_cell(g, e->row, col[1]);

		e->from = intern_add(&n->names, from, strlen(from));
		e->to = intern_add(&n->names, to, strlen(to));
	}
}

/* Frequencies of the words, if the table has them all. */
static void
read_sizes(struct network *n, const struct grid *g)
{
	const size_t col[2] = {
	    grid_has(g, "F_source"), grid_has(g, "F_target")};
	bool all = col[0] != SIZE_MAX && col[1] != SIZE_MAX;

	n->size = mem_new(n->names.n, sizeof(*n->size));
	for (size_t i = 0; i < n->n_edge; i++) {
		const struct edge *e = &n->edge[i];

		if (all) {
			n->size[e->from] = series_cell(g, e->row, col[0]);
			n->size[e->to] = series_cell(g, e->row, col[1]);
		} else {
			n->size[e->from] += e->weight;
			n->size[e->to] += e->weight;
		}
	}
}

static void
read_groups(struct network *n, const struct grid *g)
{
	size_t word = grid_column(g, "term");
	size_t group = grid_column(g, "community");

	for (size_t i = 0; i < g->n_row; i++) {
		const char *s = grid_cell(g, i, word);
		const char *of = grid_cell(g, i, group);
		uint32_t k = intern_find(&n->names, s, strlen(s));
		uint32_t to;

		if (k == UINT32_MAX)
			continue;
		to = intern_add(&n->groups, of, strlen(of));
		if (to >= MOST_GROUPS)
			continue;
		n->group[k] = to;
		if (n->n_word[to]++ >= LEGEND_WORDS)
			continue;
		buf_str(&n->legend[to], n->n_word[to] > 1 ? ", " : "");
		buf_str(&n->legend[to], s);
	}
}

/* ---- drawing ---- */

static const char *
name_of(const struct network *n, uint32_t k)
{
	size_t len;

	return intern_s(&n->names, k, &len);
}

/* Areas of the signs grow with the size. */
static double
radius_of(const struct network *n, uint32_t k)
{
	double most = 0;

	for (uint32_t i = 0; i < n->names.n; i++)
		most = fmax(most, n->size[i]);
	return most > 0 && n->size[k] > 0 ? 1.8 + 4.2 * sqrt(n->size[k] / most)
					  : 1.8;
}

static int
by_falling(const void *a, const void *b)
{
	const struct label *x = a;
	const struct label *y = b;

	if (x->radius != y->radius)
		return x->radius > y->radius ? -1 : 1;
	return strcmp(x->text, y->text);
}

/* Fits the places into the area, which is no higher than they need where no
 * height was asked for. */
static void
fit_nodes(struct network *n, struct svg_at *at)
{
	struct svg_box *in = &n->f.in;
	const double edge = 14;
	struct svg_at low = {HUGE_VAL, HUGE_VAL};
	struct svg_at high = {-HUGE_VAL, -HUGE_VAL};
	double unit;

	for (uint32_t i = 0; i < n->names.n; i++) {
		low =
		    (struct svg_at){fmin(low.x, at[i].x), fmin(low.y, at[i].y)};
		high = (struct svg_at){
		    fmax(high.x, at[i].x), fmax(high.y, at[i].y)};
	}
	unit = fmin((in->w - 2 * edge - 20) / fmax(high.x - low.x, 1e-9),
	    (in->h - 2 * edge) / fmax(high.y - low.y, 1e-9));
	unit = fmin(unit, 120);
	if (!(n->p->height > 0))
		in->h = fmin(in->h,
		    fmax((high.y - low.y) * unit + 2 * edge,
			in->w * least_high));
	for (uint32_t i = 0; i < n->names.n; i++)
		at[i] = (struct svg_at){
		    in->x + in->w / 2 + (at[i].x - (low.x + high.x) / 2) * unit,
		    in->y + in->h / 2 +
			(at[i].y - (low.y + high.y) / 2) * unit};
}

/* The places of the labels, the words that are large first. */
static void
place_labels(struct network *n, const struct svg_at *at)
{
	const struct svg_box *in = &n->f.in;
	struct label_line *line = mem_new(n->n_edge, sizeof(*line));

	for (uint32_t i = 0; i < n->names.n; i++)
		n->label[i] = (struct label){.at = at[i],
		    .radius = radius_of(n, i),
		    .text = name_of(n, i),
		    .size = SVG_SIZE,
		    .wide = fmin(130, in->w * 0.35)};
	qsort(n->label, n->names.n, sizeof(*n->label), by_falling);
	for (size_t i = 0; i < n->n_edge; i++)
		line[i] =
		    (struct label_line){at[n->edge[i].from], at[n->edge[i].to]};
	label_place(
	    n->label, n->names.n, &(struct label_area){*in, line, n->n_edge});
	free(line);
}

static void
put_network(struct network *n, const struct svg_at *at)
{
	double most = n->n_edge > 0 ? n->edge[0].weight : 1;

	for (size_t i = n->n_edge; i-- > 0;) {
		const struct edge *e = &n->edge[i];

		svg_line(&n->f.v, at[e->from], at[e->to],
		    &(struct svg_pen){"#B0B0B0",
			0.6 + 3 * sqrt(e->weight / most), NULL, NULL, 0});
	}
	for (uint32_t k = 0; k < n->names.n; k++)
		svg_sign(&n->f.v, at[k], radius_of(n, k),
		    n->group[k] == OTHERS && n->r->groups != NULL
			? 1
			: n->group[k] % OTHERS,
		    svg_hue(n->group[k]));
}

static void
describe(const struct network *n, struct buf *to)
{
	frame_say(to, n->p, "Words", "");
	buf_u64(to, n->names.n);
	buf_str(to, ". ");
	frame_say(to, n->p, "Edges", "");
	buf_u64(to, n->n_edge);
	buf_str(to, ". ");
	buf_str(to, frame_word(n->p, "Only edges tell what is near"));
	buf_str(to, ".");
}

static void
draw(struct network *n, struct out *o, struct svg_at *at)
{
	struct frame_item item[MOST_GROUPS];
	size_t n_item = 0;
	double width = n->p->width - 2 * FRAME_MARGIN;
	double top = frame_head(n->p);
	struct svg_box in;
	struct label_key key = {n->label, n->names.n,
	    frame_word(n->p, "Without a label"), frame_word(n->p, ":"),
	    n->p->style};
	struct buf desc = {0};

	for (uint32_t k = 0; k < n->groups.n && k < MOST_GROUPS; k++)
		item[n_item++] = (struct frame_item){
		    .label = n->legend[k].s, .series = k, .hue = k};
	top += frame_legend_height(n->p, item, n_item);
	in = (struct svg_box){FRAME_MARGIN, top, width,
	    n->p->height > 0 ? fmax(n->p->height - top - FRAME_MARGIN, 60)
			     : round(width * most_high)};
	n->f.in = in;
	fit_nodes(n, at);
	place_labels(n, at);
	in = n->f.in;
	describe(n, &desc);
	frame_open(&n->f, o, n->p,
	    in.y + in.h + label_key_height(&key, width) + FRAME_MARGIN,
	    (const char *[]){frame_word(n->p, "Network"), desc.s});
	frame_legend(&n->f, item, n_item, FRAME_SIGNS);
	put_network(n, at);
	label_draw(&n->f.v, n->label, n->names.n);
	label_key_put(
	    &n->f.v, &key, (struct svg_at){FRAME_MARGIN, in.y + in.h});
	frame_close(&n->f);
	buf_free(&desc);
}

static void
lay(const struct network *n, struct svg_at *at)
{
	struct stress_edge *e = mem_new(n->n_edge, sizeof(*e));

	for (size_t i = 0; i < n->n_edge; i++)
		e[i] = (struct stress_edge){n->edge[i].from, n->edge[i].to};
	stress_lay(at, n->names.n, e, n->n_edge);
	free(e);
}

void
network_draw(struct out *o, const struct plot *p, const struct network_rule *r,
    const struct grid *g)
{
	struct network n = {.p = p, .r = r};
	struct svg_at *at;

	intern_open(&n.names);
	intern_open(&n.groups);
	read_edges(&n, g, r->col);
	read_sizes(&n, g);
	n.group = mem_new(n.names.n, sizeof(*n.group));
	for (uint32_t k = 0; k < n.names.n && r->groups != NULL; k++)
		n.group[k] = OTHERS;
	if (r->groups != NULL)
		read_groups(&n, r->groups);
	at = mem_new(n.names.n, sizeof(*at));
	n.label = mem_new(n.names.n, sizeof(*n.label));
	if (n.n_edge > 0) {
		lay(&n, at);
		draw(&n, o, at);
	} else
		frame_none(o, p, frame_word(p, "Network"));
	for (size_t k = 0; k < MOST_GROUPS; k++)
		buf_free(&n.legend[k]);
	free(at);
	free(n.label);
	free(n.group);
	free(n.size);
	free(n.edge);
	intern_free(&n.groups);
	intern_free(&n.names);
}
