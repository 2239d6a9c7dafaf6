#include "chunk_pairs.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* A chunk that has a term. */
struct chunk_with {
	uint32_t chunk;
	uint32_t f;
};

/* Cells of the chunks by term: a count, then places. */
static void
list_chunks(struct chunk_pairs *c)
{
	const struct profiles *p = c->p;
	const struct sparse *t = &p->cells;
	size_t sum = 0;

	for (size_t i = 0; i < p->n_text; i++) {
		size_t row = p->text[i].row;

		for (size_t k = t->at[row]; k < t->at[row + 1]; k++)
			c->end[t->col[k]]++;
	}
	for (uint32_t j = 0; j < p->n_term; j++) {
		size_t n = c->end[j];

		c->from[j] = c->end[j] = sum;
		sum += n;
	}
	c->has = mem_new(sum, sizeof(*c->has));
	for (size_t i = 0; i < p->n_text; i++) {
		size_t row = p->text[i].row;

		for (size_t k = t->at[row]; k < t->at[row + 1]; k++)
			c->has[c->end[t->col[k]]++] =
			    (struct chunk_with){(uint32_t)i, (uint32_t)t->f[k]};
	}
}

void
chunk_pairs_open(struct chunk_pairs *c, const struct profiles *p,
    const struct measure *m, struct profiles_pair *pair)
{
	*c = (struct chunk_pairs){.p = p, .m = m, .pair = pair};
	if (m->shared == NULL)
		return;
	c->from = mem_new(p->n_term, sizeof(*c->from));
	c->end = mem_new(p->n_term, sizeof(*c->end));
	c->shared = mem_new(p->n_text, sizeof(*c->shared));
	list_chunks(c);
}

void
chunk_pairs_close(struct chunk_pairs *c)
{
	free(c->has);
	free(c->from);
	free(c->end);
	free(c->shared);
}

/* Of each term the smaller of both counts. */
static void
add_shared(struct chunk_pairs *c, size_t i, size_t least)
{
	const struct sparse *t = &c->p->cells;
	size_t row = c->p->text[i].row;

	memset(c->shared, 0, c->p->n_text * sizeof(*c->shared));
	for (size_t k = t->at[row]; k < t->at[row + 1]; k++) {
		uint32_t f = (uint32_t)t->f[k];
		size_t from = c->from[t->col[k]];
		size_t end = c->end[t->col[k]];

		while (from < end && c->has[from].chunk < least)
			from++;
		c->from[t->col[k]] = from;
		for (; from < end; from++) {
			const struct chunk_with *x = &c->has[from];

			c->shared[x->chunk] += x->f < f ? x->f : f;
		}
	}
}

void
chunk_pairs_first(struct chunk_pairs *c, size_t i, size_t least)
{
	if (c->m->shared != NULL)
		add_shared(c, i, least);
	else
		profiles_pair_first(c->pair, &c->p->text[i]);
}

double
chunk_pairs_with(struct chunk_pairs *c, size_t j)
{
	const struct profile *b = &c->p->text[j];
	struct stat_pair pair;

	if (c->m->shared != NULL)
		return c->m->shared(c->shared[j], b->size);
	pair = profiles_pair(c->pair, b, c->m->pair == stat_distance_chi2);
	return c->m->pair(&pair);
}
