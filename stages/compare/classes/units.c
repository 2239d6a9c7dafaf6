#include "units.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

void
reinert_units_open(struct reinert_units *u, const struct sparse *t,
    const uint32_t *speech, uint32_t min)
{
	uint32_t *col = NULL;
	size_t cap = 0;
	size_t n = 0; /* forms of the unit */

	*u = (struct reinert_units){0};
	sparse_begin(&u->t, t->n_col);
	u->of = mem_new(t->n_row, sizeof(*u->of));
	u->size = mem_new(t->n_row, sizeof(*u->size));
	for (uint32_t i = 0; i < t->n_row; i++) {
		size_t more = t->at[i + 1] - t->at[i];

		col = mem_grow(col, &cap, n + more, sizeof(*col));
		if (more > 0)
			memcpy(col + n, t->col + t->at[i], more * sizeof(*col));
		n += more;
		u->of[i] = u->t.n_row;
		u->size[u->t.n_row]++;
		if (n < min && i + 1 < t->n_row && speech[i + 1] == speech[i])
			continue;
		sparse_ones(&u->t, col, n);
		n = 0;
	}
	free(col);
}

void
reinert_units_free(struct reinert_units *u)
{
	sparse_free(&u->t);
	free(u->of);
	free(u->size);
}
