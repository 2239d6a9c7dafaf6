/* stat_support - how often the nodes of a tree come again in trees of resampled
 * data (Felsenstein 1985): nodes are the same if they hold the same items.
 * R: ape::boot.phylo(tree, data, f), ape::prop.clades(tree, trees) */
#ifndef STAT_SUPPORT_H
#define STAT_SUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stat_tree.h"

struct stat_support {
	uint32_t n;
	bool unrooted;  /* a node and its complement are the same */
	uint64_t *item; /* by item: a number of its own; a set is their sum */
	uint64_t *set;  /* by node of the tree; 0: a set that every tree has */
	uint32_t *by_set; /* nodes, by their sets */
	uint64_t *other;  /* by node of another tree */
	uint64_t *times;  /* by node: trees that have it */
	uint64_t n_tree;
};

void stat_support_open(struct stat_support *s, const struct stat_merge *m,
    uint32_t n, bool unrooted);
void stat_support_close(struct stat_support *s);
/* Another tree of the same items. */
void stat_support_add(struct stat_support *s, const struct stat_merge *m);
/* The share of the trees that have node k; NAN for the set of all items, of
 * an unrooted tree also of all but one. */
double stat_support_of(const struct stat_support *s, uint32_t k);

#endif
