/* stat_rng - reproducible random numbers: the Mersenne Twister mt19937 of
 * Matsumoto & Nishimura (1998), as GSL has it, integers only, so that every
 * machine draws the same. */
#ifndef STAT_RNG_H
#define STAT_RNG_H

#include <stddef.h>
#include <stdint.h>

enum {
	STAT_RNG_SEED = 1
}; /* default of -s in all programs */

struct stat_rng {
	void *gsl;
};

/* A stream of its own for every seed and name: results of a group do not
 * depend on which groups were drawn before. */
void stat_rng_open(
    struct stat_rng *r, uint64_t seed, const char *name, size_t len);
void stat_rng_close(struct stat_rng *r);
/* Uniform in 0 .. n - 1, without bias, 1 <= n <= UINT32_MAX. */
uint32_t stat_rng_below(struct stat_rng *r, uint32_t n);

#endif
