/* gram_sorted - the words that are held as sorted records. */
#ifndef GRAM_SORTED_H
#define GRAM_SORTED_H

#include <stddef.h>
#include <stdint.h>

#include "gram.h"
#include "gram_record.h"

enum {
	GRAM_TOTALS = GRAM_MAX + 1, /* a part, by size */
	GRAM_PAD = 32               /* elements of tok behind limit */
};

/* What gram_scan() and each() are to see of some records. */
struct gram_sorted {
	struct gram_layout lay;
	uint64_t *r;
	size_t n;
};

/* So many numbers, not cleared; many in large pages, so that the targets of a
 * radix pass stay within the TLB, few at the beginning of a line of cache. */
void *gram_new_large(size_t n);
/* Ways to place n words over the positions that the skips allow. */
size_t gram_ways(size_t n, size_t skips);
/* Raw numbers + 1 to ranks + 1, in place; 0 stays. */
void gram_rank_held(struct gram *g, const uint32_t *rank);
/* Sorted records from the first n positions, for sizes lo..hi, or with skips
 * for size hi; sums them up into g->total. */
void gram_sort_held(struct gram *g, struct gram_sorted *s, size_t n, size_t hi,
    const uint32_t *part_rank);

#endif
