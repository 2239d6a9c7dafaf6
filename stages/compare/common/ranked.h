/* ranked - numbered things in the order of a figure. */
#ifndef RANKED_H
#define RANKED_H

#include <stddef.h>
#include <stdint.h>

struct ranked {
	double v;
	uint32_t id;
};

/* By v, NAN last, then by rising id. */
void ranked_rising(struct ranked *r, size_t n);
void ranked_falling(struct ranked *r, size_t n);

#endif
