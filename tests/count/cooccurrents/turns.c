/* turns - against all turns laid by hand. */
#include "count/cooccurrents/turns.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	PLACES = 600,
	MANY = 150,
	WORDS = 9
};

/* The share of the turns that bring a place of the word near. */
static double
by_hand(const uint32_t *word, const bool *near, uint32_t n, uint32_t w)
{
	uint32_t hits = 0;

	for (uint32_t by = 0; by < n; by++) {
		bool hit = false;

		for (uint32_t i = 0; i < n; i++)
			hit |= word[i] == w && near[(i + by) % n];
		hits += hit;
	}
	return (double)hits / n;
}

/* Two speeches of n words alike: p of both near is the square. */
static void
check(struct stat_rng *r, uint32_t n, bool narrow)
{
	uint32_t word[PLACES];
	bool near[PLACES] = {false};
	struct turns t = {.circle.narrow = narrow};
	bool same = true;

	for (uint32_t i = 0; i < n; i++) {
		word[i] = stat_rng_below(r, 40);
		word[i] = word[i] < WORDS ? word[i] : WORDS;
	}
	word[0] = 0;
	near[0] = true;
	near[n - 1] = stat_rng_below(r, 2) == 0;
	for (int twice = 0; twice < 2; twice++) {
		for (uint32_t i = 0; i < n; i++)
			(void)turns_add(&t, word[i], near[i]);
		turns_end(&t, true);
	}
	turns_finish(&t);
	for (uint32_t w = 0; w <= WORDS; w++) {
		struct turns_test x = turns_look(&t, w);
		double p = by_hand(word, near, n, w);
		double want = 2 * p * p;

		if (p == 0) /* it is not there */
			same &= isnan(x.ln_p) && x.near == 0;
		else if (isnan(x.ln_p))
			same &= want > 0.05 && 2 * (1 - p) * (1 - p) > 0.05;
		else if (x.near == 2)
			same &= fabs(exp(x.ln_p) - fmin(1, want)) < 1e-12;
	}
	ok(same && t.n_speech == 2, "the chances of a speech");
	turns_free(&t);
}

int
main(void)
{
	struct stat_rng r;
	struct turns t = {0};

	stat_rng_open(&r, 1, "turns", 5);
	for (uint32_t n = 2; n <= MANY; n++) {
		check(&r, n, false);
		check(&r, n, true);
	}
	check(&r, PLACES, false);
	check(&r, PLACES, true);
	(void)turns_add(&t, 3, true);
	turns_end(&t, false);
	(void)turns_add(&t, 3, false);
	turns_end(&t, true);
	turns_finish(&t);
	ok(t.n_speech == 0, "words in no speech, and a speech with none near");
	ok(isnan(turns_look(&t, 3).ln_p) && isnan(turns_look(&t, 7).ln_p),
	    "have no test");
	turns_free(&t);
	return done();
}
