/* chrono - chronological specificities: of the groups of consecutive points
 * of a series, the one in which an item is most specific (Lafon 1980; Salem
 * 1991). */
#ifndef CHRONO_H
#define CHRONO_H

#include <stddef.h>
#include <stdint.h>

#include "series.h"

struct chrono {
	const struct series *s;
	uint64_t n_group; /* groups but the whole */
	uint64_t *f;      /* up to the point, by point + 1 */
	uint64_t *t;
	struct chrono_group *group;
	size_t n;
	size_t cap;
};

struct chrono_group {
	uint32_t from; /* points from .. to */
	uint32_t to;
	uint64_t f;
	uint64_t t;
	double ln_p; /* of one side; NAN: not testable */
	double s;    /* specificity */
	double most; /* -ln p is at most this */
};

void chrono_open(struct chrono *c, const struct series *s);
void chrono_close(struct chrono *c);
/* The group with the largest |S|; of equal ones (a group at an end and the
 * rest are always equal) that with S > 0, then the shorter, then the earlier.
 * s and ln_p are NAN if there is no group to test. */
struct chrono_group chrono_best(struct chrono *c, uint32_t item);

#endif
