/* stat_tree - trees from distances: agglomerative clustering and neighbour
 * joining.
 *
 * d holds the distances of n items, i < j, row by row: d(0,1), d(0,2), ...
 * d(1,2), ..., finite and not negative; it is overwritten.  m gets n - 1
 * merges.  The left node is the one that holds the item that comes first; of
 * equal candidates that pair is taken whose left node's first item comes first,
 * then whose right one's does. */
#ifndef STAT_TREE_H
#define STAT_TREE_H

#include <stddef.h>
#include <stdint.h>

struct stat_merge {
	uint32_t left; /* item 0 .. n - 1, or n + number of the merge */
	uint32_t right;
	uint32_t size;      /* items in it */
	double height;      /* NAN: the method has none */
	double left_length; /* of the branches down to them: a path between two
			       items is as long as the height they meet at */
	double right_length;
};

enum stat_linkage {
	STAT_WARD,     /* Ward (1963); R: hclust(d, "ward.D2") */
	STAT_AVERAGE,  /* UPGMA, Sokal & Michener (1958); R: "average" */
	STAT_COMPLETE, /* furthest neighbour; R: "complete" */
};

/* By the formula of Lance & Williams (1967). */
void stat_tree_linkage(
    double *d, uint32_t n, enum stat_linkage method, struct stat_merge *m);
/* Neighbour joining, Saitou & Nei (1987) with the criterion of Studier &
 * Keppler (1988).  The tree has no root: of the last merge, which joins the
 * centre that three nodes meet in with the third one, only right_length is
 * real and left_length is 0 (two items: half the distance each).  Lengths may
 * be negative.  Criteria that differ by less than 1e-12 of the largest
 * distance are equal. */
void stat_tree_nj(double *d, uint32_t n, struct stat_merge *m);
/* The group, 0 .. k - 1 in the order of their first items, of each item, if
 * the last k - 1 merges are undone; 1 <= k <= n.  R: cutree(h, k) - 1 */
void stat_tree_cut(
    const struct stat_merge *m, uint32_t n, uint32_t k, uint32_t *group);

#endif
