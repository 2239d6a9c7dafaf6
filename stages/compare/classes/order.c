#include "order.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	SHORT = 8, /* bits of a digit, where the rows are few */
	LONG = 11, /* counts of one still fit the first level of cache */
	FEW = 4096,
	VALUES = 1 << LONG,
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

struct place *
order_rows(const double *x, uint32_t n)
{
	struct place *a = mem_new(n, sizeof(*a));
	struct place *b = mem_new(n, sizeof(*b));
	unsigned bits = n < FEW ? SHORT : LONG;
	unsigned values = 1U << bits;
	uint32_t from[VALUES];

	for (uint32_t i = 0; i < n; i++)
		a[i] = (struct place){key_of(x[i]), i};
	for (unsigned k = 0; k < 64; k += bits) {
		struct place *swap = a;
		uint32_t sum = 0;

		memset(from, 0, values * sizeof(*from));
		for (uint32_t i = 0; i < n; i++)
			from[a[i].key >> k & (values - 1)]++;
		for (unsigned v = 0; v < values; v++) {
			uint32_t here = from[v];

			from[v] = sum;
			sum += here;
		}
		for (uint32_t i = 0; i < n; i++)
			b[from[a[i].key >> k & (values - 1)]++] = a[i];
		a = b;
		b = swap;
	}
	free(b);
	return a;
}
