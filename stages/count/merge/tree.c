#include "tree.h"

#include <stdbool.h>
#include <stdlib.h>

#include "lib/base/mem.h"

/* The codes are the same: the rows tell. Returns the one that comes first; what
 * the other becomes stays at node p. */
static uint64_t
compare_rows(struct tree *t, size_t p, uint64_t a, uint64_t b)
{
	size_t i = a & (TREE_MAX - 1);
	size_t j = b & (TREE_MAX - 1);
	uint64_t code = a >> TREE_BITS;

	if (source_same(&t->s[i], &t->s[j])) {
		t->node[p] = CODE_SAME << TREE_BITS | j;
		return a;
	}
	if (source_compare(&t->s[i], &t->s[j], &code) < 0) {
		t->node[p] = code << TREE_BITS | j;
		return a;
	}
	t->node[p] = code << TREE_BITS | i;
	return b;
}

/* What comes up meets what waits at node p; the loser stays there.  Who wins
 * cannot be foreseen: the choice is made without a branch. */
static inline uint64_t
meet(struct tree *t, size_t p, uint64_t up)
{
	uint64_t here = t->node[p];
	uint64_t least = here < up ? here : up;
	uint64_t most = here < up ? up : here;

	if ((here ^ up) < TREE_MAX && least >= TREE_MAX &&
	    least < CODE_END << TREE_BITS)
		return compare_rows(t, p, least, most);
	t->node[p] = most;
	return least;
}

static uint64_t
take_row(struct tree *t, size_t i)
{
	source_next(&t->s[i]);
	return t->s[i].code << TREE_BITS | i;
}

void
tree_open(struct tree *t, struct source *s, size_t n)
{
	bool *waits = mem_new(n, sizeof(*waits));

	*t = (struct tree){.s = s, .n = n};
	t->node = mem_new(n, sizeof(*t->node));
	for (size_t i = 0; i < n; i++) {
		uint64_t up = take_row(t, i);
		size_t p = (n + i) / 2;

		/* the first of the two that come to a node waits there */
		for (; p > 0 && waits[p]; p /= 2)
			up = meet(t, p, up);
		waits[p] = true;
		t->node[p] = up;
	}
	free(waits);
}

void
tree_close(struct tree *t)
{
	free(t->node);
}

void
tree_next(struct tree *t)
{
	size_t i = t->node[0] & (TREE_MAX - 1);
	uint64_t up = take_row(t, i);

	for (size_t p = (t->n + i) / 2; p > 0; p /= 2)
		up = meet(t, p, up);
	t->node[0] = up;
}
