/* turns - words that had no say, by hand. */
#include "compare/classes/turns.h"

#include <stdlib.h>

#include "lib/stat/keyness.h"
#include "tap.h"

enum {
	LONG = 400,
	HALF = 200,
	RUN = 100,
	TURNS = 250
};

static void
by_hand(void)
{
	/* Word 0: of the first speech 0, 1, 1 or 2 segments of class 1, of the
	 * second 0, 0 or 1, for its third is in no class; seen are 3.  Word 1
	 * is in a speech of one segment. */
	const uint32_t of[] = {1, 1, 2, 2, 1, 2, 0, 2, 1};
	const uint32_t speech[] = {0, 0, 0, 0, 1, 1, 1, 1, 2};
	struct classes c = {.n = 2, .n_segment = 9};
	uint32_t size[] = {1, 4, 4};
	uint32_t class[9];
	struct sparse t;
	struct profile p;

	memcpy(class, of, sizeof(of));
	c.of = class;
	c.size = size;
	sparse_begin(&t, 2);
	for (uint32_t i = 0; i < 9; i++) {
		if (i == 0 || i == 1 || i == 4 || i == 6)
			sparse_cell(&t, 0, 1);
		if (i == 8)
			sparse_cell(&t, 1, 1);
		sparse_end(&t);
	}
	profile_open(&p, &c, &t);
	turns_do(&p, &t, of, speech);
	near(profile_mark(&p, 1, 0)->ln_p, log(1 / 6.), 1e-12,
	    "twice a quarter of a third");
	near(profile_mark(&p, 2, 0)->ln_p, log(1 / 6.), 1e-12,
	    "the other class is the other tail");
	near(profile_mark(&p, 1, 0)->ln_q, log(1 / 6.), 1e-12, "q of both");
	ok(isnan(profile_mark(&p, 1, 1)->ln_p), "nothing to turn");
	is_u64(p.n_test, 2, "what cannot be turned is no test");
	profile_free(&p);
	sparse_free(&t);
}

/* Half of a speech in each class, a run of segments with the word in the first:
 * more numbers than the exact law is for, and not every turn is looked at. */
static void
by_normal(void)
{
	uint32_t *of = calloc(LONG, sizeof(*of));
	uint32_t *speech = calloc(LONG, sizeof(*speech));
	uint32_t size[] = {0, HALF, HALF};
	struct classes c = {.n = 2, .n_segment = LONG, .of = of, .size = size};
	struct sparse t;
	struct profile p;
	double square = 0;

	sparse_begin(&t, 1);
	for (uint32_t i = 0; i < LONG; i++) {
		of[i] = i < HALF ? 1 : 2;
		if (i < RUN)
			sparse_cell(&t, 0, 1);
		sparse_end(&t);
	}
	for (uint32_t k = 0; k < TURNS; k++) {
		uint32_t by = k * LONG / TURNS;
		double in = 0;

		for (uint32_t i = 0; i < RUN; i++)
			in += (i + by) % LONG < HALF;
		square += (in - RUN / 2.) * (in - RUN / 2.) / TURNS;
	}
	profile_open(&p, &c, &t);
	turns_do(&p, &t, of, speech);
	near(profile_mark(&p, 1, 0)->ln_p,
	    stat_keyness_ln_p(49.5 * 49.5 / square), 1e-9, "the normal law");
	profile_free(&p);
	sparse_free(&t);
	free(of);
	free(speech);
}

int
main(void)
{
	by_hand();
	by_normal();
	return done();
}
