/* svg - a picture as SVG 1.1: text as text, coordinates in points with two
 * decimals at most, strings made safe. */
#ifndef SVG_H
#define SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/out.h"

#define SVG_SIZE 8.0  /* of text that has no size of its own */
#define SVG_SMALL 7.0 /* the smallest text there is */

struct svg {
	struct out *o;
	double width;
	double height;
};

struct svg_at {
	double x;
	double y;
};

struct svg_box {
	double x; /* upper left corner */
	double y;
	double w;
	double h;
};

enum svg_anchor {
	SVG_START,
	SVG_MIDDLE,
	SVG_END
};

/* How text looks; all zero: black, SVG_SIZE, begins at its place. */
struct svg_font {
	double size;
	enum svg_anchor anchor;
	const char *fill;
	bool bold;
	bool up; /* turned, read from below */
};

/* How lines and areas look; NULL is none. */
struct svg_pen {
	const char *stroke;
	double width;
	const char *dash;
	const char *fill;
	double opacity; /* of the area; 0: all of it */
};

enum {
	SVG_HUES = 8
};

/* Colours that the colour-blind tell apart (Okabe and Ito 2008), dark ones
 * first; a series has a hue, a sign and a dash. */
const char *svg_hue(size_t i);
const char *svg_dash(size_t i); /* NULL: a line without gaps */
extern const char svg_grey[];   /* of lines that guide the eye */
extern const char svg_dim[];    /* of text that stands back */

void svg_open(struct svg *v, struct out *o, struct svg_at size);
/* The title that screen readers tell, and the description. */
void svg_tell(struct svg *v, const char *title, const char *desc);
void svg_close(struct svg *v);

/* The one way a figure gets into a picture. */
void svg_num(struct out *o, double v);
/* A string of the input: & < > " as entities, what XML does not allow as
 * U+FFFD. */
void svg_str(struct out *o, const char *s, size_t len);

void svg_text(
    struct svg *v, struct svg_at at, const struct svg_font *f, const char *s);
/* Lines broken at blanks, the first one's base line at at.y; returns the base
 * line of the one behind. */
double svg_lines(struct svg *v, struct svg_at at, double width,
    const struct svg_font *f, const char *s);
/* How many lines these are. */
size_t svg_n_lines(const char *s, double size, double width);
void svg_line(
    struct svg *v, struct svg_at a, struct svg_at b, const struct svg_pen *pen);
void svg_rect(struct svg *v, struct svg_box box, const struct svg_pen *pen);
/* What is drawn between the two is cut at the edges of a box. */
void svg_clip(struct svg *v, struct svg_box box);
void svg_unclip(struct svg *v);
void svg_ellipse(struct svg *v, struct svg_at at, struct svg_at radius,
    double turn, const struct svg_pen *pen);
/* A path: begun with the place, gone on, ended. */
void svg_path(struct svg *v, struct svg_at at);
void svg_to(struct svg *v, struct svg_at at);
void svg_move(struct svg *v, struct svg_at at); /* it goes on from there */
void svg_end(struct svg *v, bool close, const struct svg_pen *pen);
/* The sign of series i at a place, within a circle of that radius: full and
 * open circles, triangles, squares, diamonds. */
void svg_sign(struct svg *v, struct svg_at at, double radius, size_t i,
    const char *colour);

#endif
