/* network - pairs of words as the edges of a graph (cooccurrents.1). */
#ifndef NETWORK_H
#define NETWORK_H

#include <stdint.h>

#include "cooc.h"
#include "lib/base/out.h"

/* Leaves the rows of a maximum spanning tree, or of one for each component:
 * Kruskal (1956) over the rows in their order, so that of edges as heavy the
 * first by name stays.  Returns the number of trees. */
uint32_t network_tree(struct cooc *c);
/* source target weight f F_source F_target */
void network_put_edges(const struct cooc *c, struct out *o);
/* GraphML with the words that have an edge; freq by rank is their node's. */
void network_put_graphml(
    const struct cooc *c, const uint64_t *freq, struct out *o);

#endif
