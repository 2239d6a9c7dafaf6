/* communities - the words of a network in groups that hold together
 * (cooccurrents.1). */
#ifndef COMMUNITIES_H
#define COMMUNITIES_H

#include <stdint.h>

#include "cooc.h"
#include "lib/base/out.h"

/* A table of the words that have an edge, by community; freq is by rank.  Edges
 * are the rows of c whose weight is above 0. */
void communities_write(
    const struct cooc *c, const uint64_t *freq, struct out *o);

#endif
