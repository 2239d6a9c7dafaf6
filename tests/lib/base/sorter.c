/* radix_sort: against qsort, for every width and shape of keys; sorters against
 * it, in memory and beyond. */
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"
#include "tap.h"

enum {
	N = 3000
};

static uint64_t
next(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + 1442695040888963407;
	return *state ^ *state >> 33;
}

static int
compare(const void *a, const void *b, void *width)
{
	const uint64_t *x = a;
	const uint64_t *y = b;

	for (size_t w = 0; w < *(size_t *)width; w++)
		if (x[w] != y[w])
			return x[w] < y[w] ? -1 : 1;
	return 0;
}

static void
test_width(size_t width, uint64_t mask, const char *name)
{
	uint64_t *a = mem_new(N * width, sizeof(*a));
	uint64_t *spare = mem_new(N * width, sizeof(*a));
	uint64_t *want = mem_new(N * width, sizeof(*a));
	uint64_t state = 7;
	const uint64_t *got;

	for (size_t i = 0; i < N * width; i++)
		want[i] = a[i] = next(&state) & mask;
	qsort_r(want, N, width * sizeof(*a), compare, &width);
	got = radix_sort(a, spare, N, width);
	ok(memcmp(got, want, N * width * sizeof(*a)) == 0, name);
	free(a);
	free(spare);
	free(want);
}

/* Few keys, numbered records: equal ones have to stay as they came. */
static void
test_sorter(size_t width, size_t n, size_t room, const char *name)
{
	struct sorter s;
	uint64_t state = 11;
	uint64_t last[2] = {0};
	size_t n_seen = 0;
	size_t n_bad = 0;
	const uint64_t *r;

	sorter_open(&s, width, 1, room);
	for (size_t i = 0; i < n; i++) {
		uint64_t *to = sorter_add(&s);

		memset(to, 0, width * sizeof(*to));
		to[0] = next(&state) % 50;
		to[1] = i + 1;
	}
	sorter_finish(&s);
	for (; (r = sorter_next(&s)) != NULL; n_seen++) {
		n_bad += r[0] < last[0] || (r[0] == last[0] && r[1] < last[1]);
		last[0] = r[0];
		last[1] = r[1];
	}
	ok(n_seen == n && n_bad == 0 && s.n_all == n, name);
	ok((room > 0 && n > 4096) == (s.n_run > 0), "it spills where it must");
	sorter_close(&s);
}

static void
test_spool(size_t room, size_t block, const char *name)
{
	struct spool s;
	struct spool_view v;
	const uint64_t last = UINT64_MAX;
	uint64_t state = 5;
	uint64_t x;
	size_t n_bad = 0;

	spool_open(&s, room);
	for (uint64_t i = 0; i < N; i++)
		spool_put(&s, &i, sizeof(i));
	x = last;
	spool_set(&s, (uint64_t)8 * (N - 1), &x, sizeof(x));
	spool_view(&v, &s, block);
	for (size_t k = 0; k < N; k++) {
		uint64_t i = k == 0 ? N - 1 : next(&state) % N;
		uint64_t want = i == N - 1 ? last : i;

		memcpy(&x, spool_at(&v, 8 * i, sizeof(x)), sizeof(x));
		n_bad += x != want;
		spool_get(&s, 8 * i, &x, sizeof(x));
		n_bad += x != want;
	}
	ok(s.size == (uint64_t)8 * N && n_bad == 0, name);
	spool_view_free(&v);
	spool_close(&s);
}

int
main(void)
{
	uint64_t one[1] = {3};
	uint64_t spare[1];

	test_width(1, UINT64_MAX, "1 word, all bits");
	test_width(1, 0x3FF00, "1 word, few bits");
	test_width(1, UINT64_C(1) << 63, "1 word, the highest bit");
	test_width(1, 0, "1 word, all equal");
	test_width(2, UINT64_MAX, "2 words");
	test_width(2, 3, "2 words, many equal");
	test_width(3, 0xFFFF, "3 words");
	test_width(4, 0xFFFFFFFFFF, "4 words");
	test_width(5, 7, "5 words");
	ok(radix_sort(one, spare, 1, 1) == one, "one record");
	ok(radix_sort(one, spare, 0, 1) == one, "none");
	test_sorter(2, 0, 0, "a sorter of none");
	test_sorter(2, 0, 1, "of none, with a bound");
	test_sorter(2, 5000, 0, "in memory");
	test_sorter(3, 4096, 1, "all that may be held");
	test_sorter(3, 4097, 1, "one more");
	test_sorter(2, 100000, 1, "many runs");
	test_sorter(5, 100000, 1 << 20, "wide records");
	test_spool(0, 64, "a spool in memory");
	test_spool(1, 64, "in a file");
	test_spool(20000, 4096, "in a file after some time");
	return done();
}
