/* suffix - against a sort by comparison, over random texts. */
#include <stdlib.h>

#include "count/segments/suffix.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	MOST = 300,
	ROUNDS = 3000
};

static bool
less(const uint32_t *s, uint32_t a, uint32_t b)
{
	while (s[a] == s[b]) {
		a++;
		b++;
	}
	return s[a] < s[b];
}

static uint32_t
shared(const uint32_t *s, uint32_t a, uint32_t b, uint32_t stop)
{
	uint32_t h = 0;

	while (s[a + h] == s[b + h] && s[a + h] >= stop)
		h++;
	return h;
}

/* Are the suffixes in order, and the ranks and shared lengths right? */
static bool
is_right(const uint32_t *s, size_t n, uint32_t k, uint32_t stop)
{
	uint32_t sa[MOST];
	uint32_t rank[MOST];
	uint32_t lcp[MOST + 1];
	bool seen[MOST] = {false};

	suffix_sort(s, sa, n, k);
	suffix_lcp(s, sa, n, stop, rank, lcp);
	for (size_t i = 0; i < n; i++) {
		if (sa[i] >= n || seen[sa[i]] || rank[sa[i]] != i)
			return false;
		seen[sa[i]] = true;
		if (i > 0 &&
		    (!less(s, sa[i - 1], sa[i]) ||
			lcp[i] != shared(s, sa[i - 1], sa[i], stop)))
			return false;
	}
	return lcp[0] == 0 && lcp[n] == 0;
}

int
main(void)
{
	struct stat_rng rng;
	uint32_t s[MOST] = {0};
	size_t bad = 0;

	stat_rng_open(&rng, 1, "suffix", 6);
	for (size_t i = 0; i < ROUNDS; i++) {
		size_t n = 1 + stat_rng_below(&rng, i % 10 == 0 ? MOST : 30);
		uint32_t k = 2 + stat_rng_below(&rng, 6);
		size_t cycle = 1 + stat_rng_below(&rng, 40);

		for (size_t j = 0; j + 1 < n; j++)
			s[j] = i % 3 == 0 && j >= cycle
			    ? s[j - cycle]
			    : 1 + stat_rng_below(&rng, k - 1);
		s[n - 1] = 0;
		bad += !is_right(s, n, k, 2);
	}
	is_u64(bad, 0, "suffixes of random texts in order");
	return done();
}
