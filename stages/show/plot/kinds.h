/* kinds - the pictures that plot draws, each from what a text program of the
 * room draws (plot.1). */
#ifndef KINDS_H
#define KINDS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/out.h"
#include "parts.h"
#include "series.h"
#include "show/common/frame.h"
#include "show/common/grid.h"
#include "show/common/svg_draw.h"

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

struct cloud_word {
	const char *s;
	double value; /* above 0 */
};

/* Words in letters whose area grows with the value, the largest `most` of them;
 * they are put in order. */
void cloud_draw(struct out *o, const struct plot *p, struct cloud_word *word,
    size_t n, size_t most);

/* A matrix: columns row, column and value of a table. */
void heat_draw(struct out *o, const struct plot *p, const struct grid *g,
    const size_t col[3]);

/* Where things stand in a text: columns position and name of a table. */
void strips_draw(struct out *o, const struct plot *p, const struct grid *g,
    const size_t col[2], struct parts *parts);

#endif
