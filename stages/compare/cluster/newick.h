/* newick - trees in the format that phylogeny programs and R's ape read. */
#ifndef NEWICK_H
#define NEWICK_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "stat_tree.h"

/* The tree of n items with the lengths of its branches, on one line;
 * unrooted: three nodes meet at its top (stat_tree_nj). */
void newick_put(struct out *o, const struct stat_merge *m, uint32_t n,
    char *const *name, bool unrooted);

#endif
