/* units - the units of chance: speeches with the part that each belongs to,
 * and how often each has each item (a term, a theme). */
#ifndef UNITS_H
#define UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct units_hit {
	uint32_t unit;
	double f;
};

struct units {
	uint32_t n;
	double *words;     /* by unit, > 0 */
	uint32_t *part;    /* by unit */
	uint32_t *stratum; /* by unit: within it parts change places */
	uint32_t n_part;   /* numbers of parts are below */
	uint32_t n_there;  /* parts with a unit */
	uint32_t n_stratum;
	double *T;      /* words by stratum */
	uint32_t *size; /* units by part */
	uint32_t n_item;
	size_t *first;         /* by item: hit[first[i]] .. */
	struct units_hit *hit; /* units rising */
	double *F;             /* by item */
	/* inside */
	size_t cap;
	struct units_pair *pair;
	size_t n_pair;
	size_t cap_pair;
};

/* All zero is one to begin with.  A unit; returns its number. */
uint32_t units_add(
    struct units *u, uint64_t words, uint32_t part, uint32_t stratum);
/* So many of an item in a unit: units come rising, an item once in each. */
void units_hit(struct units *u, uint32_t unit, uint32_t item, uint64_t f);
/* Behind the last: items are numbered below n_item. */
void units_ready(struct units *u, uint32_t n_item);
/* Do all units of a stratum have the same number of words? */
bool units_are_even(const struct units *u);
void units_free(struct units *u);

#endif
