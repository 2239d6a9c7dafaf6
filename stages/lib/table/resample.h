/* resample - the bootstrap of rates (Efron 1979): units (speeches) of a group
 * drawn with replacement, as many as there are. */
#ifndef RESAMPLE_H
#define RESAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "counts.h"
#include "lib/stat/boot.h"
#include "rollup.h"

enum {
	RESAMPLE_REPS_MAX = 1000000,
};

struct resample_hit {
	uint32_t unit;
	uint32_t place; /* of the item among those that are hit */
	double f;
};

struct resample {
	const struct counts *c;
	const struct rollup *r;
	uint32_t reps;
	double base;    /* rates per so many words */
	uint32_t block; /* items whose rates are held at a time */
	double *drawn;  /* by item of the block, then rep: rates; of items
			   without a hit in the group nothing is written */
	/* of the group under way: the caller's to fill */
	size_t *unit; /* slices with words, one n */
	uint32_t n_unit;
	/* inside */
	size_t *at;        /* by unit: its first hit in the block */
	double *words;     /* by unit */
	boot_lanes *times; /* by unit: how often drawn */
	uint32_t *place;   /* by item of the block: its place, if it is hit */
	uint32_t *item;    /* by place */
	uint32_t n_place;
	boot_lanes *hits;         /* by place */
	struct resample_hit *hit; /* by unit and item */
	size_t n_hit;
	size_t cap_hit;
};

/* unit has room for all slices. */
void resample_open(
    struct resample *s, const struct rollup *r, uint32_t reps, double base);
void resample_close(struct resample *s);
/* Rates of the items from .. to - 1, at most a block, into s->drawn; blocks of
 * a group come in order, each with rng as it was before the first. */
void resample_rates(
    struct resample *s, struct stat_rng *rng, uint32_t from, uint32_t to);
/* Has an item of the block a hit in the group? */
static inline bool
resample_has(const struct resample *s, uint32_t item)
{
	return s->place[item] != UINT32_MAX;
}

#endif
