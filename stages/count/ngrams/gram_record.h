/* gram_record - n-grams packed into as few bits as they need.
 *
 * A record holds the rank of its part and the ranks + 1 of up to hi words, 0
 * where a break came before.  Sorted by radix_sort(), its records stand in
 * the order of the n-grams of every size at once. */
#ifndef GRAM_RECORD_H
#define GRAM_RECORD_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/sorter.h"

enum {
	GRAM_MAX = 9,
	GRAM_HEAPS = 1 << RADIX_DIGIT
};

/* Field 0 is the part, field k the k-th word. */
struct gram_layout {
	size_t hi;    /* words a record */
	size_t width; /* 64-bit words a record */
	uint8_t word[GRAM_MAX + 1];
	uint8_t shift[GRAM_MAX + 1];
	uint64_t field[GRAM_MAX + 1];               /* masks, shifted down */
	uint64_t prefix[GRAM_MAX + 1][RADIX_WIDTH]; /* of fields 0..k */
};

/* Words of one part: ranks + 1, or 0 for a break.  Records begin at the
 * first n; behind them at least hi + skips more can be read. */
struct gram_stretch {
	const uint32_t *tok;
	size_t n;
	uint32_t part; /* rank */
	size_t skips;
	uint64_t *seen; /* seen[k] grows by the records that hold k words */
};

/* One n-gram of a part, or with word NULL the sum of all of this size. */
struct gram_row {
	uint32_t part; /* rank of its name */
	size_t n;
	const uint32_t *word; /* ranks */
	uint64_t freq;
};

typedef void gram_each(void *arg, const struct gram_row *row);

void gram_lay_out(
    struct gram_layout *l, uint32_t n_words, uint32_t n_parts, size_t hi);
/* Writes the records of size hi of a stretch with skips to r and returns their
 * end. */
uint64_t *gram_pack(
    const struct gram_layout *l, const struct gram_stretch *s, uint64_t *r);

/* Without skips the records are dealt to heaps by their first bits, so that
 * each heap can be sorted within the cache. */
struct gram_heaps {
	unsigned shift;        /* what stays of a record's first word */
	size_t n;              /* heaps */
	size_t most;           /* records of the largest one */
	size_t at[GRAM_HEAPS]; /* the next record's place */
};

/* First all stretches are counted; gram_places() then gives the heaps their
 * places and returns the number of all records; so they can be dealt, and
 * sorted with `most` spare records. */
void gram_heaps(struct gram_heaps *h, const struct gram_layout *l);
void gram_count(struct gram_heaps *h, const struct gram_layout *l,
    const struct gram_stretch *s);
size_t gram_places(struct gram_heaps *h);
void gram_deal(struct gram_heaps *h, const struct gram_layout *l,
    const struct gram_stretch *s, uint64_t *r);
void gram_sort(const struct gram_heaps *h, const struct gram_layout *l,
    uint64_t *r, uint64_t *spare);

uint32_t gram_part_of(const struct gram_layout *l, const uint64_t *r);
/* Of n sorted records, how many are of the first one's part. */
size_t gram_same_part(const struct gram_layout *l, const uint64_t *r, size_t n);
/* The n-grams of size k in n sorted records, each once. */
struct gram_scan {
	const uint64_t *r;
	size_t n;
	size_t k;
	gram_each *each;
	void *arg;
};
void gram_scan(const struct gram_layout *l, const struct gram_scan *s);

#endif
