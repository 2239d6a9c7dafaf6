/* radix - sorts records of 64-bit words by LSD radix; stable, no comparisons.
 */
#ifndef RADIX_H
#define RADIX_H

#include <stddef.h>
#include <stdint.h>

enum {
	RADIX_WIDTH = 5, /* words a record, at most */
	RADIX_DIGIT = 11 /* bits: the targets of a pass stay in the L2 cache */
};

/* Sorts n records of width words each, word 0 first.  a and spare hold
 * n * width words; returns the one of them that holds the result. */
uint64_t *radix_sort(uint64_t *a, uint64_t *spare, size_t n, size_t width);

#endif
