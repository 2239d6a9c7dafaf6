/* tree - the least row of several tables, again and again: a tree of losers
 * (Knuth 1973, 5.4.1) over the codes of source.h. */
#ifndef TREE_H
#define TREE_H

#include <stddef.h>
#include <stdint.h>

#include "source.h"

/* A table whose row lost here, or won at node 0, and the code of its row behind
 * the one that won. */
struct tree_node {
	uint64_t code;
	size_t i;
};

struct tree {
	struct source *s;
	size_t n;
	struct tree_node *node;
};

/* Takes the first row of each table. */
void tree_open(struct tree *t, struct source *s, size_t n);
void tree_close(struct tree *t);
/* Goes on by one row.  t->node[0] is the least one: its code is CODE_SAME if
 * its key is that of the row before, of equal ones the first table's comes
 * first; and CODE_END if there is none. */
void tree_next(struct tree *t);

static inline const struct source *
tree_least(const struct tree *t)
{
	return &t->s[t->node[0].i];
}

#endif
