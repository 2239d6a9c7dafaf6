/* newick - a tree in the format that programs for phylogenies read. */
#ifndef NEWICK_H
#define NEWICK_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "stat_support.h"
#include "stat_tree.h"

struct newick {
	struct out *o;
	const struct stat_merge *m;
	uint32_t n;
	char *const *name;
	const struct stat_support *support; /* or NULL */
};

/* The tree with the lengths of its branches, on one line; unrooted: three nodes
 * meet at its top (stat_tree_nj). */
void newick_put(const struct newick *to, bool unrooted);

#endif
