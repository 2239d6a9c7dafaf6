/* crowd - the classes of segments of one run in another, which may have cut the
 * speeches otherwise (robust.1). */
#ifndef CROWD_H
#define CROWD_H

#include <stdbool.h>
#include <stdint.h>

#include "sheet.h"

struct crowd {
	bool have;          /* both runs have classes.segments.tsv */
	struct intern base; /* classes, NA left out */
	struct intern other;
	uint64_t *n;     /* segments of the base: class of it, of the other */
	uint64_t shared; /* that have a class in both */
};

void crowd_open(struct crowd *c, const char *base, const char *other);
void crowd_close(struct crowd *c);
/* The class of the other run that shares the most segments with this one, if it
 * has none that it shares more with; else NULL. */
const char *crowd_find(const struct crowd *c, const char *class);
/* The adjusted Rand index over the segments of the base; NAN where there is
 * none. */
double crowd_agreement(const struct crowd *c);

#endif
