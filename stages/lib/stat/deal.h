/* deal - chance by speeches: parts dealt out to units anew, and units drawn
 * anew.
 *
 * Dealing is the permutation test (Fisher 1935, Pitman 1937).
 *
 * Words of a speech are not independent of one another, speeches may be.  So
 * what belongs to a speech (its speaker, its year, its class) is dealt out to
 * the speeches at random, as often as each value is there, and a figure is
 * beyond chance if few deals make it as large as it is.  Where something is to
 * be held fixed (the year, when speakers are compared), values change places
 * within its strata alone.
 *
 * Drawing with replacement, as many units as there are, is the bootstrap (Efron
 * 1979): what would other speeches of the same kind have given? */
#ifndef STAT_DEAL_H
#define STAT_DEAL_H

#include <stddef.h>
#include <stdint.h>

#include "rng.h"

enum {
	STAT_DEALS_LEAST = 9999,   /* however few tests there are */
	STAT_DEALS_MOST = 1000000, /* an option may ask for them */
};

struct stat_deal {
	uint32_t n;      /* units */
	uint32_t *part;  /* by unit: what this deal gives it */
	uint32_t *order; /* units, stratum by stratum */
	uint32_t *end;   /* by stratum: where it ends in order[] */
	uint32_t n_stratum;
	struct stat_rng rng;
	/* inside */
	uint32_t *placed; /* by place in order[]: what this deal gives it */
	uint64_t *per;    /* by i: for draws below i (rng.h) */
};

/* By unit: the first one of the same stratum, a number that does not depend on
 * how strata are numbered. */
void stat_deal_first(uint32_t *first, const uint32_t *stratum, uint32_t n);

/* part: of each of n units, as observed; stratum: the same, or NULL for one.
 * The numbers need not be dense, n is below 2^31.  Deals depend on the order of
 * the units, on which of them share a stratum, the seed and the name alone. */
void stat_deal_open(struct stat_deal *d, const uint32_t *part,
    const uint32_t *stratum, uint32_t n);
void stat_deal_close(struct stat_deal *d);
/* Before the first deal; twice for the same deals again. */
void stat_deal_seed(
    struct stat_deal *d, uint64_t seed, const char *name, size_t len);
void stat_deal_next(struct stat_deal *d);

/* ln of how many different deals there are, the one observed included:
 * R: with one stratum lfactorial(n) - sum(lfactorial(table(part))) */
double stat_deal_ln_count(const struct stat_deal *d);
/* The p of a figure that `reached` of n deals made as large, itself counted in
 * (Davison & Hinkley 1997, 4.2). */
double stat_deal_p(uint64_t reached, uint64_t n);
/* The least p that n deals can give: 1 / (n + 1), or where there are fewer
 * different ones (e^ln_count) that of the one observed. */
double stat_deal_least(uint64_t n, double ln_count);
/* So many deals that in a family of so many tests one alone can reach q
 * (Benjamini & Hochberg): family / q, from STAT_DEALS_LEAST to `most`. */
uint64_t stat_deal_enough(uint64_t family, double q, uint64_t most);

/* ---- draws ---- */

struct stat_draw {
	struct stat_rng rng;
	uint32_t n;                  /* units */
	uint32_t *times;             /* by unit: how often it was drawn last */
	struct stat_rng_range range; /* inside */
};

/* A stream of its own for every seed and name; 1 <= n. */
void stat_draw_open(struct stat_draw *d, uint32_t n, uint64_t seed,
    const char *name, size_t len);
void stat_draw_close(struct stat_draw *d);
void stat_draw_next(struct stat_draw *d);

#endif
