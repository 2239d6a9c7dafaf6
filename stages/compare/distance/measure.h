/* measure - the measures of distance, by their names (option -M). */
#ifndef MEASURE_H
#define MEASURE_H

#include <stddef.h>

#include "stat_distance.h"

struct measure {
	const char *name;
	double (*pair)(const struct stat_pair *p);
	/* of z-scores, instead */
	double (*delta)(const double *x, const double *y, size_t n);
	/* of texts of one size, by the words that they share; NULL: that does
	 * not say it */
	double (*shared)(uint64_t words, uint64_t size);
};

/* Exit 2 where there is none of that name. */
const struct measure *measure_find(const char *name);

#endif
