/* radix_sort: against qsort, for every width and shape of keys. */
#include <stdlib.h>

#include "count/common/radix.h"
#include "lib/base/mem.h"
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
	return done();
}
