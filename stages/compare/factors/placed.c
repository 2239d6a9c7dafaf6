#include "placed.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

void
placed_open(struct placed *u, const struct sparse *t, const uint32_t *part,
    const struct stat_ca *a)
{
	size_t n_axis = a->n_axis;

	*u = (struct placed){
	    .n = t->n_col, .n_part = (uint32_t)a->col.n, .n_axis = n_axis};
	u->part = mem_new(u->n, sizeof(*u->part));
	u->words = mem_new(u->n, sizeof(*u->words));
	u->self = mem_new(u->n, sizeof(*u->self));
	u->place = mem_new(u->n * n_axis, sizeof(*u->place));
	if (u->n > 0)
		memcpy(u->part, part, u->n * sizeof(*u->part));
	for (size_t i = 0; i < t->n_row; i++)
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
			double *to = u->place + t->col[k] * n_axis;

			u->words[t->col[k]] += t->f[k];
			u->self[t->col[k]] += t->f[k] * t->f[k] / a->row.sum[i];
			for (size_t j = 0; j < n_axis; j++)
				to[j] += t->f[k] * a->row.coord[i * n_axis + j];
		}
	for (uint32_t i = 0; i < u->n; i++)
		for (size_t j = 0; j < n_axis; j++)
			u->place[i * n_axis + j] /= sqrt(a->value[j]);
}

void
placed_close(struct placed *u)
{
	free(u->part);
	free(u->words);
	free(u->self);
	free(u->place);
	*u = (struct placed){0};
}
