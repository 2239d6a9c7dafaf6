/* places - where the parts stand on the axes of a factor map
 * (robust.1). */
#ifndef PLACES_H
#define PLACES_H

#include <stdbool.h>

#include "sheet.h"

enum {
	PLACES_AXES = 8,
	PLACES_FEWEST = 3 /* parts: two go together on any axis */
};

struct places {
	struct sheet factors; /* factors-PART.tsv by kind and name */
	bool have;
	size_t n_axis;
	char *axis[PLACES_AXES]; /* its number */
	bool real[PLACES_AXES];  /* larger than chance gives */
	size_t col[PLACES_AXES];
};

void places_open(struct places *p, const char *folder, const char *part);
void places_close(struct places *p);
/* By its number, as eigenvalues has it; PLACES_AXES: there is none. */
size_t places_axis(const struct places *p, const char *number);
/* The parts that both have. */
size_t places_shared(const struct places *p, const struct places *q);
/* The correlation, without its sign, of an axis of the one with an axis of the
 * other over these; NAN if there are too few. */
double places_agree(
    const struct places *p, size_t axis, const struct places *q, size_t other);

#endif
