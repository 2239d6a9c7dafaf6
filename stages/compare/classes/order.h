/* order - rows in the order of a coordinate. */
#ifndef ORDER_H
#define ORDER_H

#include <stddef.h>
#include <stdint.h>

struct place {
	uint64_t key; /* rises with the coordinate */
	uint64_t row;
};

/* By rising x, none of which is NAN, equal ones by row; the caller's to free.
 */
struct place *order_rows(const double *x, uint32_t n);

#endif
