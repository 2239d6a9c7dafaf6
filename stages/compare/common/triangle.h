/* triangle - the distances of all pairs of n parts as one array, each pair
 * once: d(0, 1), d(0, 2) ... d(1, 2) ... */
#ifndef TRIANGLE_H
#define TRIANGLE_H

#include <stddef.h>
#include <stdint.h>

/* Where d(i, j) is, i < j. */
static inline size_t
triangle_at(uint32_t n, uint32_t i, uint32_t j)
{
	return (size_t)i * (2 * (size_t)n - i - 1) / 2 + (j - i - 1);
}

#endif
