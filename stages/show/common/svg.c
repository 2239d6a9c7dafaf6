#include "svg.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "font.h"
#include "lib/text/utf.h"

const char svg_grey[] = "#B0B0B0";
const char svg_dim[] = "#555";

const char *
svg_hue(size_t i)
{
	static const char *const hues[SVG_HUES] = {"#0072B2", "#D55E00",
	    "#009E73", "#CC79A7", "#000", "#E69F00", "#56B4E9", "#777"};

	return hues[i % SVG_HUES];
}

const char *
svg_dash(size_t i)
{
	static const char *const dashes[SVG_HUES] = {NULL, "5 2", "1.5 1.5",
	    "7 2 1.5 2", "3 2", "9 3", "1 3", "5 2 1 2 1 2"};

	return dashes[i % SVG_HUES];
}

/* ---- figures and strings ---- */

/* Hundredths, cut at what no page reaches. */
void
svg_num(struct out *o, double v)
{
	long long n = llround(fmax(-1e9, fmin(1e9, v)) * 100);
	unsigned long long u = (unsigned long long)(n < 0 ? -n : n);

	if (n < 0)
		out_ch(o, '-');
	out_u64(o, u / 100);
	if (u % 100 == 0)
		return;
	out_ch(o, '.');
	out_ch(o, (char)('0' + u / 10 % 10));
	if (u % 10 != 0)
		out_ch(o, (char)('0' + u % 10));
}

/* On one line, and without the controls of Latin-1, which XML has no use for.
 */
void
svg_str(struct out *o, const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		if (cp == '\t' || cp == '\n' || cp == '\r')
			out_ch(o, ' ');
		else if (cp >= 0x80 && cp < 0xA0)
			out_str(o, "\xEF\xBF\xBD");
		else
			utf_put_xml(o, s, n);
		s += n;
	}
}

static void
put_num(struct svg *v, const char *name, double x)
{
	out_ch(v->o, ' ');
	out_str(v->o, name);
	out_str(v->o, "=\"");
	svg_num(v->o, x);
	out_ch(v->o, '"');
}

static void
put_word(struct svg *v, const char *name, const char *s)
{
	out_ch(v->o, ' ');
	out_str(v->o, name);
	out_str(v->o, "=\"");
	out_str(v->o, s);
	out_ch(v->o, '"');
}

static void
put_place(struct out *o, struct svg_at at)
{
	svg_num(o, at.x);
	out_ch(o, ' ');
	svg_num(o, at.y);
}

/* ---- beginning and end ---- */

void
svg_open(struct svg *v, struct out *o, struct svg_at size)
{
	*v = (struct svg){o, size.x, size.y};
	out_str(o, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
	svg_num(o, size.x);
	out_str(o, "pt\" height=\"");
	svg_num(o, size.y);
	out_str(o, "pt\" viewBox=\"0 0 ");
	put_place(o, size);
	out_str(o, "\" role=\"img\" font-family=\"" FONT_FAMILY "\"");
	put_num(v, "font-size", SVG_SIZE);
	out_str(o, ">\n");
}

void
svg_tell(struct svg *v, const char *title, const char *desc)
{
	out_str(v->o, "<title>");
	svg_str(v->o, title, strlen(title));
	out_str(v->o, "</title>\n<desc>");
	svg_str(v->o, desc, strlen(desc));
	out_str(v->o, "</desc>\n<rect");
	put_num(v, "width", v->width);
	put_num(v, "height", v->height);
	out_str(v->o, " fill=\"#fff\"/>\n");
}

void
svg_close(struct svg *v)
{
	out_str(v->o, "</svg>\n");
}

/* ---- text ---- */

/* The width that the layout reckoned with, which a browser keeps where it has
 * none of the fonts but a wider one, as DejaVu Sans: or words would stand over
 * others, and beyond the frame. */
static void
put_width(struct svg *v, const struct svg_font *f, const char *s, size_t len)
{
	double size = f->size > 0 ? f->size : SVG_SIZE;

	if (len < 2 || !font_knows(s, len))
		return;
	put_num(v, "textLength",
	    font_width(s, len, f->bold ? size * FONT_BOLD : size));
	put_word(v, "lengthAdjust", "spacingAndGlyphs");
}

static void
put_text(struct svg *v, struct svg_at at, const struct svg_font *f,
    const char *s, size_t len)
{
	static const char *const anchors[] = {"start", "middle", "end"};

	if (len == 0)
		return;
	out_str(v->o, "<text");
	put_num(v, "x", at.x);
	put_num(v, "y", at.y);
	if (f->size > 0 && f->size != SVG_SIZE)
		put_num(v, "font-size", f->size);
	if (f->anchor != SVG_START)
		put_word(v, "text-anchor", anchors[f->anchor]);
	if (f->bold)
		put_word(v, "font-weight", "bold");
	if (f->fill != NULL)
		put_word(v, "fill", f->fill);
	put_width(v, f, s, len);
	if (f->up) {
		out_str(v->o, " transform=\"rotate(-90 ");
		put_place(v->o, at);
		out_str(v->o, ")\"");
	}
	out_ch(v->o, '>');
	svg_str(v->o, s, len);
	out_str(v->o, "</text>\n");
}

void
svg_text(
    struct svg *v, struct svg_at at, const struct svg_font *f, const char *s)
{
	put_text(v, at, f, s, strlen(s));
}

double
svg_lines(struct svg *v, struct svg_at at, double width,
    const struct svg_font *f, const char *s)
{
	double size = f->size > 0 ? f->size : SVG_SIZE;

	while (*s != '\0') {
		const char *next;
		size_t n = font_line(
		    s, f->bold ? size * FONT_BOLD : size, width, &next);

		put_text(v, at, f, s, n);
		at.y += size * 1.25;
		s = next;
	}
	return at.y;
}

size_t
svg_n_lines(const char *s, double size, double width)
{
	size_t n = 0;

	while (*s != '\0') {
		(void)font_line(s, size, width, &s);
		n++;
	}
	return n;
}

/* ---- shapes ---- */

static void
put_pen(struct svg *v, const struct svg_pen *pen)
{
	put_word(v, "fill", pen->fill != NULL ? pen->fill : "none");
	if (pen->fill != NULL && pen->opacity > 0)
		put_num(v, "fill-opacity", pen->opacity);
	if (pen->stroke != NULL) {
		put_word(v, "stroke", pen->stroke);
		put_num(v, "stroke-width", pen->width);
		if (pen->dash != NULL)
			put_word(v, "stroke-dasharray", pen->dash);
	}
	out_str(v->o, "/>\n");
}

void
svg_line(
    struct svg *v, struct svg_at a, struct svg_at b, const struct svg_pen *pen)
{
	svg_path(v, a);
	svg_to(v, b);
	svg_end(v, false, pen);
}

void
svg_rect(struct svg *v, struct svg_box box, const struct svg_pen *pen)
{
	out_str(v->o, "<rect");
	put_num(v, "x", box.x);
	put_num(v, "y", box.y);
	put_num(v, "width", fmax(box.w, 0));
	put_num(v, "height", fmax(box.h, 0));
	put_pen(v, pen);
}

void
svg_clip(struct svg *v, struct svg_box box)
{
	out_str(v->o, "<svg");
	put_num(v, "x", box.x);
	put_num(v, "y", box.y);
	put_num(v, "width", box.w);
	put_num(v, "height", box.h);
	out_str(v->o, " viewBox=\"");
	put_place(v->o, (struct svg_at){box.x, box.y});
	out_ch(v->o, ' ');
	put_place(v->o, (struct svg_at){box.w, box.h});
	out_str(v->o, "\">\n");
}

void
svg_unclip(struct svg *v)
{
	out_str(v->o, "</svg>\n");
}

void
svg_ellipse(struct svg *v, struct svg_at at, struct svg_at radius, double turn,
    const struct svg_pen *pen)
{
	bool round = radius.x == radius.y;

	out_str(v->o, round ? "<circle" : "<ellipse");
	put_num(v, "cx", at.x);
	put_num(v, "cy", at.y);
	put_num(v, round ? "r" : "rx", radius.x);
	if (!round)
		put_num(v, "ry", radius.y);
	if (turn != 0 && !round) {
		out_str(v->o, " transform=\"rotate(");
		svg_num(v->o, turn);
		out_ch(v->o, ' ');
		put_place(v->o, at);
		out_str(v->o, ")\"");
	}
	put_pen(v, pen);
}

void
svg_path(struct svg *v, struct svg_at at)
{
	out_str(v->o, "<path d=\"M");
	put_place(v->o, at);
}

void
svg_to(struct svg *v, struct svg_at at)
{
	out_ch(v->o, 'L');
	put_place(v->o, at);
}

void
svg_move(struct svg *v, struct svg_at at)
{
	out_ch(v->o, 'M');
	put_place(v->o, at);
}

void
svg_end(struct svg *v, bool close, const struct svg_pen *pen)
{
	out_str(v->o, close ? "Z\"" : "\"");
	put_pen(v, pen);
}

void
svg_sign(struct svg *v, struct svg_at at, double radius, size_t i,
    const char *colour)
{
	static const struct svg_at corners[][4] = {
	    {{0, -1}, {0.87, 0.6}, {-0.87, 0.6}, {0, -1}},
	    {{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}},
	    {{0, -1.1}, {1.1, 0}, {0, 1.1}, {-1.1, 0}}};
	const struct svg_pen pen = {
	    colour, 0.9, NULL, i % 2 == 0 ? colour : "#fff", 0};
	size_t shape = i / 2 % 4;

	if (shape == 0) {
		svg_ellipse(v, at, (struct svg_at){radius, radius}, 0, &pen);
		return;
	}
	for (size_t k = 0; k < 4; k++) {
		const struct svg_at to = {
		    at.x + radius * corners[shape - 1][k].x,
		    at.y + radius * corners[shape - 1][k].y};

		if (k == 0)
			svg_path(v, to);
		else
			svg_to(v, to);
	}
	svg_end(v, true, &pen);
}
