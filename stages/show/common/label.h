/* label - labels beside their points, none over another or over a mark. */
#ifndef LABEL_H
#define LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/text/figure.h"
#include "svg.h"

#define LABEL_LINE 1.25 /* from line to line, in sizes of the font */

struct label {
	struct svg_at at;   /* of the point: these seven are the caller's */
	double radius;      /* of its mark; 0: it has none */
	const char *text;   /* "" or NULL: no label */
	double size;        /* of the font */
	bool bold;          /* and may stand far off */
	const char *fill;   /* NULL: black */
	double wide;        /* broken into lines of this width */
	struct svg_box box; /* of the text, found: these are set */
	bool placed;
	bool right;    /* its lines end at the right of the box */
	bool led;      /* by a line, for it is not beside its point */
	size_t number; /* in the key, from 1 on; 0: it is placed whole */
};

/* A line that labels had better not cross. */
struct label_line {
	struct svg_at from;
	struct svg_at to;
};

struct label_area {
	struct svg_box in; /* where labels may stand */
	const struct label_line *line;
	size_t n_line;
};

/* Finds places, those of the first labels first.  A label without a place gets
 * a number instead, if there is room for that, in the order of the labels. */
void label_place(struct label *l, size_t n, const struct label_area *area);
/* Where the line from a point meets its label. */
struct svg_at label_end(const struct label *l);
void label_draw(struct svg *v, const struct label *l, size_t n);

/* Below the picture, "1 loi, 2 budget", and what has not even a number, behind
 * the words of `none`: the points that it needs, and the key. */
struct label_key {
	const struct label *l;
	size_t n;
	const char *none;
	const char *colon;
	enum figure_style style;
};
double label_key_height(const struct label_key *k, double width);
void label_key_put(struct svg *v, const struct label_key *k, struct svg_at at);

#endif
