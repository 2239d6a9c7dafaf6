/* Types of parts against counts made by hand, also where runs become one. */
#include "measure/stats/pool.h"

#include <stdlib.h>

#include "lib/base/mem.h"
#include "tap.h"

enum {
	PARTS = 3,
	TYPES = 5000,
	TEXTS = 2500 /* of 2000 tokens: more entries than the first bound */
};

static uint32_t
draw(uint64_t *state, uint32_t below)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((*state >> 33) % below);
}

static struct pool_sum
by_hand(const uint64_t *n)
{
	struct pool_sum s = {0};

	for (size_t i = 0; i < TYPES; i++) {
		s.types += n[i] > 0;
		s.hapax += n[i] == 1;
	}
	return s;
}

/* Texts of `size` tokens, most of them rare. */
static void
compare(const char *name, uint32_t texts, uint32_t size)
{
	uint64_t *n = mem_new((PARTS + 1) * TYPES, sizeof(*n));
	struct pool_sum sum[PARTS] = {0};
	struct pool p = {0};
	struct types t = {0};
	uint64_t state = texts;
	bool same = true;
	struct pool_sum all;

	types_room(&t, TYPES);
	for (uint32_t i = 0; i < texts; i++) {
		uint32_t part = draw(&state, PARTS);

		for (uint32_t k = 0; k < size; k++) {
			uint32_t type = draw(&state, draw(&state, TYPES) + 1);

			types_add(&t, type);
			n[part * TYPES + type]++;
			n[PARTS * TYPES + type]++;
		}
		pool_add(&p, part, &t);
		types_clear(&t);
	}
	pool_parts(&p, sum, PARTS);
	for (uint32_t k = 0; k < PARTS; k++) {
		struct pool_sum want = by_hand(n + (size_t)k * TYPES);

		same = same && sum[k].types == want.types &&
		    sum[k].hapax == want.hapax;
	}
	ok(same, name);
	all = pool_all(&p);
	ok(all.types == by_hand(n + PARTS * TYPES).types &&
		all.hapax == by_hand(n + PARTS * TYPES).hapax,
	    "and all of them");
	pool_free(&p);
	types_free(&t);
	free(n);
}

int
main(void)
{
	compare("no text", 0, 0);
	compare("a text", 1, 40);
	compare("empty texts", 3, 0);
	compare("some texts", 50, 100);
	compare("texts without end", TEXTS, 4000);
	return done();
}
