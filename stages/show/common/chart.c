#include "chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cell.h"
#include "lib/base/mem.h"
#include "lib/text/utf.h"

enum {
	MIN_BAR = 10,
	WIDE = 2 /* times the largest value: the most that intervals reach */
};

void
chart_add(struct chart *c, const struct chart_row *row, const char *value)
{
	struct buf b = {0};
	struct chart_row *r;

	c->row = mem_grow(c->row, &c->cap, c->n + 1, sizeof(*c->row));
	r = &c->row[c->n++];
	*r = *row;
	if (!c->interval)
		r->low = r->high = (double)NAN;
	figure_put(&b, *value != '\0' ? value : "NA", c->places, c->style);
	r->figure = b.s;
}

/* ---- scale ---- */

static size_t
larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static void
measure_text(struct chart *c)
{
	size_t least = c->width * 2 / 5;

	for (size_t i = 0; i < c->n; i++) {
		const struct chart_row *r = &c->row[i];
		const char *s = r->label;
		size_t whole = figure_whole(r->figure, c->style);
		size_t w = utf_width(r->figure, strlen(r->figure));

		c->label = larger(c->label, utf_width(s, strlen(s)));
		c->whole = larger(c->whole, whole);
		c->rest = larger(c->rest, w - whole);
	}
	if (c->label > least)
		c->label = least;
}

void
chart_range(const struct chart *c, double *least, double *most)
{
	double min = 0;
	double max = 0;
	double low = 0;
	double high = 0;
	double reach;

	for (size_t i = 0; i < c->n; i++) {
		const struct chart_row *r = &c->row[i];

		min = fmin(min, r->value);
		max = fmax(max, r->value);
		low = fmin(low, fmin(r->low, r->high));
		high = fmax(high, fmax(r->low, r->high));
	}
	/* one that says nothing must not press the others flat */
	reach = fmax(-min, max) > 0 ? WIDE * fmax(-min, max) : HUGE_VAL;
	*least = fmin(min, fmax(low, -reach));
	*most = fmax(max, fmin(high, reach));
}

/* Labels that begin alike are told apart. */
static void
set_cut(struct chart *c)
{
	char **label = mem_new(c->n, sizeof(*label));

	for (size_t i = 0; i < c->n; i++)
		label[i] = mem_string(c->row[i].label);
	c->cut = layout_way_of(label, c->n, 1, c->label);
	for (size_t i = 0; i < c->n; i++)
		free(label[i]);
	free(label);
}

static void
measure(struct chart *c)
{
	double min;
	double max;
	size_t used;

	measure_text(c);
	if (!c->ascii)
		set_cut(c);
	chart_range(c, &min, &max);
	used = c->label + 2 + c->whole + c->rest + 1;
	used = c->width > used + MIN_BAR ? c->width - used : MIN_BAR;
	bar_open(&c->bar, used, min, max);
}

/* ---- output ---- */

/* Everything between label and figure; returns its columns. */
static size_t
put_bar(struct chart *c, const struct chart_row *r)
{
	if (c->interval && !isnan(r->value))
		return bar_interval(&c->bar, c->out, r->value, r->low, r->high);
	return bar_put(&c->bar, c->out, r->value);
}

static const char *
mark(const struct chart *c)
{
	return c->ascii ? ".." : "\xE2\x80\xA6";
}

static void
put_label(struct chart *c, const char *s)
{
	struct buf b = {0};
	size_t w;

	if (c->ascii)
		w = cell_cut(c->out, s, c->label, mark(c));
	else {
		w = layout_cut(&b, s, c->label, &c->cut);
		out_mem(c->out, b.s, b.len);
	}
	cell_pad(c->out, c->label - w + 2);
	buf_free(&b);
}

static void
put_row(struct chart *c, const struct chart_row *r)
{
	bool aligned = c->bar.axis || c->interval;
	size_t used;

	put_label(c, r->label);
	used = put_bar(c, r);
	if (aligned)
		cell_pad(c->out,
		    c->bar.cols - used + 1 + c->whole -
			figure_whole(r->figure, c->style));
	else if (used > 0)
		cell_pad(c->out, 1);
	out_str(c->out, r->figure);
	out_ch(c->out, '\n');
}

void
chart_put(struct chart *c, struct out *o)
{
	c->out = o;
	c->bar.ascii = c->ascii;
	measure(c);
	for (size_t i = 0; i < c->n; i++) {
		const struct chart_row *r = &c->row[i];

		if (r->group != NULL) {
			if (i > 0)
				out_ch(o, '\n');
			(void)cell_cut(c->out, r->group, c->width, mark(c));
			out_ch(o, '\n');
		}
		put_row(c, r);
	}
}

void
chart_free(struct chart *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->row[i].figure);
	free(c->row);
	layout_way_free(&c->cut);
}
