#include "order.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	BITS = 11, /* of a digit: counts of one fit the first level of cache */
	DIGITS = 6,
	VALUES = 1 << BITS,
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

static unsigned
digit(uint64_t key, int k)
{
	return (unsigned)(key >> (k * BITS)) & (VALUES - 1);
}

struct place *
order_rows(const double *x, uint32_t n)
{
	struct place *a = mem_new(n, sizeof(*a));
	struct place *b = mem_new(n, sizeof(*b));
	uint32_t(*from)[VALUES] = mem_new(DIGITS, sizeof(*from));

	for (uint32_t i = 0; i < n; i++) {
		a[i] = (struct place){key_of(x[i]), i};
		for (int k = 0; k < DIGITS; k++)
			from[k][digit(a[i].key, k)]++;
	}
	for (int k = 0; k < DIGITS; k++) {
		struct place *swap = a;
		uint32_t sum = 0;

		for (int v = 0; v < VALUES; v++) {
			uint32_t here = from[k][v];

			from[k][v] = sum;
			sum += here;
		}
		for (uint32_t i = 0; i < n; i++)
			b[from[k][digit(a[i].key, k)]++] = a[i];
		a = b;
		b = swap;
	}
	free(b);
	free(from);
	return a;
}
