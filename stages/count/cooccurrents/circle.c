#include "circle.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <immintrin.h>
#define WIDE __attribute__((target("avx512f,popcnt")))
#endif

#include "lib/base/mem.h"

enum {
	SLACK = 8 /* words of 64 bits behind the marks and the turns */
};

/* Twice round, so that each turn of the circle is 64 bits after 64 from some
 * place on. */
void
circle_begin(struct circle *c, size_t n)
{
	size_t size = n / 32 + 3 + SLACK;

	c->n = n;
	c->n_mark = 0;
#ifdef __SSE2__
	c->wide = !c->narrow && __builtin_cpu_supports("avx512f") &&
	    __builtin_cpu_supports("popcnt");
#endif
	c->mask = mem_grow(c->mask, &c->cap_mask, size, sizeof(*c->mask));
	memset(c->mask, 0, size * sizeof(*c->mask));
}

void
circle_mark(struct circle *c, size_t place)
{
	size_t again = place + c->n;

	if (circle_is_marked(c, place))
		return;
	c->n_mark++;
	c->mask[place / 64] |= UINT64_C(1) << place % 64;
	c->mask[again / 64] |= UINT64_C(1) << again % 64;
}

/* Adds the turns that bring a mark to this place. */
static void
add_turns(const struct circle *c, size_t place)
{
	const uint64_t *mask = c->mask + place / 64;
	unsigned by = place % 64;
	size_t n = c->n / 64 + 1;

	if (by == 0)
		for (size_t i = 0; i < n; i++)
			c->seen[i] |= mask[i];
	else
		for (size_t i = 0; i < n; i++)
			c->seen[i] |= mask[i] >> by | mask[i + 1] << (64 - by);
}

/* Are they all there is? */
static bool
is_full(const struct circle *c)
{
	uint64_t last = UINT64_MAX << c->n % 64; /* no turns */
	uint64_t all = c->seen[c->n / 64] | last;

	for (size_t i = 0; i < c->n / 64 && all == UINT64_MAX; i++)
		all &= c->seen[i];
	return all == UINT64_MAX;
}

/* How many turns there are of those added. */
static inline __attribute__((always_inline)) uint64_t
count_bits(const struct circle *c)
{
	uint64_t last = c->seen[c->n / 64] &
	    ((UINT64_C(1) << c->n % 64) - 1); /* of the circle's end */
	uint64_t n = (uint64_t)__builtin_popcountll(last);

	for (size_t i = 0; i < c->n / 64; i++)
		n += (uint64_t)__builtin_popcountll(c->seen[i]);
	return n;
}

#ifdef __SSE2__
static WIDE void
add_turns_wide(const struct circle *c, size_t place)
{
	const uint64_t *mask = c->mask + place / 64;
	__m128i by = _mm_cvtsi32_si128((int)(place % 64));
	__m128i rest = _mm_cvtsi32_si128((int)(64 - place % 64));

	for (size_t i = 0; i < c->n / 64 + 1; i += 8) {
		__m512i low = _mm512_loadu_si512(mask + i);
		__m512i high = _mm512_loadu_si512(mask + i + 1);
		__m512i turns = _mm512_or_si512(
		    _mm512_srl_epi64(low, by), _mm512_sll_epi64(high, rest));

		_mm512_storeu_si512(c->seen + i,
		    _mm512_or_si512(turns, _mm512_loadu_si512(c->seen + i)));
	}
}

static WIDE uint64_t
count_wide(const struct circle *c)
{
	return count_bits(c);
}
#else
#define add_turns_wide add_turns
#define count_wide count_bits
#endif

/* Whether all turns do is asked now and then. */
double
circle_chance(struct circle *c, const uint32_t *place, size_t n)
{
	size_t size = c->n / 64 + 1;
	size_t most = CIRCLE_STEPS / size;

	if (n == 1)
		return (double)c->n_mark / (double)c->n;
	c->seen =
	    mem_grow(c->seen, &c->cap_seen, size + SLACK, sizeof(*c->seen));
	memset(c->seen, 0, (size + SLACK) * sizeof(*c->seen));
	for (size_t i = 0; i < n; i++) {
		if (i == most)
			return (double)NAN;
		if (c->wide)
			add_turns_wide(c, place[i]);
		else
			add_turns(c, place[i]);
		if (((i + 1) & i) == 0 && is_full(c))
			return 1;
	}
	return (double)(c->wide ? count_wide(c) : count_bits(c)) / (double)c->n;
}

void
circle_free(struct circle *c)
{
	free(c->mask);
	free(c->seen);
}
