#include "tree.h"

#include <stdbool.h>
#include <stdlib.h>

#include "lib/base/mem.h"

/* The codes are the same.  True if the row of a comes first; the other's code
 * changes. */
static bool
comes_first(const struct tree *t, struct tree_node *a, struct tree_node *b)
{
	uint64_t code = a->code;
	int c;

	if (code == CODE_SAME || code == CODE_END)
		return a->i < b->i;
	c = source_compare(&t->s[a->i], &t->s[b->i], &code);
	if (c < 0 || (c == 0 && a->i < b->i)) {
		b->code = code;
		return true;
	}
	a->code = code;
	return false;
}

/* Table i goes up from its leaf; what it loses against goes on. */
static inline void
play(struct tree *t, size_t i)
{
	struct tree_node up = {t->s[i].code, i};

	for (size_t p = (t->n + i) / 2; p > 0; p /= 2) {
		struct tree_node here = t->node[p];
		bool wins;

		if (__builtin_expect(here.code == up.code, 0))
			wins = comes_first(t, &here, &up);
		else
			wins = here.code < up.code;
		t->node[p].code = wins ? up.code : here.code;
		t->node[p].i = wins ? up.i : here.i;
		up.code = wins ? here.code : up.code;
		up.i = wins ? here.i : up.i;
	}
	t->node[0] = up;
}

/* The first of the two that come to a node waits for the other. */
static void
enter(struct tree *t, bool *waits, size_t i)
{
	struct tree_node up = {t->s[i].code, i};

	for (size_t p = (t->n + i) / 2; p > 0; p /= 2) {
		struct tree_node here = t->node[p];

		if (!waits[p]) {
			waits[p] = true;
			t->node[p] = up;
			return;
		}
		if (here.code == up.code ? comes_first(t, &here, &up)
					 : here.code < up.code) {
			t->node[p] = up;
			up = here;
		} else
			t->node[p] = here;
	}
	t->node[0] = up;
}

void
tree_open(struct tree *t, struct source *s, size_t n)
{
	bool *waits = mem_new(n, sizeof(*waits));

	*t = (struct tree){.s = s, .n = n};
	t->node = mem_new(n, sizeof(*t->node));
	for (size_t i = 0; i < n; i++)
		source_next(&s[i]);
	for (size_t i = 0; i < n; i++)
		enter(t, waits, i);
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
	size_t i = t->node[0].i;

	source_next(&t->s[i]);
	play(t, i);
}
