/* decode(): the tags whose sum is the largest, against all that there are. */
#include "segment/tag/decode.h"

#include <string.h>

#include "lib/stat/rng.h"
#include "tap.h"

enum {
	WORDS = 8,
	MAY = 4 /* tags a word, or one */
};

static int32_t
draw(struct stat_rng *r)
{
	return (int32_t)stat_rng_below(r, 2001) - 1000;
}

static int32_t
sum_of(const struct behind *b, const struct place *p, const int *tag, size_t n)
{
	int two = TAG_START;
	int one = TAG_START;
	int32_t sum = 0;

	for (size_t i = 0; i < n; i++) {
		sum += p[i].sum[tag[i]] + b->pair[one][tag[i]] +
		    b->triple[two][one][tag[i]];
		two = one;
		one = tag[i];
	}
	return sum;
}

/* The best of all sequences of tags. */
static int32_t
best_of(const struct behind *b, const struct place *p, size_t n)
{
	int tags[WORDS][MAY];
	size_t n_tag[WORDS] = {0};
	size_t k[WORDS] = {0};
	int32_t best = INT32_MIN;

	for (size_t i = 0; i < n; i++)
		for (int t = 0; t < TAGS; t++)
			if (p[i].may >> t & 1)
				tags[i][n_tag[i]++] = t;
	for (;;) {
		int tag[WORDS];
		int32_t sum;
		size_t i = 0;

		for (size_t w = 0; w < n; w++)
			tag[w] = tags[w][k[w]];
		sum = sum_of(b, p, tag, n);
		best = sum > best ? sum : best;
		while (i < n && ++k[i] == n_tag[i])
			k[i++] = 0;
		if (i == n)
			return best;
	}
}

static void
draw_place(struct stat_rng *r, struct place *p)
{
	int n = 0;

	*p = (struct place){0};
	while (n < MAY) {
		uint32_t bit = 1u << stat_rng_below(r, TAGS);

		n += (p->may & bit) == 0;
		p->may |= bit;
	}
	for (size_t t = 0; t < TAGS; t++)
		p->sum[t] = draw(r);
}

/* How many tags are left out. */
static uint64_t
narrow(const struct sway *s, struct place *p, size_t n)
{
	uint64_t less = 0;

	for (size_t i = 0; i < n; i++)
		less += (uint64_t)__builtin_popcount(p[i].may);
	sway_narrow(s, p, n);
	for (size_t i = 0; i < n; i++)
		less -= (uint64_t)__builtin_popcount(p[i].may);
	return less;
}

/* Pairs and triples of tags drawn at random. */
static void
draw_behind(struct stat_rng *r, struct behind *b)
{
	for (size_t i = 0; i < TAG_STATES; i++)
		for (size_t t = 0; t < TAGS; t++) {
			b->pair[i][t] = draw(r);
			for (size_t j = 0; j < TAG_STATES; j++)
				b->triple[i][j][t] = draw(r);
		}
}

static void
decoded(const struct behind *b, struct place *p, size_t n, int *tag)
{
	decode(b, p, n);
	for (size_t i = 0; i < n; i++)
		tag[i] = p[i].tag;
}

static bool
may_have(const struct place *p, const int *tag, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((p[i].may >> tag[i] & 1) == 0)
			return false;
	return true;
}

/* The same with some tags left out, whose number is added to *less? */
static bool
is_narrowed(const struct behind *b, struct place *p, size_t n, uint64_t *less)
{
	struct sway sway;
	int before[WORDS];
	int after[WORDS];

	sway_of(&sway, b);
	for (size_t i = 0; i < n; i++)
		for (int t = 0; t < TAGS; t++)
			p[i].sum[t] *= 12; /* so that some are out */
	decoded(b, p, n, before);
	*less += narrow(&sway, p, n);
	decoded(b, p, n, after);
	return memcmp(before, after, n * sizeof(*before)) == 0;
}

int
main(void)
{
	static struct behind b;
	struct stat_rng r;
	struct place p[WORDS];
	int tag[WORDS];
	bool best = true;
	bool allowed = true;
	bool same = true;
	uint64_t n_less = 0;

	stat_rng_open(&r, 1, "decode", 6);
	draw_behind(&r, &b);
	for (int trial = 0; trial < 200; trial++) {
		size_t n = 1 + stat_rng_below(&r, WORDS);

		for (size_t i = 0; i < n; i++)
			draw_place(&r, &p[i]);
		for (size_t i = 0; i < n; i++)
			if (stat_rng_below(&r, 2) == 0)
				p[i].may &= -p[i].may;
		decoded(&b, p, n, tag);
		allowed = allowed && may_have(p, tag, n);
		best = best && sum_of(&b, p, tag, n) == best_of(&b, p, n);
		same = is_narrowed(&b, p, n, &n_less) && same;
	}
	ok(allowed, "only tags that a word may have");
	ok(same && n_less > 100, "tags that cannot win are left out alone");
	ok(best, "the largest sum of all sequences of tags");

	/* all the same: the first in the order */
	memset(&b, 0, sizeof(b));
	for (size_t i = 0; i < 3; i++)
		p[i] = (struct place){.may = 6};
	decode(&b, p, 3);
	ok(p[0].tag == 1 && p[1].tag == 1 && p[2].tag == 1,
	    "of equal sums the first tags");
	return done();
}
