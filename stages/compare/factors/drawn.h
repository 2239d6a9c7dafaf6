/* drawn - where the parts of an analysis would lie if their units (speeches)
 * were others: the partial bootstrap, in which units of a part are drawn anew
 * and put on the axes as they are (Lebart 2006; Greenacre 2007, chapter 29). */
#ifndef DRAWN_H
#define DRAWN_H

#include <stdint.h>

#include "placed.h"
#include "stat_ca.h"
#include "stat_place.h"

/* A region of 95 % in the plane of axes 1 and 2. */
struct drawn_region {
	double centre[2];
	struct stat_place_ellipse ellipse;
};

/* By part; NAN where there are fewer than 3 units or 2 axes.
 *
 * A unit has made the axes with others, and lies farther out on them than one
 * of the same part would that had not: on axis k by (self - words^2 / n) G_k /
 * value_k, where G is the place of its part.  That is taken out: by simulation
 * the true place lies in 1 to 6 of 10 ellipses around the points as they are,
 * and in 9 of 10 around these centres. */
void drawn_regions(const struct placed *u, const struct stat_ca *a,
    uint32_t reps, uint64_t seed, struct drawn_region *to);

#endif
