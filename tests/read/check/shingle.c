/* Sketches of texts, and texts that are nearly the same. */
#include <stdlib.h>

#include "read/check/shingle.h"
#include "read/check/twin.h"
#include "tap.h"

/* The words from .. to - 1 of a text in which every word is another. */
static void
words(struct shingle *t, uint64_t from, uint64_t to)
{
	shingle_clear(t);
	for (uint64_t k = from; k < to; k++)
		shingle_add(t, k * UINT64_C(0x9E3779B97F4A7C15));
}

static double
jaccard(uint64_t a, uint64_t a_end, uint64_t b, uint64_t b_end, double least)
{
	struct shingle t;
	struct sketch x;
	struct sketch y;
	double res;

	words(&t, a, a_end);
	shingle_sketch(&t, &x);
	words(&t, b, b_end);
	shingle_sketch(&t, &y);
	res = sketch_jaccard(&x, &y, least);
	free(x.h);
	free(y.h);
	return res;
}

static void
check_sketch(void)
{
	struct shingle t;
	struct sketch s;
	bool rises = true;

	words(&t, 0, 4);
	shingle_sketch(&t, &s);
	is_u64(s.n, 0, "four words have no run of five");
	is_u64(sketch_differ(&s, 0.8), 0, "and no prefix");
	free(s.h);
	words(&t, 0, 5);
	for (uint64_t k = 0; k < 5; k++)
		shingle_add(&t, k * UINT64_C(0x9E3779B97F4A7C15));
	shingle_sketch(&t, &s);
	is_u64(s.n, 5, "a run that comes twice counts once");
	free(s.h);
	words(&t, 0, 20000);
	shingle_sketch(&t, &s);
	is_u64(s.n, SHINGLE_SKETCH, "a long text has a whole sketch");
	for (size_t k = 1; k < s.n; k++)
		rises = rises && s.h[k - 1] < s.h[k];
	ok(rises, "its hashes rise");
	is_u64(sketch_differ(&s, 0.8), 52, "0.2 of 256, and one");
	is_u64(sketch_differ(&s, 1), 1, "the same: one");
	free(s.h);
}

/* Words 0..99 have 96 runs; with 20..119, 76 of 116 are in both. */
static void
check_jaccard(void)
{
	near(jaccard(0, 100, 0, 100, 0.1), 1, 0, "the same words");
	near(jaccard(0, 100, 20, 120, 0.1), 76.0 / 116, 1e-12, "exact");
	near(jaccard(0, 100, 20, 120, 0.7), -1, 0, "less than asked for");
	near(jaccard(0, 100, 200, 300, 0.1), -1, 0, "nothing in common");
	near(jaccard(0, 4, 0, 4, 0.1), -1, 0, "no runs");
	near(jaccard(0, 10000, 1000, 11000, 0.1), 8996.0 / 10996, 0.06,
	    "long texts: near the true value");
}

struct pair {
	size_t name;
	size_t earlier;
	size_t n;
};

static void
keep(size_t name, size_t earlier, double j, void *arg)
{
	struct pair *p = arg;

	*p = (struct pair){name, earlier, p->n + 1};
	ok(j > 0.8, "near is over the least");
}

static void
check_twins(void)
{
	struct pair p = {0, 0, 0};
	struct twins t;
	struct shingle s;

	twins_open(&t, 0.8);
	words(&s, 0, 1000);
	is_u64(twins_add(&t, 10, 1, &s), TWIN_NONE, "a first text");
	words(&s, 5000, 6000);
	is_u64(twins_add(&t, 11, 2, &s), TWIN_NONE, "another");
	words(&s, 0, 1000);
	is_u64(twins_add(&t, 12, 1, &s), 10, "the first again");
	words(&s, 20, 1020);
	is_u64(twins_add(&t, 13, 3, &s), TWIN_NONE, "nearly the first");
	twins_near(&t, keep, &p);
	is_u64(p.n, 1, "one is near");
	is_u64(p.name, 13, "the last");
	is_u64(p.earlier, 10, "to the first");
	twins_free(&t);
}

int
main(void)
{
	check_sketch();
	check_jaccard();
	check_twins();
	return done();
}
