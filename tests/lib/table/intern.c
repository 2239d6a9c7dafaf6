/* intern: numbers by first sight; growth, what is alike,
 * ranks. */
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "tap.h"

static const char dots[] = "........................................";

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
			uint32_t n = t.n;
			uint32_t id;

			memset(s, 'a', sizeof(s));
			if (at < len)
				s[at] = 'b';
			id = intern_add(&t, s, len);
			same = same && id == n;
			s[len] = 'z'; /* what is behind does not count */
			same = same && intern_add(&t, s, len) == id;
			found = found && intern_find(&t, s, len) == id;
		}
	ok(same, "every length: one number");
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

/* 300,000 strings, short and long: the table doubles nine times, and their
 * bytes take several pages. */
static void
test_growth(void)
{
	const uint32_t n = 300000;
	struct intern t;
	const char *first;
	bool numbered = true;
	bool stay = true;
	bool found = true;
	char s[64];
	size_t len;

	intern_open(&t);
	(void)intern_add(&t, "0", 1);
	first = intern_s(&t, 0, &len);
	for (uint32_t i = 1; i < n; i++) {
		len = (size_t)snprintf(
		    s, sizeof(s), "%.*s%u", (int)(i % 40), dots, i);
		numbered = numbered && intern_add(&t, s, len) == i;
	}
	ok(numbered && t.n == n, "numbers by first sight");
	ok(intern_s(&t, 0, &len) == first, "a string stays where it is");
	for (uint32_t i = 1; i < n; i++) {
		const char *got = intern_s(&t, i, &len);

		(void)snprintf(s, sizeof(s), "%.*s%u", (int)(i % 40), dots, i);
		stay = stay && strcmp(got, s) == 0 && strlen(s) == len;
		found = found && intern_add(&t, s, len) == i &&
		    intern_find(&t, s, len) == i;
		s[0] = 'x'; /* none begins so */
		found = found && intern_find(&t, s, len) == UINT32_MAX;
	}
	ok(stay, "all strings, a NUL behind");
	ok(found && t.n == n, "found, nothing is added twice");
	intern_free(&t);
	ok(t.n == 0 && t.slot == NULL, "freed");
}

/* Strings that differ in length, in NUL bytes, or far behind. */
static void
test_likes(void)
{
	static const char zero[40] = "";
	struct intern t;
	char *big = mem_new(3 << 20, 1);
	bool apart = true;
	size_t len;

	intern_open(&t);
	is_u64(intern_find(&t, "", 0), UINT32_MAX, "an empty table: not there");
	is_u64(intern_add(&t, "", 0), 0, "an empty string");
	is_u64(intern_find(&t, "x", 0), 0, "found");
	is_str(intern_s(&t, 0, &len), "", "given");
	for (size_t k = 1; k <= 40; k++)
		apart = apart && intern_add(&t, zero, k) == k;
	ok(apart, "NUL bytes count");
	memset(big, 'b', 3 << 20);
	is_u64(intern_add(&t, big, 3 << 20), 41, "longer than a page");
	is_u64(intern_add(&t, big, (3 << 20) - 1), 42, "a byte less");
	big[(3 << 20) - 1] = 'c';
	is_u64(intern_find(&t, big, 3 << 20), UINT32_MAX, "another last byte");
	is_u64(intern_add(&t, "small", 5), 43, "a short one behind it");
	intern_s(&t, 41, &len);
	is_u64(len, 3 << 20, "lengths");
	intern_free(&t);
	free(big);
}

/* All strings of up to three of four bytes: ranks are those of memcmp, the
 * shorter first. */
static void
test_all_ranks(void)
{
	static const char byte[] = {0, 'a', '\x7F', '\xC3'};
	struct intern t;
	uint32_t *rank;
	uint32_t *order;
	bool rising = true;

	intern_open(&t);
	intern_rank(&t, &rank, &order);
	free(rank);
	free(order);
	for (unsigned i = 0; i < 256; i++)
		for (size_t len = 9; len <= 12; len++) {
			char s[13] = "        "; /* the first eight are alike */

			for (size_t k = 8; k < 12; k++)
				s[k] = byte[i * 37 >> 2 * (k - 8) & 3];
			(void)intern_add(&t, s, len);
			(void)intern_add(&t, s + 8, len - 8);
		}
	intern_rank(&t, &rank, &order);
	for (uint32_t i = 1; i < t.n; i++) {
		const struct intern_str *a = &t.str[order[i - 1]];
		const struct intern_str *b = &t.str[order[i]];
		int c = memcmp(a->s, b->s, a->len < b->len ? a->len : b->len);

		rising = rising && (c < 0 || (c == 0 && a->len < b->len)) &&
		    rank[order[i]] == i;
	}
	ok(rising && t.n == 680, "ranks rise by bytes, the shorter first");
	free(rank);
	free(order);
	intern_free(&t);
}

int
main(void)
{
	test_lengths();
	test_rank();
	test_growth();
	test_likes();
	test_all_ranks();
	return done();
}
