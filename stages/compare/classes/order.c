#include "order.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"

enum {
	RUN = 8,
	MANY = 4000 /* rows, from which digits are faster */
};

/* Numbers of IEEE 754 as whole ones that are in the same order. */
static uint64_t
key_of(double x)
{
	uint64_t u;

	x += 0; /* no -0 */
	memcpy(&u, &x, sizeof(u));
	return u >> 63 ? ~u : u | UINT64_C(1) << 63;
}

/* Two runs of a become one of b; of equal keys that of the first comes first.
 */
static void
merge(const struct place *a, struct place *b, uint32_t from, uint32_t len,
    uint32_t n)
{
	uint32_t end_l = n - from < len ? n : from + len;
	uint32_t end_r = n - end_l < len ? n : end_l + len;
	uint32_t l = from;
	uint32_t r = end_l;
	uint32_t k = from;

	while (l < end_l && r < end_r) {
		bool right = a[r].key < a[l].key;

		b[k++] = a[right ? r : l];
		r += right;
		l += !right;
	}
	while (l < end_l)
		b[k++] = a[l++];
	while (r < end_r)
		b[k++] = a[r++];
}

/* Few rows: runs put in order one by one, then merged by turns.  Returns where
 * they end up, a or b. */
static struct place *
merge_few(struct place *a, struct place *b, uint32_t n)
{
	for (uint32_t from = 0; from < n; from += RUN) {
		uint32_t end = n - from < RUN ? n : from + RUN;

		for (uint32_t i = from + 1; i < end; i++) {
			struct place x = a[i];
			uint32_t at = i;

			for (; at > from && a[at - 1].key > x.key; at--)
				a[at] = a[at - 1];
			a[at] = x;
		}
	}
	for (uint32_t len = RUN; len < n; len *= 2) {
		struct place *held = a;

		for (uint32_t from = 0; from < n; from += 2 * len)
			merge(a, b, from, len, n);
		a = b;
		b = held;
	}
	return a;
}

struct place *
order_rows(const double *x, uint32_t n)
{
	struct place *a = mem_new(n, sizeof(*a));
	struct place *b = mem_new(n, sizeof(*b));
	struct place *sorted;

	for (uint32_t i = 0; i < n; i++)
		a[i] = (struct place){key_of(x[i]), i};
	if (n < MANY)
		sorted = merge_few(a, b, n);
	else
		sorted = radix_sort(&a->key, &b->key, n,
			     sizeof(*a) / sizeof(a->key)) == &a->key
		    ? a
		    : b;
	free(sorted == a ? b : a);
	return sorted;
}
