#include "units.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

struct units_pair {
	uint32_t unit;
	uint32_t item;
	double f;
};

uint32_t
units_add(struct units *u, uint64_t words, uint32_t part, uint32_t stratum)
{
	size_t cap = u->cap;
	uint32_t n = u->n++;

	u->words = mem_grow(u->words, &cap, u->n, sizeof(*u->words));
	cap = u->cap;
	u->part = mem_grow(u->part, &cap, u->n, sizeof(*u->part));
	u->stratum = mem_grow(u->stratum, &u->cap, u->n, sizeof(*u->stratum));
	u->words[n] = (double)words;
	u->part[n] = part;
	u->stratum[n] = stratum;
	if (part >= u->n_part)
		u->n_part = part + 1;
	if (stratum >= u->n_stratum)
		u->n_stratum = stratum + 1;
	return n;
}

void
units_hit(struct units *u, uint32_t unit, uint32_t item, uint64_t f)
{
	u->pair =
	    mem_grow(u->pair, &u->cap_pair, u->n_pair + 1, sizeof(*u->pair));
	u->pair[u->n_pair++] = (struct units_pair){unit, item, (double)f};
}

/* Pairs by item: a count, then places. */
static void
turn(struct units *u)
{
	size_t *at = mem_new((size_t)u->n_item + 1, sizeof(*at));

	for (size_t i = 0; i < u->n_pair; i++)
		u->first[u->pair[i].item + 1]++;
	for (uint32_t k = 0; k < u->n_item; k++)
		u->first[k + 1] += u->first[k];
	memcpy(at, u->first, ((size_t)u->n_item + 1) * sizeof(*at));
	for (size_t i = 0; i < u->n_pair; i++) {
		const struct units_pair *x = &u->pair[i];

		u->hit[at[x->item]++] = (struct units_hit){x->unit, x->f};
		u->F[x->item] += x->f;
	}
	free(at);
}

/* Strata by their first unit, so that nothing depends on how they were
 * numbered, nor on those that no unit is in. */
static void
number_strata(struct units *u)
{
	uint32_t *number = mem_new(u->n_stratum, sizeof(*number));
	uint32_t n = 0;

	for (uint32_t i = 0; i < u->n; i++) {
		uint32_t *x = &number[u->stratum[i]];

		if (*x == 0)
			*x = ++n;
		u->stratum[i] = *x - 1;
	}
	u->n_stratum = n;
	free(number);
}

void
units_ready(struct units *u, uint32_t n_item)
{
	number_strata(u);
	u->n_item = n_item;
	u->first = mem_new((size_t)n_item + 1, sizeof(*u->first));
	u->hit = mem_new(u->n_pair, sizeof(*u->hit));
	u->F = mem_new(n_item, sizeof(*u->F));
	turn(u);
	free(u->pair);
	u->pair = NULL;
	u->T = mem_new(u->n_stratum, sizeof(*u->T));
	u->size = mem_new(u->n_part, sizeof(*u->size));
	for (uint32_t i = 0; i < u->n; i++) {
		u->T[u->stratum[i]] += u->words[i];
		u->n_there += u->size[u->part[i]]++ == 0;
	}
}

bool
units_are_even(const struct units *u)
{
	double *words = mem_new(u->n_stratum, sizeof(*words));
	bool even = true;

	for (uint32_t i = 0; i < u->n && even; i++) {
		double *x = &words[u->stratum[i]];

		even = !(*x > 0) || *x == u->words[i];
		*x = u->words[i];
	}
	free(words);
	return even;
}

void
units_free(struct units *u)
{
	free(u->words);
	free(u->part);
	free(u->stratum);
	free(u->T);
	free(u->size);
	free(u->first);
	free(u->hit);
	free(u->F);
	free(u->pair);
	*u = (struct units){0};
}
