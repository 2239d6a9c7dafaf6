/* words: numbers by first sight, near or far; every length, growth, none. */
#include <stdio.h>
#include <string.h>

#include "count/ngrams/words.h"
#include "tap.h"

static struct word *
get(struct words *t, const char *s, size_t len)
{
	struct words_key k;
	struct word *w;

	words_key(t, &k, s, (uint32_t)len);
	return words_near(t, &k, &w) ? w : words_get(t, &k);
}

/* Strings of 1 to 40 bytes that differ in one of them. */
static void
test_lengths(void)
{
	struct words t;
	bool fresh = true;
	bool found = true;
	uint32_t n = 0;
	char s[64];

	words_open(&t);
	for (int round = 0; round < 2; round++) {
		n = 0;
		for (size_t len = 1; len <= 40; len++)
			for (size_t at = 0; at <= len; at++) {
				struct word *w;

				memset(s, 'a', sizeof(s));
				if (at < len)
					s[at] = 'b';
				s[len] = 'z'; /* does not count */
				w = get(&t, s, len);
				n++;
				fresh = fresh && (round > 0 || t.n == n);
				found = found && w->id1 == n;
				w->freq++;
			}
	}
	ok(fresh, "every length is new");
	ok(found && t.n == n, "and found again");
	is_u64(get(&t, s, 0)->id1, 0, "none has no number");
	is_u64(t.n, n, "and is not added");
	words_free(&t);
}

static void
add_up(void *arg, const struct word *w)
{
	uint64_t *sum = arg;

	sum[0]++;
	sum[1] += w->freq;
	sum[2] += w->id1;
}

/* The table grows six times; what it holds stays. */
static void
test_growth(void)
{
	const uint32_t n = 150000;
	struct words t;
	uint64_t sum[3] = {0};
	bool right = true;
	char s[64];

	words_open(&t);
	for (int round = 0; round < 3; round++)
		for (uint32_t i = 0; i < n; i++) {
			size_t len = (size_t)snprintf(s, sizeof(s), "%s%u",
			    i % 7 == 0 ? "anticonstitutionnellement" : "m", i);
			struct word *w = get(&t, s, len);

			right = right && w->id1 == i + 1;
			w->freq++;
		}
	ok(right && t.n == n, "numbers by first sight");
	words_each(&t, add_up, sum);
	is_u64(sum[0], n, "each once");
	is_u64(sum[1], 3 * (uint64_t)n, "with its count");
	is_u64(sum[2], (uint64_t)n * (n + 1) / 2, "and its number");
	words_free(&t);
}

int
main(void)
{
	test_lengths();
	test_growth();
	return done();
}
