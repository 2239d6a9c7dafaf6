#include "edges.h"

#include <stdlib.h>

#include "lib/base/mem.h"

enum {
	/* for the bundled dictionary at once */
	FIRST = 16,    /* bits */
	ROOM = 1 << 15 /* not written, it costs nothing */
};

void
edges_free(struct edges *e)
{
	free(e->pair);
	free(e->slot);
	*e = (struct edges){0};
}

static void
grow(struct edges *e)
{
	e->bits = e->bits == 0 ? FIRST : e->bits + 1;
	free(e->slot);
	e->slot = mem_new((size_t)1 << e->bits, sizeof(*e->slot));
	for (uint32_t k = 0; k < e->n; k++)
		e->slot[edges_slot(e, e->pair[k])] = k + 1;
}

uint32_t
edges_add(struct edges *e, uint32_t node, uint32_t word)
{
	uint64_t pair = (uint64_t)node << 32 | word;
	size_t i;

	if (e->bits == 0 || e->n >= (uint32_t)1 << (e->bits - 1))
		grow(e);
	i = edges_slot(e, pair);
	if (e->slot[i] == 0) {
		if (e->n == e->cap)
			e->pair = mem_grow(e->pair, &e->cap,
			    e->cap == 0 ? ROOM : e->cap + 1, sizeof(*e->pair));
		e->pair[e->n++] = pair;
		e->slot[i] = e->n;
	}
	return e->slot[i];
}
