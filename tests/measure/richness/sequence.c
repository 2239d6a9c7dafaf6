/* sequence - by hand, and against the definitions taken word for word. */
#include <stdlib.h>

#include "lib/stat/rng.h"
#include "measure/richness/sequence.h"
#include "tap.h"

enum {
	ALL =
	    SEQUENCE_MATTR | SEQUENCE_MSTTR | SEQUENCE_MTLD | SEQUENCE_MTLD_MA,
	LONGEST = 300,
	SEEDS = 60,
};

/* Types of the n words from `at` on, step by step, around the end. */
static size_t
types(const uint32_t *id, size_t n_all, size_t at, size_t n, int step)
{
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		bool seen = false;

		for (size_t j = 0; j < i; j++)
			seen = seen ||
			    id[step > 0 ? (at + i) % n_all : at - i] ==
				id[step > 0 ? (at + j) % n_all : at - j];
		k += !seen;
	}
	return k;
}

static bool
below(size_t k, size_t n)
{
	return k * 100 < n * 72;
}

/* Length of the factor from `at` on; 0 if there is none in `left` words. */
static size_t
factor(const uint32_t *id, size_t n_all, size_t at, size_t left, int step)
{
	for (size_t n = 1; n <= left; n++)
		if (below(types(id, n_all, at, n, step), n))
			return n;
	return 0;
}

static double
mtld_way(const uint32_t *id, size_t n, int step, bool *whole)
{
	double factors = 0;
	size_t at = step > 0 ? 0 : n - 1;
	size_t left = n;
	size_t len;

	*whole = false;
	while ((len = factor(id, n, at, left, step)) > 0) {
		*whole = true;
		factors++;
		at = step > 0 ? at + len : at - len;
		left -= len;
	}
	if (left > 0)
		factors +=
		    (1 - (double)types(id, n, at, left, step) / (double)left) /
		    0.28;
	return (double)n / factors;
}

static double
mtld(const uint32_t *id, size_t n)
{
	bool there[2];
	double a = mtld_way(id, n, 1, &there[0]);
	double b = mtld_way(id, n, -1, &there[1]);

	return there[0] && there[1] ? (a + b) / 2 : (double)NAN;
}

static double
mtld_ma(const uint32_t *id, size_t n)
{
	double sum = 0;

	if (!below(types(id, n, 0, n, 1), n))
		return (double)NAN;
	for (size_t i = 0; i < n; i++)
		sum += (double)factor(id, n, i, n, 1);
	return sum / (double)n;
}

static double
ttrs(const uint32_t *id, size_t n, size_t window, size_t step)
{
	double sum = 0;
	size_t k = 0;

	for (size_t i = 0; i + window <= n; i += step, k++)
		sum += (double)types(id, n, i, window, 1) / (double)window;
	return k > 0 ? sum / (double)k : (double)NAN;
}

static bool
same(double a, double b)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) <= 1e-12 * fabs(b);
}

static void
random_texts(void)
{
	uint32_t id[LONGEST];
	bool good[4] = {true, true, true, true};

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct stat_rng rng;
		struct sequence q;
		struct sequence_sums s = {0};
		size_t window;
		size_t n;
		uint32_t most;

		stat_rng_open(&rng, seed, "", 0);
		n = 1 + stat_rng_below(&rng, LONGEST);
		most = 1 + stat_rng_below(&rng, 120);
		window = 1 + stat_rng_below(&rng, 60);
		for (size_t i = 0; i < n; i++) /* the first ones oftener */
			id[i] = stat_rng_below(
			    &rng, 1 + stat_rng_below(&rng, most));
		sequence_open(&q, window, ALL);
		sequence_room(&q, 1000);
		sequence_add(&q, id, n, &s);
		good[0] = good[0] &&
		    same(sequence_mattr(&q, &s), ttrs(id, n, window, 1));
		good[1] = good[1] &&
		    same(sequence_msttr(&q, &s), ttrs(id, n, window, window));
		good[2] = good[2] && same(sequence_mtld(&s), mtld(id, n));
		good[3] = good[3] && same(sequence_mtld_ma(&s), mtld_ma(id, n));
		sequence_free(&q);
	}
	ok(good[0], "MATTR as defined");
	ok(good[1], "MSTTR as defined");
	ok(good[2], "MTLD as defined");
	ok(good[3], "MTLD-MA as defined");
}

static void
by_hand(void)
{
	/* a b a | b a b: two factors of 3 words each way */
	static const uint32_t ab[] = {0, 1, 0, 1, 0, 1};
	/* a b c d a: 4/5 = 0.8, which is (1 - 0.8) / 0.28 of a factor */
	static const uint32_t rest[] = {0, 1, 0, 2, 3, 4, 5, 2};
	/* 18 types in 25 words are 0.72, not below it */
	uint32_t edge[26];
	struct sequence q;
	struct sequence_sums s = {0};

	sequence_open(&q, 3, ALL);
	sequence_room(&q, 1000);
	sequence_add(&q, ab, 6, &s);
	near(sequence_mattr(&q, &s), 2.0 / 3, 1e-15, "MATTR: a b a, b a b ...");
	near(sequence_msttr(&q, &s), 2.0 / 3, 1e-15, "MSTTR");
	near(sequence_mtld(&s), 3, 1e-15, "MTLD");
	near(sequence_mtld_ma(&s), 3, 1e-15, "MTLD-MA");

	/* Two texts: their factors, starts and windows together. */
	sequence_room(&q, 1000);
	sequence_add(&q, ab, 3, &s);
	near(sequence_mtld(&s), 3, 1e-15, "MTLD of two texts: 9 words by 3");
	is_u64(s.windows, 5, "no window from one text into the next");

	s = (struct sequence_sums){0};
	sequence_room(&q, 1000);
	sequence_add(&q, rest, 8, &s);
	near(s.factors[0], 1 + 0.2 / 0.28, 1e-15, "the rest, forward");
	near(s.factors[1], 0.25 / 0.28, 1e-15, "backward: 6 types in 8 words");
	ok(isnan(sequence_mtld(&s)), "no whole factor backward: too short");
	ok(isnan(sequence_mtld_ma(&s)), "0.75 as a whole: too short");

	for (uint32_t i = 0; i < 26; i++)
		edge[i] = i < 18 ? i : 0;
	s = (struct sequence_sums){0};
	sequence_room(&q, 1000);
	sequence_add(&q, edge, 25, &s);
	is_u64(s.full[0], 0, "0.72 exactly ends no factor");
	s = (struct sequence_sums){0};
	sequence_room(&q, 1000);
	sequence_add(&q, edge, 26, &s);
	is_u64(s.full[0], 1, "the next repetition does");

	s = (struct sequence_sums){0};
	ok(isnan(sequence_mattr(&q, &s)) && isnan(sequence_msttr(&q, &s)) &&
		isnan(sequence_mtld(&s)) && isnan(sequence_mtld_ma(&s)),
	    "no words");
	sequence_free(&q);
}

int
main(void)
{
	by_hand();
	random_texts();
	return done();
}
