#include "layout.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text/utf.h"

enum {
	MIN_TEXT = 8,
	MIN_HEAD = 4
};

void
layout_open(struct layout *t, size_t n_col)
{
	*t = (struct layout){.n_col = n_col};
	t->col = mem_new(n_col, sizeof(*t->col));
}

void
layout_column(struct layout *t, size_t k, const char *head, bool figures)
{
	t->col[k].head = head;
	t->col[k].figures = figures;
	t->col[k].width = utf_width(head, strlen(head));
}

void
layout_add(struct layout *t, const char *s, int places)
{
	struct layout_column *c = &t->col[t->n_cell % t->n_col];
	struct buf b = {0};
	size_t whole;
	size_t w;

	if (c->figures)
		figure_put(
		    &b, s, places, t->style | (c->counts ? FIGURE_FOUR : 0u));
	else
		buf_str(&b, s);
	w = utf_width(b.s, b.len);
	whole = c->figures ? figure_whole(b.s, t->style) : w;
	c->whole = whole > c->whole ? whole : c->whole;
	c->rest = w - whole > c->rest ? w - whole : c->rest;
	if (c->whole + c->rest > c->width)
		c->width = c->whole + c->rest;
	t->cell = mem_grow(t->cell, &t->cap, t->n_cell + 1, sizeof(*t->cell));
	t->cell[t->n_cell++] = b.s;
}

void
layout_free(struct layout *t)
{
	for (size_t i = 0; i < t->n_cell; i++)
		free(t->cell[i]);
	free(t->cell);
	for (size_t k = 0; k < t->n_col; k++)
		layout_way_free(&t->col[k].cut);
	free(t->col);
}

/* ---- widths ---- */

/* The widest column that may lose one more; NULL if there is none. */
static struct layout_column *
widest(struct layout *t, bool figures)
{
	struct layout_column *best = NULL;

	for (size_t k = 0; k < t->n_col; k++) {
		struct layout_column *c = &t->col[k];
		size_t least = MIN_TEXT;

		if (c->figures) {
			least = c->whole + c->rest;
			least = least < MIN_HEAD ? MIN_HEAD : least;
		}
		if (c->figures == figures && c->width > least &&
		    (best == NULL || c->width > best->width))
			best = c;
	}
	return best;
}

/* Takes columns off, from total down to width; returns what is left. */
static size_t
take_off(struct layout *t, bool figures, size_t total, size_t width)
{
	struct layout_column *c;

	while (total > width && (c = widest(t, figures)) != NULL) {
		c->width--;
		total--;
	}
	return total;
}

static size_t
between(const struct layout *t)
{
	return t->grid ? 3 : 2;
}

/* Which columns all blocks have: those of text, cut to half of the width in
 * all, or the first where they are too many. */
static void
choose_keys(struct layout *t, size_t width)
{
	size_t total = 0;

	for (size_t k = 0; k < t->n_col; k++) {
		struct layout_column *c = &t->col[k];

		c->key = !c->figures;
		total += c->key ? c->width + between(t) : 0;
	}
	total = take_off(t, false, total, width / 2);
	for (size_t k = 0; k < t->n_col; k++)
		if (total == 0 || total > width / 2)
			t->col[k].key = k == 0;
}

/* Columns of text shrink first, then headings over figures. */
static void
shrink(struct layout *t, size_t width)
{
	size_t total = t->grid ? 4 : 0;
	size_t *old = mem_new(t->n_col, sizeof(*old));

	for (size_t k = 0; k < t->n_col; k++) {
		old[k] = t->col[k].width;
		total += t->col[k].width + (k > 0 ? between(t) : 0);
	}
	total = take_off(t, false, total, width);
	if (take_off(t, true, total, width) > width) {
		for (size_t k = 0; k < t->n_col; k++)
			t->col[k].width = old[k];
		choose_keys(t, width);
	}
	free(old);
}

/* ---- output ---- */

static void
put(struct layout *t, const char *s, size_t len)
{
	if (len == 0)
		return;
	memset(out_room(t->out, t->pad), ' ', t->pad);
	t->out->b.len += t->pad;
	t->pad = 0;
	out_mem(t->out, s, len);
}

static void
end_line(struct layout *t)
{
	t->pad = 0;
	out_ch(t->out, '\n');
}

/* A text within width columns; returns the blanks still missing. */
static size_t
put_cut(
    struct layout *t, const char *s, size_t width, const struct layout_way *way)
{
	struct buf b = {0};
	size_t w = layout_cut(&b, s, width, way);

	put(t, b.s, b.len);
	buf_free(&b);
	return width - w;
}

/* How the texts of columns are cut. */
static void
choose_cuts(struct layout *t)
{
	for (size_t k = 0; k < t->n_col; k++) {
		struct layout_column *c = &t->col[k];

		if (!c->figures && c->width < c->whole && c->width > 2 &&
		    t->n_cell > 0)
			c->cut = layout_way_of(t->cell + k,
			    t->n_cell / t->n_col, t->n_col, c->width);
	}
}

static void
put_head(struct layout *t, const struct layout_column *c)
{
	static const struct layout_way whole = {0};
	size_t w = utf_width(c->head, strlen(c->head));

	if (c->figures && w < c->width)
		t->pad += c->width - w;
	w = put_cut(t, c->head, c->width, &whole);
	if (!c->figures)
		t->pad += w;
}

static void
put_cell(struct layout *t, const struct layout_column *c, const char *s)
{
	size_t w;

	if (!c->figures) {
		w = put_cut(t, s, c->width, &c->cut);
		t->pad += w;
		return;
	}
	w = figure_whole(s, t->style);
	t->pad += c->width - c->rest - w;
	put(t, s, strlen(s));
	t->pad += c->rest - (utf_width(s, strlen(s)) - w);
}

static bool
is_shown(const struct layout *t, size_t k)
{
	return k >= t->from || t->col[k].key;
}

/* A line of cells; row SIZE_MAX is the heading. */
static void
put_row(struct layout *t, size_t row)
{
	static const char bar[] = "\xE2\x94\x82";

	bool first = true;

	for (size_t k = 0; k < t->to; k++) {
		if (!is_shown(t, k))
			continue;
		if (t->grid) {
			t->pad += !first;
			put(t, bar, 3);
			t->pad = 1;
		} else if (!first)
			t->pad += 2;
		first = false;
		if (row == SIZE_MAX)
			put_head(t, &t->col[k]);
		else
			put_cell(t, &t->col[k], t->cell[row * t->n_col + k]);
	}
	if (t->grid) {
		t->pad++;
		put(t, bar, 3);
	}
	end_line(t);
}

/* A rule; ends: the signs at its left, between columns and at its right. */
static void
put_rule(struct layout *t, const char *const ends[3])
{
	bool first = true;

	for (size_t k = 0; k < t->to; k++) {
		size_t n = t->col[k].width + (t->grid ? 2 : 0);

		if (!is_shown(t, k))
			continue;
		if (t->grid)
			put(t, ends[!first], 3);
		else if (!first)
			t->pad += 2;
		first = false;
		while (n-- > 0)
			put(t, "\xE2\x94\x80", 3);
	}
	if (t->grid)
		put(t, ends[2], 3);
	end_line(t);
}

static void
put_block(struct layout *t)
{
	static const char *const top[] = {
	    "\xE2\x94\x8C", "\xE2\x94\xAC", "\xE2\x94\x90"};
	static const char *const middle[] = {
	    "\xE2\x94\x9C", "\xE2\x94\xBC", "\xE2\x94\xA4"};
	static const char *const bottom[] = {
	    "\xE2\x94\x94", "\xE2\x94\xB4", "\xE2\x94\x98"};

	if (t->grid)
		put_rule(t, top);
	put_row(t, SIZE_MAX);
	put_rule(t, middle);
	for (size_t i = 0; i < t->n_cell / t->n_col; i++)
		put_row(t, i);
	if (t->grid)
		put_rule(t, bottom);
}

/* The end of the block whose columns begin at t->from: as many as fit, one
 * beside the keys at least. */
static size_t
block_end(const struct layout *t, size_t width)
{
	size_t total = t->grid ? 4 : 0;
	bool beside = false;
	size_t k;

	for (k = 0; k < t->n_col; k++) {
		if (!is_shown(t, k))
			continue;
		total += t->col[k].width;
		if (width > 0 && total > width && beside)
			break;
		total += between(t);
		beside = beside || !t->col[k].key;
	}
	return k;
}

void
layout_put(struct layout *t, struct out *o, size_t width)
{
	t->out = o;
	if (width > 0)
		shrink(t, width);
	choose_cuts(t);
	do {
		t->to = block_end(t, width);
		if (t->from > 0)
			end_line(t);
		put_block(t);
		t->from = t->to;
	} while (t->to < t->n_col);
}
