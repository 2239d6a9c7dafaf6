#include "order.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"

/* Numbers of IEEE 754 as whole ones that are in the same order. */
static uint64_t
key_of(double x)
{
	uint64_t u;

	x += 0; /* no -0 */
	memcpy(&u, &x, sizeof(u));
	return u >> 63 ? ~u : u | UINT64_C(1) << 63;
}

struct place *
order_rows(const double *x, uint32_t n)
{
	struct place *a = mem_new(n, sizeof(*a));
	struct place *b = mem_new(n, sizeof(*b));
	uint64_t *sorted;

	for (uint32_t i = 0; i < n; i++)
		a[i] = (struct place){key_of(x[i]), i};
	sorted = radix_sort(&a->key, &b->key, n, sizeof(*a) / sizeof(a->key));
	if (sorted == &a->key) {
		free(b);
		return a;
	}
	free(a);
	return b;
}
