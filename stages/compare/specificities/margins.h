/* margins - F of terms and t of parts of one n (lafon.h). */
#ifndef MARGINS_H
#define MARGINS_H

#include <stddef.h>
#include <stdint.h>

#include "lafon.h"

/* A slice, to be put in the order of sizes. */
struct sized {
	uint64_t t;
	size_t slice;
};

/* The terms with F >= min in classes. */
void margins_classes(struct lafon *l, uint32_t size);
/* t of the slices of one n, and T; returns the slices in the order of t, to be
 * freed. */
struct sized *margins_parts(struct lafon *l, uint32_t size, size_t *n);

#endif
