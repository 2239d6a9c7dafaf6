/* stress - places for the nodes of a network, near where edges are */
#ifndef STRESS_H
#define STRESS_H

#include <stddef.h>
#include <stdint.h>

#include "show/common/svg.h"

struct stress_edge {
	uint32_t from;
	uint32_t to;
};

/* Places of n nodes, an edge being about 1 long, pieces of the network side by
 * side; the same network has the same places.  Distances on the plane follow
 * those along edges as well as they can: stress majorisation from a radial
 * tree (Gansner, Koren and North 2005; Kamada and Kawai 1989 for the weights
 * 1 / d^2).  In R: igraph::layout_with_kk() minimises the same. */
void stress_lay(struct svg_at *at, uint32_t n, const struct stress_edge *edge,
    size_t n_edge);

#endif
