#include "chunk_pairs.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	EIGHT = 8,
	OFTEN = 16 /* of so many chunks one has the term */
};

/* Counts of eight chunks, which any machine takes at once; they are less than
 * 2^15. */
typedef int16_t eight __attribute__((vector_size(EIGHT * sizeof(int16_t))));

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

/* Do counts, and what chunks share, have room? */
static bool
are_small(const struct profiles *p)
{
	size_t i = 0;

	while (i < p->n_text && p->text[i].size < INT16_MAX)
		i++;
	return i == p->n_text;
}

static void
list_often(struct chunk_pairs *c)
{
	size_t n = c->p->n_text;

	c->wide = (n + EIGHT - 1) / EIGHT * EIGHT;
	c->met = mem_new(c->wide, sizeof(*c->met));
	c->often = mem_new(c->p->n_term, sizeof(*c->often));
	if (!are_small(c->p))
		return;
	for (uint32_t j = 0; j < c->p->n_term; j++) {
		if (c->end[j] - c->from[j] <= n / OFTEN)
			continue;
		c->often[j] = mem_new(c->wide, sizeof(**c->often));
		for (size_t k = c->from[j]; k < c->end[j]; k++)
			c->often[j][c->has[k].chunk] = (uint16_t)c->has[k].f;
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
	list_often(c);
}

void
chunk_pairs_close(struct chunk_pairs *c)
{
	free(c->has);
	free(c->from);
	free(c->end);
	free(c->shared);
	for (uint32_t j = 0; c->often != NULL && j < c->p->n_term; j++)
		free(c->often[j]);
	free(c->often);
	free(c->met);
}

/* Of a term that occurs f times in a chunk, from `least` on. */
static void
add_often(
    struct chunk_pairs *c, const uint16_t *count, uint32_t f, size_t least)
{
	const eight all = (eight){0} + (int16_t)f;

	for (size_t j = least / EIGHT * EIGHT; j < c->wide; j += EIGHT) {
		eight x;
		eight sum;
		eight less;

		memcpy(&x, count + j, sizeof(x));
		memcpy(&sum, c->met + j, sizeof(sum));
		less = x < all;
		sum += (x & less) | (all & ~less);
		memcpy(c->met + j, &sum, sizeof(sum));
	}
}

/* Of each term the smaller of both counts. */
static void
add_shared(struct chunk_pairs *c, size_t i, size_t least)
{
	const struct sparse *t = &c->p->cells;
	size_t row = c->p->text[i].row;

	memset(c->shared, 0, c->p->n_text * sizeof(*c->shared));
	memset(c->met, 0, c->wide * sizeof(*c->met));
	for (size_t k = t->at[row]; k < t->at[row + 1]; k++) {
		uint32_t f = (uint32_t)t->f[k];
		size_t from = c->from[t->col[k]];
		size_t end = c->end[t->col[k]];

		if (c->often[t->col[k]] != NULL) {
			add_often(c, c->often[t->col[k]], f, least);
			continue;
		}
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
		return c->m->shared(c->shared[j] + c->met[j], b->size);
	pair = profiles_pair(c->pair, b, c->m->pair == stat_distance_chi2);
	return c->m->pair(&pair);
}
