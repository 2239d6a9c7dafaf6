#include "near.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
near_distance(const char *a, const char *b)
{
	size_t n = strlen(b);
	size_t *row = mem_new(n + 1, sizeof(*row));
	size_t res;

	for (size_t k = 0; k <= n; k++)
		row[k] = k;
	for (size_t i = 0; a[i] != '\0'; i++) {
		size_t diagonal = row[0]++;

		for (size_t k = 1; k <= n; k++) {
			size_t change = diagonal + (a[i] != b[k - 1]);

			diagonal = row[k];
			row[k] = least(change, least(row[k], row[k - 1]) + 1);
		}
	}
	res = row[n];
	free(row);
	return res;
}

bool
near_within(const char *a, const char *b, size_t far)
{
	while (*a == *b && *a != '\0') {
		a++;
		b++;
	}
	if (*a == *b)
		return true;
	if (far == 0)
		return false;
	return (*a != '\0' && *b != '\0' &&
		   near_within(a + 1, b + 1, far - 1)) ||
	    (*a != '\0' && near_within(a + 1, b, far - 1)) ||
	    (*b != '\0' && near_within(a, b + 1, far - 1));
}
