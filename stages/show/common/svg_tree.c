/* tree - the tree of cluster(1), root at the left */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "font.h"
#include "lib/base/mem.h"
#include "svg_draw.h"

struct tree {
	const struct plot *p;
	const struct dendrogram *t;
	struct dendrogram_layout l;
	struct frame f;
	double *y;    /* by node */
	double label; /* width of the labels */
	double bottom;
	bool heights;
};

static const char *
name_of(const struct dendrogram *t, uint32_t item)
{
	size_t len;

	return intern_s(&t->names, item, &len);
}

static const struct dendrogram_merge *
merge_of(const struct tree *x, uint32_t node)
{
	return &x->t->m[node - x->t->n];
}

/* Items from above to below, nodes in the middle of what they join. */
static void
set_places(struct tree *x, double top)
{
	const uint32_t n = x->t->n;

	for (uint32_t i = 0; i < n; i++) {
		const uint32_t k = x->l.item[i];
		double h = (double)frame_lines(name_of(x->t, k), x->label) *
			FRAME_LINE +
		    5;

		x->y[k] = top + h / 2;
		top += h;
	}
	x->bottom = top;
	for (uint32_t k = n; k < x->l.n_node; k++)
		x->y[k] =
		    (x->y[merge_of(x, k)->left] + x->y[merge_of(x, k)->right]) /
		    2;
}

static struct svg_at
at(const struct tree *x, uint32_t node)
{
	const struct axis *a = &x->f.axis[FRAME_X];
	double v = x->l.place[node];

	return (struct svg_at){
	    axis_at(a, x->heights ? x->l.span - v : v), x->y[node]};
}

/* Its support, in percent: on its branch, or where that is too short within
 * the fork. */
static void
put_support(struct tree *x, uint32_t node, uint32_t parent)
{
	const struct dendrogram_merge *m;
	struct svg_at to = at(x, node);
	struct svg_font font = {.size = SVG_SMALL, .anchor = SVG_END};
	char text[8];
	double w;

	if (node < x->t->n || !dendrogram_holds(x->t, node))
		return;
	m = merge_of(x, node);
	if (isnan(m->support))
		return;
	(void)snprintf(
	    text, sizeof(text), "%d", (int)(100 * fmin(m->support, 1)));
	w = font_of(text) * SVG_SMALL;
	if (to.x - at(x, parent).x > w + 4)
		svg_text(
		    &x->f.v, (struct svg_at){to.x - 2, to.y - 2}, &font, text);
	else if (x->y[m->right] - x->y[m->left] > 2 * SVG_SMALL &&
	    (dendrogram_holds(x->t, m->left) &&
		dendrogram_holds(x->t, m->right)) &&
	    to.x + w + 6 <
		axis_at(&x->f.axis[FRAME_X], x->heights ? 0 : x->l.span)) {
		font.anchor = SVG_START;
		svg_text(&x->f.v,
		    (struct svg_at){to.x + 3, to.y + SVG_SMALL * 0.36}, &font,
		    text);
	}
}

static void
put_tree(struct tree *x)
{
	const struct svg_pen pen = {"#000", 0.9, NULL, NULL, 0};

	for (uint32_t k = x->t->n; k < x->l.n_node; k++) {
		const uint32_t child[2] = {
		    merge_of(x, k)->left, merge_of(x, k)->right};
		const struct svg_at up = at(x, k);

		svg_path(&x->f.v, at(x, child[0]));
		svg_to(&x->f.v, (struct svg_at){up.x, x->y[child[0]]});
		svg_to(&x->f.v, (struct svg_at){up.x, x->y[child[1]]});
		svg_to(&x->f.v, at(x, child[1]));
		svg_end(&x->f.v, false, &pen);
	}
	for (uint32_t k = x->t->n; k < x->l.n_node; k++) {
		put_support(x, merge_of(x, k)->left, k);
		put_support(x, merge_of(x, k)->right, k);
	}
	for (uint32_t k = 0; k < x->t->n; k++)
		frame_label(&x->f,
		    (struct svg_at){at(x, k).x + 4, x->y[k] + SVG_SIZE * 0.36},
		    x->label, SVG_START, name_of(x->t, k));
}

static void
put_scale(struct tree *x, const char *unit)
{
	struct svg_box *in = &x->f.in;
	const char *title[FRAME_AXES] = {unit, NULL};

	*in = (struct svg_box){x->f.axis[FRAME_X].from, x->bottom,
	    x->f.axis[FRAME_X].to - x->f.axis[FRAME_X].from, 2};
	x->f.axis[FRAME_Y].n = 0;
	frame_put_axes(&x->f, title, false);
}

static void
describe(const struct tree *x, struct buf *to)
{
	buf_str(to, frame_word(x->p, "Tree"));
	buf_str(to, frame_word(x->p, ":"));
	buf_str(to, " ");
	for (uint32_t i = 0; i < x->t->n; i++) {
		buf_str(to, i > 0 ? ", " : "");
		buf_str(to, name_of(x->t, x->l.item[i]));
	}
	buf_str(to, ".");
}

static void
draw(struct tree *x, struct out *o)
{
	const char *unit = frame_word(x->p, x->heights ? "height" : "length");
	double width = x->p->width - 2 * FRAME_MARGIN;
	double top = frame_head(x->p);
	struct buf desc = {0};

	if (x->p->axis[FRAME_X] != NULL)
		unit = x->p->axis[FRAME_X];
	for (uint32_t k = 0; k < x->t->n; k++)
		x->label =
		    fmax(x->label, font_of(name_of(x->t, k)) * SVG_SIZE + 0.01);
	x->label = fmin(x->label, width * 0.45);
	set_places(x, top);
	describe(x, &desc);
	frame_open(&x->f, o, x->p, x->bottom + 26 + FRAME_MARGIN,
	    (const char *[]){unit, desc.s});
	axis_open(&x->f.axis[FRAME_X], 0, fmax(x->l.span, 0), false);
	x->f.axis[FRAME_X].low = 0;
	axis_lay(&x->f.axis[FRAME_X],
	    x->heights ? x->p->width - FRAME_MARGIN - x->label - 4
		       : FRAME_MARGIN + 2,
	    x->heights ? FRAME_MARGIN + 2
		       : x->p->width - FRAME_MARGIN - x->label - 4,
	    48, false);
	put_tree(x);
	put_scale(x, unit);
	frame_close(&x->f);
	buf_free(&desc);
}

void
tree_draw(struct out *o, const struct plot *p, const struct dendrogram *t)
{
	struct tree x = {.p = p, .t = t};

	if (t->n < 2) {
		frame_none(o, p, frame_word(p, "Tree"));
		return;
	}
	dendrogram_lay(&x.l, t);
	x.heights = !isnan(merge_of(&x, x.l.n_node - 1)->height);
	x.y = mem_new(x.l.n_node, sizeof(*x.y));
	draw(&x, o);
	dendrogram_lay_free(&x.l);
	free(x.y);
}
