#include "circle.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* Twice round, so that each turn of the circle is 64 bits after 64 from some
 * place on. */
void
circle_begin(struct circle *c, size_t n)
{
	size_t size = n / 32 + 3;

	c->n = n;
	c->n_mark = 0;
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

/* How many turns there are of those added. */
static uint64_t
count_turns(const struct circle *c)
{
	uint64_t last = c->seen[c->n / 64] &
	    ((UINT64_C(1) << c->n % 64) - 1); /* of the circle's end */
	uint64_t n = (uint64_t)__builtin_popcountll(last);

	for (size_t i = 0; i < c->n / 64; i++)
		n += (uint64_t)__builtin_popcountll(c->seen[i]);
	return n;
}

/* Whether all turns do is asked now and then. */
double
circle_chance(struct circle *c, const uint32_t *place, size_t n)
{
	size_t size = c->n / 64 + 1;
	size_t most = CIRCLE_STEPS / size;

	if (n == 1)
		return (double)c->n_mark / (double)c->n;
	c->seen = mem_grow(c->seen, &c->cap_seen, size, sizeof(*c->seen));
	memset(c->seen, 0, size * sizeof(*c->seen));
	for (size_t i = 0; i < n; i++) {
		if (i == most)
			return (double)NAN;
		add_turns(c, place[i]);
		if (((i + 1) & i) == 0 && count_turns(c) == c->n)
			return 1;
	}
	return (double)count_turns(c) / (double)c->n;
}

void
circle_free(struct circle *c)
{
	free(c->mask);
	free(c->seen);
}
