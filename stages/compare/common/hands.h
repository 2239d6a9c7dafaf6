/* hands - the units that each part holds in deals side by side, and what they
 * have of an item. */
#ifndef HANDS_H
#define HANDS_H

#include <stdbool.h>
#include <stdint.h>

#include "chance.h"
#include "units.h"

enum {
	HANDS_FOURS = CHANCE_LANES / 4
};

/* Four at once, which is what any machine compares at once. */
typedef int32_t hands_four __attribute__((vector_size(4 * sizeof(int32_t))));

/* What a part was dealt. */
struct hands_part {
	uint32_t end;  /* where its units end in unit[] */
	int32_t words; /* theirs */
};

struct hands {
	const struct units *u;
	uint32_t *deal[CHANCE_LANES]; /* by deal: by unit, its part */
	uint32_t n_deal;              /* taken; what is made of them below: */
	hands_four (*part)[HANDS_FOURS]; /* by unit: its part in each deal */
	bool by_unit;
	/* where whole numbers are enough (hands_open()): */
	bool whole;
	bool listed;                  /* unit[] was asked for once */
	uint32_t *unit[CHANCE_LANES]; /* by deal: units, those of a part behind
					 one another */
	uint32_t *first;              /* by part: where they begin */
	struct hands_part *of;        /* by part, of the deal taken last */
	int32_t *words;               /* by unit */
	uint64_t *all;                /* by hit, packed: f, 1 unit, its words */
	uint64_t *held;               /* by unit: that of the item, or 0 */
	uint32_t item;                /* held is of it; UINT32_MAX: none */
};

/* Of the units of a part that have the item, in each deal. */
struct hand {
	int32_t f[CHANCE_LANES];     /* occurrences */
	int32_t n[CHANCE_LANES];     /* units */
	int32_t words[CHANCE_LANES]; /* theirs */
};

/* u is to live as long.  h->whole: words have room in 30 bits, and are of one
 * stratum. */
void hands_open(struct hands *h, const struct units *u);
void hands_close(struct hands *h);
void hands_take(struct hands *h, uint32_t lane, const uint32_t *part);
/* h->part, of the deals taken. */
void hands_by_unit(struct hands *h);
/* The deals taken in bytes, by unit; numbers of parts have room in them. */
void hands_pack(const struct hands *h, uint8_t (*part)[CHANCE_LANES]);
/* Of the deals taken; h is whole and F of the item has room in 30 bits. */
void hands_of(struct hands *h, uint32_t item, uint32_t part, struct hand *to);

#endif
