#include "scores.h"

#include <inttypes.h>
#include <stdlib.h>

#include "compare/common/ranked.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "stat_delta.h"

/* The place of each term among the n most frequent ones, or UINT32_MAX; n
 * becomes the number of those that there are. */
static uint32_t *
rank_terms(const struct profiles *p, uint64_t *n)
{
	uint32_t *place = mem_new(p->n_term, sizeof(*place));
	struct ranked *t = mem_new(p->n_term, sizeof(*t));
	size_t n_found = 0;

	for (uint32_t k = 0; k < p->n_term; k++) {
		place[k] = UINT32_MAX;
		if (p->sum[k] > 0)
			t[n_found++] = (struct ranked){p->sum[k], k};
	}
	ranked_falling(t, n_found); /* then by bytes */
	if (*n > n_found)
		*n = n_found;
	for (uint32_t k = 0; k < *n; k++)
		place[t[k].id] = k;
	free(t);
	return place;
}

void
scores_open(struct scores *s, const struct profiles *p, uint64_t words)
{
	uint64_t n = words;
	uint32_t *place = rank_terms(p, &n);
	size_t n_text = 0;

	s->z = mem_new(p->n_part * n, sizeof(*s->z));
	s->row = mem_new(p->n_part, sizeof(*s->row));
	for (uint32_t i = 0; i < p->n_part; i++) {
		const struct sparse *t = &p->cells;
		const struct profile *x = &p->part[i];

		s->row[i] = n_text;
		for (size_t k = t->at[x->row]; k < t->at[x->row + 1]; k++)
			if (place[t->col[k]] != UINT32_MAX)
				s->z[n_text * n + place[t->col[k]]] =
				    t->f[k] / (double)x->size;
		n_text += x->size > 0;
	}
	s->n = stat_delta_scale(s->z, n_text, n);
	note("most frequent words: %" PRIu64 "; of the same share in all "
	     "parts, left out: %" PRIu64,
	    n, n - s->n);
	free(place);
}

void
scores_free(struct scores *s)
{
	free(s->z);
	free(s->row);
}
