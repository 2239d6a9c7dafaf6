#include "dendrogram.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout_cut.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/lang.h"
#include "lib/text/utf.h"

/* Where the lines of a sign lead. */
enum {
	UP = 1,
	DOWN = 2,
	LEFT = 4,
	RIGHT = 8,
};

/* Blank, vertical, horizontal, corners, tees and cross of U+2500. */
static const char *const signs[] = {" ", "\xE2\x94\x82", "\xE2\x94\x82",
    "\xE2\x94\x82", "\xE2\x94\x80", "\xE2\x94\x98", "\xE2\x94\x90",
    "\xE2\x94\xA4", "\xE2\x94\x80", "\xE2\x94\x94", "\xE2\x94\x8C",
    "\xE2\x94\x9C", "\xE2\x94\x80", "\xE2\x94\xB4", "\xE2\x94\xAC",
    "\xE2\x94\xBC"};

enum {
	TICKS_APART = 10,
	GAP = 1,   /* what no figure holds */
	DIGIT = 16 /* of a support: this and what the digit is */
};

struct drawing {
	const struct dendrogram *t;
	size_t width;
	enum figure_style style;
	const char *unit; /* of the scale */
	struct dendrogram_layout l;
	uint32_t *line; /* by node: where its branch comes in */
	unsigned char *cell;
	size_t cols;           /* of the tree; the last one is for items only */
	struct layout_way cut; /* of names that are too long */
};

/* ---- places ---- */

static const struct dendrogram_merge *
merge_of(const struct drawing *d, uint32_t node)
{
	return &d->t->m[node - d->t->n];
}

/* Children have lower numbers than their parents. */
static void
arrange(struct drawing *d)
{
	const uint32_t n = d->t->n;

	dendrogram_lay(&d->l, d->t);
	for (uint32_t k = 0; k < n; k++)
		d->line[k] = d->l.first[k];
	for (uint32_t k = n; k < d->l.n_node; k++)
		d->line[k] = (d->line[merge_of(d, k)->left] +
				 d->line[merge_of(d, k)->right]) /
		    2;
}

static size_t
column(const struct drawing *d, double place)
{
	if (!(d->l.span > 0))
		return 0;
	return (size_t)lround(place / d->l.span * (double)(d->cols - 2));
}

static void
draw_branch(struct drawing *d, uint32_t node, uint32_t parent)
{
	size_t from = column(d, d->l.place[parent]);
	size_t to = column(d, d->l.place[node]) + (node < d->t->n);
	unsigned char *row = d->cell + d->line[node] * d->cols;

	for (size_t c = from; c < to; c++) {
		row[c] |= RIGHT;
		row[c + 1] |= LEFT;
	}
}

/* The support of a node, in percent, before it on its branch. */
static void
draw_support(struct drawing *d, uint32_t node, uint32_t parent)
{
	double support =
	    node < d->t->n ? (double)NAN : merge_of(d, node)->support;
	size_t from = column(d, d->l.place[parent]);
	size_t to = column(d, d->l.place[node]);
	unsigned char *row = d->cell + d->line[node] * d->cols;
	char text[8];
	size_t len;

	if (isnan(support) || !dendrogram_holds(d->t, node))
		return;
	len = (size_t)snprintf(
	    text, sizeof(text), "%d", (int)(100 * fmin(support, 1)));
	if (to < from + len + 1)
		return;
	for (size_t i = 0; i < len; i++)
		row[to - len + i] = (unsigned char)(DIGIT + text[i] - '0');
}

static void
draw(struct drawing *d)
{
	for (uint32_t k = d->t->n; k < d->l.n_node; k++) {
		const struct dendrogram_merge *m = merge_of(d, k);
		unsigned char *c = d->cell + column(d, d->l.place[k]);

		draw_branch(d, m->left, k);
		draw_branch(d, m->right, k);
		for (uint32_t r = d->line[m->left]; r < d->line[m->right];
		     r++) {
			c[r * d->cols] |= DOWN;
			c[(r + 1) * d->cols] |= UP;
		}
	}
	for (uint32_t k = d->t->n; k < d->l.n_node; k++) {
		draw_support(d, merge_of(d, k)->left, k);
		draw_support(d, merge_of(d, k)->right, k);
	}
}

/* ---- output ---- */

static const char *
name_of(const struct dendrogram *t, uint32_t item)
{
	size_t len;

	return intern_s(&t->names, item, &len);
}

static void
put_label(const struct drawing *d, struct out *o, const char *s)
{
	struct buf b = {0};

	(void)layout_cut(&b, s, d->width - d->cols - 1, &d->cut);
	for (size_t i = 0; i < b.len; i++)
		out_ch(o, (unsigned char)b.s[i] < ' ' ? ' ' : b.s[i]);
	buf_free(&b);
}

static void
put_line(const struct drawing *d, struct out *o, uint32_t r)
{
	const unsigned char *row = d->cell + r * d->cols;
	size_t end = d->cols;

	while (end > 0 && row[end - 1] == 0)
		end--;
	for (size_t c = 0; c < end; c++)
		if (row[c] < DIGIT)
			out_str(o, signs[row[c]]);
		else
			out_ch(o, (char)('0' + row[c] - DIGIT));
	out_ch(o, ' ');
	put_label(d, o, name_of(d->t, d->l.item[r]));
	out_ch(o, '\n');
}

/* The least of 1, 2, 5, 10, 20 ... (or .1, .2 ...) that is not below v. */
static double
round_up(double v)
{
	static const double steps[] = {1, 2, 5};
	double base = pow(10, floor(log10(v)));

	for (size_t k = 0; k < sizeof(steps) / sizeof(*steps); k++)
		if (base * steps[k] >= v)
			return base * steps[k];
	return base * 10;
}

/* The figure of a tick under its column: a byte a column, GAP for the blank
 * between thousands. */
static void
put_figure(const struct drawing *d, char *text, size_t col, double v)
{
	struct buf to = {0};
	char b[32];
	size_t from;
	size_t n = 0;

	(void)snprintf(b, sizeof(b), "%.6g", v);
	figure_put(&to, b, -1, d->style);
	for (size_t i = 0; i < to.len; i++)
		if ((unsigned char)to.s[i] < 0x80)
			to.s[n++] = to.s[i];
		else if (((unsigned char)to.s[i] & 0x40) != 0)
			to.s[n++] = GAP;
	from = col > n / 2 ? col - n / 2 : 0;
	memcpy(text + from, to.s, n);
	buf_free(&to);
}

static void
put_figures(struct out *o, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] == GAP)
			out_str(o, "\xE2\x80\xAF");
		else
			out_ch(o, text[i]);
}

/* A rule with its ticks, and their figures below. */
static void
put_scale(const struct drawing *d, struct out *o)
{
	const bool heights = !isnan(merge_of(d, d->l.n_node - 1)->height);
	double step = d->l.span > 0
	    ? round_up(d->l.span * TICKS_APART / (double)(d->cols - 2))
	    : 1;
	/* of a span next to nothing no step is left: no tick but 0 */
	size_t n = step > 0 ? (size_t)(d->l.span / step * (1 + 1e-12)) : 0;
	size_t room = d->cols + 32; /* and the end of a figure */
	bool *tick = mem_new(d->cols, sizeof(*tick));
	char *text = mem_new(room + 1, 1);
	size_t len;

	memset(text, ' ', room);
	for (size_t i = 0; i <= n; i++) {
		double v = (double)i * step;
		size_t c = column(d, heights ? d->l.span - v : v);

		tick[c] = true;
		put_figure(d, text, c, v);
	}
	for (size_t c = 0; c <= column(d, d->l.span); c++)
		out_str(o, tick[c] ? "\xE2\x94\xAC" : "\xE2\x94\x80");
	out_ch(o, '\n');
	for (len = room; text[len - 1] == ' ';)
		len--;
	len = len < d->cols ? d->cols : len;
	put_figures(o, text, len);
	out_fmt(o, " %s\n", d->unit);
	free(tick);
	free(text);
}

/* Names that begin alike are told apart. */
static void
set_cut(struct drawing *d)
{
	char **name = mem_new(d->t->n, sizeof(*name));

	for (uint32_t i = 0; i < d->t->n; i++)
		name[i] = mem_string(name_of(d->t, i));
	d->cut = layout_way_of(name, d->t->n, 1, d->width - d->cols - 1);
	for (uint32_t i = 0; i < d->t->n; i++)
		free(name[i]);
	free(name);
}

static void
open_drawing(struct drawing *d)
{
	const struct dendrogram *t = d->t;
	const char *unit = isnan(t->m[t->n - 2].height) ? "length" : "height";
	size_t label = 1;

	d->unit = (d->style & FIGURE_FR) != 0 ? lang_label(unit) : unit;
	for (uint32_t i = 0; i < t->n; i++) {
		size_t len;
		const char *s = intern_s(&t->names, i, &len);
		size_t w = utf_width(s, len);

		label = w > label ? w : label;
	}
	if (label > d->width * 2 / 5)
		label = d->width * 2 / 5;
	if (label < strlen(d->unit))
		label = strlen(d->unit);
	d->cols = d->width - label - 1;
	set_cut(d);
	d->line = mem_new(2 * (size_t)t->n - 1, sizeof(*d->line));
	d->cell = mem_new(t->n, d->cols);
}

void
dendrogram_put(struct out *o, const struct dendrogram *t, size_t width,
    enum figure_style style)
{
	struct drawing d = {.t = t, .width = width, .style = style};

	if (t->n < 2)
		return;
	open_drawing(&d);
	arrange(&d);
	draw(&d);
	for (uint32_t r = 0; r < t->n; r++)
		put_line(&d, o, r);
	put_scale(&d, o);
	dendrogram_lay_free(&d.l);
	layout_way_free(&d.cut);
	free(d.line);
	free(d.cell);
}
