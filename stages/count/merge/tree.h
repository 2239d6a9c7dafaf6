/* tree - the least row of several tables, again and again: a tree of losers
 * (Knuth 1973, 5.4.1) over the codes of source.h. */
#ifndef TREE_H
#define TREE_H

#include <stddef.h>
#include <stdint.h>

#include "source.h"

enum {
	TREE_BITS = 12,
	TREE_MAX = 1 << TREE_BITS /* tables */
};

struct tree {
	struct source *s;
	size_t n;
	/* code << TREE_BITS | table: of the one whose row lost here to another
	 * one, behind which the code puts it; node 0 has the one that won */
	uint64_t *node;
};

/* Takes the first row of each table. */
void tree_open(struct tree *t, struct source *s, size_t n);
void tree_close(struct tree *t);
/* Goes on by one row. */
void tree_next(struct tree *t);

/* The code of the least row: CODE_SAME if its key is that of the row before (of
 * equal ones the first table's comes first), CODE_END if there is none. */
static inline uint64_t
tree_code(const struct tree *t)
{
	return t->node[0] >> TREE_BITS;
}

static inline const struct source *
tree_least(const struct tree *t)
{
	return &t->s[t->node[0] & (TREE_MAX - 1)];
}

#endif
