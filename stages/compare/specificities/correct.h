/* correct - p-values of a family of tests, corrected together (Benjamini &
 * Hochberg 1995): each p once, with how many tests have it, in memory or
 * beyond.
 *
 * Equal p have equal q, so the order of the tests never matters.
 * R: log(p.adjust(p, "BH")) */
#ifndef CORRECT_H
#define CORRECT_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/sorter.h"
#include "lib/base/spool.h"

struct correct {
	uint64_t n; /* tests */
	/* inside */
	uint64_t n_one;      /* those with p = 1, mostly many */
	struct sorter tests; /* the other p, and how often */
	/* each ln p once, falling, with its ln q */
	struct spool found;
	struct spool_view look;
	double *every; /* the first ln p of each block */
	size_t n_block;
	size_t cap;
};

/* room: bytes of memory, 0 for no bound. */
void correct_open(struct correct *c, size_t room);
/* n tests of one p, a natural logarithm; NAN is no test. */
void correct_add(struct correct *c, double ln_p, uint64_t n);
void correct_finish(struct correct *c); /* after the last one */
/* ln q of a p that was added; NAN of NAN. */
double correct_q(struct correct *c, double ln_p);
void correct_close(struct correct *c);

#endif
