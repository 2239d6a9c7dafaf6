/* scores - the z-scores of the most frequent words in each part. */
#ifndef SCORES_H
#define SCORES_H

#include <stddef.h>
#include <stdint.h>

#include "profiles.h"

struct scores {
	double *z;   /* of the parts that have words, n each */
	size_t n;    /* words */
	size_t *row; /* by part: which of them is its own */
};

/* The `words` most frequent ones, of equal ones the first by bytes.  Notes how
 * many there are, and how many of these have the same share in all parts and
 * so no z. */
void scores_open(struct scores *s, const struct profiles *p, uint64_t words);
void scores_free(struct scores *s);

static inline const double *
scores_of(const struct scores *s, uint32_t part)
{
	return s->z + s->row[part] * s->n;
}

#endif
