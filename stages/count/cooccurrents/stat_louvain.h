/* stat_louvain - communities of a weighted network without direction: groups
 * of nodes with more weight inside than their strengths would give by chance.
 *
 * The method of Blondel, Guillaume, Lambiotte & Lefebvre (2008): each node in
 * turn goes to the group of a neighbour where the modularity of Newman & Girvan
 * (2004) gains most, until none gains; then groups become nodes, and so on.
 * Nodes come in the order of their numbers and of equal gains the group of the
 * lowest number counts, so that a network has one answer.  A maximum for single
 * moves, not always the greatest. */
#ifndef STAT_LOUVAIN_H
#define STAT_LOUVAIN_H

#include <stddef.h>
#include <stdint.h>

struct stat_edge {
	uint32_t a;
	uint32_t b;    /* another node than a; each pair once */
	double weight; /* > 0 */
};

/* group[] of n nodes, numbered by their first nodes; returns how many. */
uint32_t stat_louvain(
    const struct stat_edge *edge, size_t n_edge, uint32_t n, uint32_t *group);
/* R, igraph: modularity(g, group, weights = w) */
double stat_modularity(const struct stat_edge *edge, size_t n_edge, uint32_t n,
    const uint32_t *group);

#endif
