/* strips - where things stand along a text, a strip each */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "font.h"
#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "svg_draw.h"

static const double least_high = 15; /* of a strip */
static const double same = 0.3;      /* points apart: one line */
static const double crowd = 2;       /* points for each: strokes are told */
static const double passage = 2;     /* points: where they are not */

struct strips {
	const struct plot *p;
	const struct grid *g;
	const size_t *col;
	struct parts *parts;
	struct intern names;
	uint32_t *name; /* by row */
	double *place;  /* by row; NAN: it has none */
	uint64_t *n;    /* by name */
	struct frame f;
	double label;
	double count;
	double high;  /* of a strip */
	bool crowded; /* no room for a stroke each, in one strip at least */
};

static const char *
name_of(const struct strips *s, uint32_t k)
{
	size_t len;

	return intern_s(&s->names, k, &len);
}

static void
add_name(struct strips *s, const char *name, size_t *cap)
{
	uint32_t known = s->names.n;

	(void)intern_add(&s->names, name, strlen(name));
	s->n = mem_grow(s->n, cap, s->names.n, sizeof(*s->n));
	if (s->names.n > known)
		s->n[known] = 0;
}

/* In the order of the table of parts, if it has the patterns, else in that of
 * their first places. */
static void
read_names(struct strips *s)
{
	const struct grid *g = &s->parts->grid;
	size_t col = g->n_col > 0 ? grid_has(g, "pattern") : SIZE_MAX;
	size_t cap = 0;

	for (size_t i = 0; col != SIZE_MAX && i < g->n_row; i++)
		add_name(s, grid_cell(g, i, col), &cap);
	s->name = mem_new(s->g->n_row, sizeof(*s->name));
	s->place = mem_new(s->g->n_row, sizeof(*s->place));
	for (size_t i = 0; i < s->g->n_row; i++) {
		const char *name = grid_cell(s->g, i, s->col[1]);

		add_name(s, name, &cap);
		s->name[i] = intern_find(&s->names, name, strlen(name));
		s->place[i] = series_cell(s->g, i, s->col[0]);
		if (!isnan(s->place[i]))
			s->n[s->name[i]]++;
	}
}

/* From the first place to the last, of the parts if these are known. */
static void
set_scale(struct strips *s)
{
	double from = 1;
	double to = 1;

	for (size_t i = 0; i < s->g->n_row; i++) {
		from = fmin(from, s->place[i]);
		to = fmax(to, s->place[i]);
	}
	for (size_t i = 0; i < s->parts->n; i++)
		to = fmax(to, s->parts->span[i].to);
	axis_open(&s->f.axis[FRAME_X], from, to, false);
	s->f.axis[FRAME_X].whole = true;
}

/* A line each, from the top of a strip to its end. */
static void
put_strokes(struct strips *s, uint32_t k, double top)
{
	const struct svg_pen pen = {svg_hue(0), 0.5, NULL, NULL, 0};
	double last = -HUGE_VAL;

	for (size_t i = 0; i < s->g->n_row; i++) {
		double x = axis_at(&s->f.axis[FRAME_X], s->place[i]);

		if (s->name[i] != k || isnan(x) || fabs(x - last) < same)
			continue;
		if (isinf(last))
			svg_path(&s->f.v, (struct svg_at){x, top + 2});
		else
			svg_move(&s->f.v, (struct svg_at){x, top + 2});
		svg_to(&s->f.v, (struct svg_at){x, top + s->high - 2});
		last = x;
	}
	if (!isinf(last))
		svg_end(&s->f.v, false, &pen);
}

/* How many stand in each passage, the darker the more. */
static void
put_shades(struct strips *s, uint32_t k, double top)
{
	static const char *const shade[] = {
	    "#D6E6F2", "#A8CCE4", "#6FAAD2", "#2F80B5", "#004C78"};
	const size_t n_shade = sizeof(shade) / sizeof(*shade);
	const struct svg_box *in = &s->f.in;
	const size_t n = (size_t)(in->w / passage);
	const double wide = in->w / (double)n;
	uint64_t *count = mem_new(n, sizeof(*count));
	uint64_t most = 1;

	for (size_t i = 0; i < s->g->n_row; i++) {
		double x = axis_at(&s->f.axis[FRAME_X], s->place[i]);
		size_t at =
		    (size_t)fmin(fmax((x - in->x) / wide, 0), (double)n - 1);

		if (s->name[i] == k && !isnan(x) && ++count[at] > most)
			most = count[at];
	}
	for (size_t c = 0; c < n_shade; c++) {
		const struct svg_pen pen = {shade[c], wide, NULL, NULL, 0};
		size_t n_drawn = 0;

		for (size_t i = 0; i < n; i++) {
			const double x = in->x + ((double)i + 0.5) * wide;

			if (count[i] == 0 ||
			    (count[i] * n_shade - 1) / most != c)
				continue;
			(n_drawn++ > 0 ? svg_move : svg_path)(
			    &s->f.v, (struct svg_at){x, top + 2});
			svg_to(&s->f.v, (struct svg_at){x, top + s->high - 2});
		}
		if (n_drawn > 0)
			svg_end(&s->f.v, false, &pen);
	}
	free(count);
}

static void
put_strip(struct strips *s, uint32_t k, double top)
{
	const struct svg_box *in = &s->f.in;
	const double middle = top + s->high / 2 + SVG_SIZE * 0.36;
	struct buf b = {0};

	svg_rect(&s->f.v, (struct svg_box){in->x, top + 2, in->w, s->high - 4},
	    &(struct svg_pen){NULL, 0, NULL, "#F0F0F0", 0});
	if (s->crowded)
		put_shades(s, k, top);
	else
		put_strokes(s, k, top);
	frame_label(&s->f, (struct svg_at){in->x - 4, middle}, s->label,
	    SVG_END, name_of(s, k));
	frame_figure(s->p, (double)s->n[k], &b);
	svg_text(&s->f.v, (struct svg_at){s->p->width - FRAME_MARGIN, middle},
	    &(struct svg_font){.anchor = SVG_END}, b.s);
	buf_free(&b);
}

static void
measure(struct strips *s)
{
	for (uint32_t k = 0; k < s->names.n; k++) {
		struct buf b = {0};

		frame_figure(s->p, (double)s->n[k], &b);
		s->count = fmax(s->count, font_of(b.s) * SVG_SIZE);
		s->label =
		    fmax(s->label, font_of(name_of(s, k)) * SVG_SIZE + 0.01);
		buf_free(&b);
	}
	s->label = fmin(s->label, s->p->width * 0.3);
	s->high = least_high;
	for (uint32_t k = 0; k < s->names.n; k++)
		s->high = fmax(s->high,
		    (double)frame_lines(name_of(s, k), s->label) * FRAME_LINE +
			5);
}

static void
describe(const struct strips *s, struct buf *to)
{
	buf_str(to, frame_word(s->p, "Occurrences"));
	buf_str(to, frame_word(s->p, ":"));
	for (uint32_t k = 0; k < s->names.n; k++) {
		buf_str(to, k > 0 ? ", " : " ");
		buf_str(to, name_of(s, k));
		buf_str(to, " ");
		frame_figure(s->p, (double)s->n[k], to);
	}
	buf_str(to, ".");
}

static void
draw(struct strips *s, struct out *o)
{
	const char *x = s->p->axis[FRAME_X] != NULL ? s->p->axis[FRAME_X]
						    : s->g->name[s->col[0]];
	const char *title[FRAME_AXES] = {x, NULL};
	double top = frame_head(s->p);
	double names = s->parts->n > 0 ? 11 : 0;
	double key = parts_key_height(
	    s->parts, s->p->style, s->p->width - 2 * FRAME_MARGIN);
	double rows;
	double bottom;
	struct buf desc = {0};

	measure(s);
	rows = s->high * (double)s->names.n;
	bottom = top + names + rows + 26;
	describe(s, &desc);
	frame_open(&s->f, o, s->p, bottom + key + FRAME_MARGIN,
	    (const char *[]){frame_word(s->p, "Occurrences"), desc.s});
	s->f.in = (struct svg_box){FRAME_MARGIN + s->label + 4, top,
	    s->p->width - 2 * FRAME_MARGIN - s->label - s->count - 12,
	    names + rows + 2};
	set_scale(s);
	axis_lay(
	    &s->f.axis[FRAME_X], s->f.in.x, s->f.in.x + s->f.in.w, 48, false);
	for (uint32_t k = 0; k < s->names.n; k++)
		s->crowded = s->crowded || (double)s->n[k] * crowd > s->f.in.w;
	for (uint32_t k = 0; k < s->names.n; k++)
		put_strip(s, k, top + names + k * s->high);
	parts_put(&s->f, s->parts);
	parts_key(&s->f, s->parts, bottom + 4);
	frame_put_axes(&s->f, title, false);
	frame_close(&s->f);
	buf_free(&desc);
}

void
strips_draw(struct out *o, const struct plot *p, const struct grid *g,
    const size_t col[2], struct parts *parts)
{
	struct strips s = {.p = p, .g = g, .col = col, .parts = parts};

	intern_open(&s.names);
	read_names(&s);
	if (s.names.n > 0)
		draw(&s, o);
	else
		frame_none(o, p, frame_word(p, "Occurrences"));
	free(s.name);
	free(s.place);
	free(s.n);
	intern_free(&s.names);
}
