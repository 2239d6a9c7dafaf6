/* edges - the edges of a trie: pairs of numbers to the nodes 1, 2, 3 ... behind
 * them, in order of first sight; 0 is the root. */
#ifndef EDGES_H
#define EDGES_H

#include <stddef.h>
#include <stdint.h>

/* All zero is an empty one. */
struct edges {
	uint64_t *pair; /* by node - 1 */
	size_t cap;
	uint32_t *slot; /* node; 0 is a free one */
	unsigned bits;  /* there are 2^bits slots, if any */
	uint32_t n;
};

void edges_free(struct edges *e);
/* The node behind word at a node, made if it is new. */
uint32_t edges_add(struct edges *e, uint32_t node, uint32_t word);

/* The slot of a pair, free or not; there is a free one. */
static inline size_t
edges_slot(const struct edges *e, uint64_t pair)
{
	size_t i = pair * UINT64_C(0x9E3779B97F4A7C15) >> (64 - e->bits);

	while (e->slot[i] != 0 && e->pair[e->slot[i] - 1] != pair)
		i = (i + 1) & (((size_t)1 << e->bits) - 1);
	return i;
}

/* The node behind word at a node, 0 if there is none. */
static inline uint32_t
edges_find(const struct edges *e, uint32_t node, uint32_t word)
{
	return e->n == 0 ? 0
			 : e->slot[edges_slot(e, (uint64_t)node << 32 | word)];
}

#endif
