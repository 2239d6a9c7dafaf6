/* svg_draw - the pictures of plot(1) that pages have too: what the text
 * programs of the room draw, and what has no text form. */
#ifndef SVG_DRAW_H
#define SVG_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "frame.h"
#include "lib/base/out.h"
#include "parts.h"
#include "series.h"
#include "show/common/chart.h"
#include "show/common/dendrogram.h"
#include "show/common/grid.h"
#include "show/common/picture.h"

/* Bars, or points with the intervals of the chart; value: what is shown. */
void bars_draw(struct out *o, const struct plot *p, const struct chart *c,
    const char *value);
void dots_draw(struct out *o, const struct plot *p, const struct chart *c,
    const char *value);

/* Points of a table (NULL: standard input), as picture_put() has them in
 * text; ellipses of factors(1) where the plane is that of axes 1 and 2. */
void map_draw(struct out *o, const struct plot *p, const char *path,
    const struct picture *pic);

void tree_draw(struct out *o, const struct plot *p, const struct dendrogram *t);

/* A break of a series, before the period `at`. */
struct lines_break {
	const char *at;
	size_t series; /* SIZE_MAX: of all */
};

struct lines_rule {
	bool curve; /* no signs, and no figure left out in silence */
	bool log[FRAME_AXES];
	const struct lines_break *brk;
	size_t n_break;
	struct parts *parts; /* NULL: none */
};

void lines_draw(struct out *o, const struct plot *p, const struct lines_rule *r,
    const struct series *s);

struct network_rule {
	size_t col[3];             /* source, target, weight */
	double least;              /* weight */
	size_t most;               /* edges, the heaviest */
	const struct grid *groups; /* of cooccurrents -f communities, or NULL */
};

void network_draw(struct out *o, const struct plot *p,
    const struct network_rule *r, const struct grid *g);

/* A matrix: columns row, column and value of a table. */
void heat_draw(struct out *o, const struct plot *p, const struct grid *g,
    const size_t col[3]);

/* Where things stand in a text: columns position and name of a table. */
void strips_draw(struct out *o, const struct plot *p, const struct grid *g,
    const size_t col[2], struct parts *parts);

#endif
