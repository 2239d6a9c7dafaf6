#include "rng.h"

enum {
	MIDDLE = 397,
	FOURS = (STAT_RNG_SIZE - MIDDLE) / 4 * 4
};

/* FNV-1a (Fowler, Noll, Vo) over seed and name, folded to 32 bits. */
static uint32_t
start(uint64_t seed, const char *name, size_t len)
{
	const uint64_t prime = UINT64_C(0x100000001b3);
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (unsigned i = 0; i < 64; i += 8)
		h = (h ^ (seed >> i & 0xFF)) * prime;
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)name[i]) * prime;
	return (uint32_t)(h ^ h >> 32);
}

void
stat_rng_open(struct stat_rng *r, uint64_t seed, const char *name, size_t len)
{
	uint32_t x = start(seed, name, len);

	/* GSL takes 4357, the seed of 1998, for 0 */
	r->state[0] = x != 0 ? x : 4357;
	for (uint32_t i = 1; i < STAT_RNG_SIZE; i++) {
		x = r->state[i - 1];
		r->state[i] = UINT32_C(1812433253) * (x ^ x >> 30) + i;
	}
	r->at = STAT_RNG_SIZE;
}

static uint32_t
mix(uint32_t high, uint32_t low, uint32_t far)
{
	uint32_t y =
	    (high & UINT32_C(0x80000000)) | (low & UINT32_C(0x7FFFFFFF));

	return far ^ y >> 1 ^ (UINT32_C(0x9908B0DF) & (0 - (y & 1)));
}

static uint32_t
temper(uint32_t x)
{
	x ^= x >> 11;
	x ^= (x << 7) & UINT32_C(0x9D2C5680);
	x ^= (x << 15) & UINT32_C(0xEFC60000);
	return x ^ x >> 18;
}

void
stat_rng_turn(struct stat_rng *r)
{
	uint32_t *s = r->state;
	uint32_t i = 0;

	for (; i < FOURS; i++) /* four at a time */
		s[i] = mix(s[i], s[i + 1], s[i + MIDDLE]);
	for (; i < STAT_RNG_SIZE - MIDDLE; i++)
		s[i] = mix(s[i], s[i + 1], s[i + MIDDLE]);
	for (; i < STAT_RNG_SIZE - 1; i++)
		s[i] = mix(s[i], s[i + 1], s[i + MIDDLE - STAT_RNG_SIZE]);
	s[i] = mix(s[i], s[0], s[MIDDLE - 1]);
	for (i = 0; i < STAT_RNG_SIZE; i++)
		r->ready[i] = temper(s[i]);
	r->at = 0;
}
