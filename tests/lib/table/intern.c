/* intern: numbers by first sight, by both ways in. */
#include <stdlib.h>

#include "lib/table/intern.h"
#include "tap.h"

/* Strings of every length up to 40 that differ in one byte each. */
static void
test_lengths(void)
{
	struct intern t;
	char s[64];
	bool same = true;
	bool found = true;

	intern_open(&t);
	for (size_t len = 0; len <= 40; len++)
		for (size_t at = 0; at <= len; at++) {
			struct intern_key k;
			uint32_t n = t.n;
			uint32_t id;

			memset(s, 'a', sizeof(s));
			if (at < len)
				s[at] = 'b';
			id = intern_add(&t, s, len);
			same = same && id == n;
			s[len] = 'z'; /* what is behind does not count */
			intern_key(&t, &k, s, len);
			same = same && intern_add_key(&t, &k) == id;
			found = found && intern_find(&t, s, len) == id;
		}
	ok(same, "every length: one number by both ways");
	ok(found, "every length: found");
	is_u64(intern_find(&t, "c", 1), UINT32_MAX, "what is not there");
	intern_free(&t);
}

static void
test_rank(void)
{
	static const char *const words[] = {
	    "b", "", "ab", "a", "abcdefghij", "abcdefghi", "\xC3\xA9", "a!"};
	static const uint32_t want[] = {6, 0, 3, 1, 5, 4, 7, 2};
	struct intern t;
	uint32_t *rank;
	uint32_t *order;
	bool right = true;

	intern_open(&t);
	for (size_t i = 0; i < 8; i++)
		(void)intern_add(&t, words[i], strlen(words[i]));
	intern_rank(&t, &rank, &order);
	for (uint32_t i = 0; i < 8; i++)
		right = right && rank[i] == want[i] && order[rank[i]] == i;
	ok(right, "ranks are in the order of the bytes");
	free(rank);
	free(order);
	intern_free(&t);
}

int
main(void)
{
	test_lengths();
	test_rank();
	return done();
}
