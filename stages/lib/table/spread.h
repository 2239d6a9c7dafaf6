/* spread - the occurrences of every term, by the parts that have it.
 *
 * Filled in two rounds over the cells of a count table, which stand by part:
 * the first one counts, the second one adds.  Term k then has f[first[k]] ..
 * f[first[k + 1] - 1]. */
#ifndef SPREAD_H
#define SPREAD_H

#include <stddef.h>
#include <stdint.h>

#include "lib/stat/dispersion.h"

struct spread {
	size_t n_part;  /* with words */
	uint64_t words; /* of them all */
	uint64_t least; /* of the smallest */
	uint32_t n_term;
	size_t *first;
	uint64_t *f;
	uint64_t *n; /* words of the part */
	size_t *at;  /* inside */
};

void spread_open(struct spread *s, uint32_t n_term);
void spread_close(struct spread *s);
void spread_part(struct spread *s, uint64_t words); /* > 0 */

static inline void
spread_count(struct spread *s, uint32_t term)
{
	s->first[term + 1]++;
}

void spread_room(struct spread *s); /* between the two rounds */

static inline void
spread_add(struct spread *s, uint32_t term, uint64_t f, uint64_t words)
{
	s->f[s->at[term]] = f;
	s->n[s->at[term]++] = words;
}

/* The term as lib/stat/dispersion.h takes it; F may be 0. */
struct stat_dispersion spread_of(const struct spread *s, uint32_t term);

#endif
