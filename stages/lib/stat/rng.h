/* stat_rng - reproducible random numbers: the Mersenne Twister mt19937 of
 * Matsumoto & Nishimura (1998), seeded as in 2002, integers only, so that every
 * machine draws the same.  It gives the numbers of GSL's gsl_rng_mt19937 and
 * gsl_rng_uniform_int(). */
#ifndef STAT_RNG_H
#define STAT_RNG_H

#include <stddef.h>
#include <stdint.h>

enum {
	STAT_RNG_SEED = 1, /* default of -s in all programs */
	STAT_RNG_SIZE = 624,
};

struct stat_rng {
	uint32_t state[STAT_RNG_SIZE];
	uint32_t ready[STAT_RNG_SIZE]; /* what is drawn from it */
	uint32_t at;                   /* the next one */
};

/* A stream of its own for every seed and name: results of a group do not
 * depend on which groups were drawn before. */
void stat_rng_open(
    struct stat_rng *r, uint64_t seed, const char *name, size_t len);
/* Inside: makes the state anew, and what is drawn from it. */
void stat_rng_turn(struct stat_rng *r);

static inline uint32_t
stat_rng_next(struct stat_rng *r)
{
	if (r->at == STAT_RNG_SIZE)
		stat_rng_turn(r);
	return r->ready[r->at++];
}

__extension__ typedef unsigned __int128 stat_rng_u128;

/* The numbers 0 .. n - 1, of which many are drawn. */
struct stat_rng_range {
	uint32_t n;
	uint64_t per; /* 2^64 / step, a little more; 0: the step is 1 */
};

/* 1 <= n <= UINT32_MAX */
static inline struct stat_rng_range
stat_rng_range(uint32_t n)
{
	uint32_t step = n > 1 ? UINT32_MAX / n : UINT32_MAX;

	return (struct stat_rng_range){n, step > 1 ? UINT64_MAX / step + 1 : 0};
}

/* A number of 32 bits by the step: one to be drawn where it is below n.  A
 * product for the division, which it equals for every such number: what is
 * added to 2^64 / step is less than 1, and so to the product less than 2^-32,
 * while the quotient is at least 1 / step below the next whole number. */
static inline uint32_t
stat_rng_part(uint32_t k, const struct stat_rng_range *in)
{
	if (in->per != 0)
		k = (uint32_t)((stat_rng_u128)k * in->per >> 64);
	return k;
}

/* Uniform in the range, without bias. */
static inline uint32_t
stat_rng_in(struct stat_rng *r, const struct stat_rng_range *in)
{
	uint32_t k;

	do
		k = stat_rng_part(stat_rng_next(r), in);
	while (k >= in->n);
	return k;
}

static inline uint32_t
stat_rng_below(struct stat_rng *r, uint32_t n)
{
	const struct stat_rng_range in = stat_rng_range(n);

	return stat_rng_in(r, &in);
}

#endif
