#include "parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "between.h"
#include "font.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "series.h"

enum {
	MOST = 60 /* more are a grey area */
};

/* Of a picture's width what the text takes, at least. */
static const double room_share = 0.7;

void
parts_read(struct parts *p, const char *path)
{
	size_t col[3];

	grid_read(&p->grid, path);
	intern_open(&p->names);
	col[0] = grid_column(&p->grid, "part");
	col[1] = grid_column(&p->grid, "from");
	col[2] = grid_column(&p->grid, "to");
	p->span = mem_new(p->grid.n_row, sizeof(*p->span));
	for (size_t i = 0; i < p->grid.n_row; i++) {
		const char *name = grid_cell(&p->grid, i, col[0]);
		const struct part_span span = {
		    intern_add(&p->names, name, strlen(name)),
		    series_cell(&p->grid, i, col[1]),
		    series_cell(&p->grid, i, col[2])};

		if (span.from <= span.to &&
		    (p->n == 0 || span.from > p->span[p->n - 1].from))
			p->span[p->n++] = span;
	}
	if (p->n > MOST) {
		note("more than %d parts: they are not drawn", MOST);
		p->n = 0;
	}
}

void
parts_free(struct parts *p)
{
	free(p->span);
	if (p->grid.file == NULL)
		return;
	grid_free(&p->grid);
	intern_free(&p->names);
}

static void
key_text(const struct parts *p, enum figure_style style, struct buf *to)
{
	bool comma = false;
	size_t len;

	for (uint32_t k = 0; k < p->names.n; k++)
		comma =
		    comma || between_has_comma(intern_s(&p->names, k, &len));
	for (uint32_t k = 0; k < p->names.n; k++) {
		buf_str(to, k > 0 ? between(style, comma) : "");
		buf_u64(to, k + 1);
		buf_str(to, "\xC2\xA0");
		buf_str(to, intern_s(&p->names, k, &len));
	}
}

double
parts_key_height(struct parts *p, enum figure_style style, double width)
{
	double all = p->n > 0 ? p->span[p->n - 1].to - p->span[0].from : 0;
	struct buf b = {0};
	double h = 0;

	for (size_t i = 0; i < p->n; i++) {
		size_t len;
		const char *s = intern_s(&p->names, p->span[i].name, &len);
		double room = width * room_share *
		    (p->span[i].to - p->span[i].from) / all;

		p->numbered =
		    p->numbered || font_width(s, len, SVG_SMALL) + 4 > room;
	}
	if (p->numbered) {
		key_text(p, style, &b);
		h = (double)svg_n_lines(b.s, SVG_SMALL, width) * SVG_SMALL *
			1.25 +
		    6;
		buf_free(&b);
	}
	return h;
}

void
parts_key(struct frame *f, const struct parts *p, double y)
{
	struct buf b = {0};

	if (!p->numbered)
		return;
	key_text(p, f->p->style, &b);
	(void)svg_lines(&f->v, (struct svg_at){FRAME_MARGIN, y + SVG_SMALL},
	    f->p->width - 2 * FRAME_MARGIN,
	    &(struct svg_font){.size = SVG_SMALL}, b.s);
	buf_free(&b);
}

static void
put_name(
    struct frame *f, const struct parts *p, uint32_t name, struct svg_at span)
{
	const struct svg_font font = {.size = SVG_SMALL, .fill = svg_dim};
	struct buf b = {0};
	size_t len;

	if (p->numbered)
		buf_u64(&b, name + 1);
	else
		buf_str(&b, intern_s(&p->names, name, &len));
	buf_mem(&b, "", 0);
	if (font_of(b.s) * SVG_SMALL + 3 <= span.y - span.x)
		svg_text(&f->v, (struct svg_at){span.x + 2, f->in.y + 8}, &font,
		    b.s);
	buf_free(&b);
}

void
parts_put(struct frame *f, const struct parts *p)
{
	const struct svg_box *in = &f->in;
	const struct axis *a = &f->axis[FRAME_X];

	for (size_t i = 0; i < p->n; i++) {
		const struct part_span *s = &p->span[i];
		double from;

		if (!(s->from <= a->high && s->to >= a->low))
			continue;
		from = axis_at(a, fmax(s->from, a->low));
		if (s->from > a->low)
			svg_line(&f->v, (struct svg_at){from, in->y},
			    (struct svg_at){from, in->y + in->h},
			    &(struct svg_pen){svg_grey, 0.6, NULL, NULL, 0});
		put_name(f, p, s->name,
		    (struct svg_at){from, axis_at(a, fmin(s->to, a->high))});
	}
}
