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
	uint32_t at; /* the next one */
};

/* A stream of its own for every seed and name: results of a group do not
 * depend on which groups were drawn before. */
void stat_rng_open(
    struct stat_rng *r, uint64_t seed, const char *name, size_t len);
/* Inside: makes the state anew. */
void stat_rng_turn(struct stat_rng *r);

static inline uint32_t
stat_rng_next(struct stat_rng *r)
{
	uint32_t x;

	if (r->at == STAT_RNG_SIZE)
		stat_rng_turn(r);
	x = r->state[r->at++];
	x ^= x >> 11;
	x ^= (x << 7) & UINT32_C(0x9D2C5680);
	x ^= (x << 15) & UINT32_C(0xEFC60000);
	return x ^ x >> 18;
}

/* Uniform in 0 .. n - 1, without bias, 1 <= n <= UINT32_MAX. */
static inline uint32_t
stat_rng_below(struct stat_rng *r, uint32_t n)
{
	uint32_t step = n > 1 ? UINT32_MAX / n : UINT32_MAX;
	uint32_t k;

	do
		k = stat_rng_next(r) / step;
	while (k >= n);
	return k;
}

#endif
