/* segment_table - repeated segments as a table, and by part as a count table
 * (segments.1). */
#ifndef SEGMENT_TABLE_H
#define SEGMENT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "repeat.h"
#include "text.h"

enum {
	SEGMENT_PARENT = 20 /* words of a parent that are shown */
};
#define SEGMENT_WORDS_MAX UINT64_C(1000000000) /* of a table */
#define SEGMENT_ROWS_MAX UINT64_C(100000000)   /* of a count table */

struct segment_choice {
	uint32_t lo; /* lengths, 2 at least */
	uint32_t hi;
	bool all; /* constrained ones, too */
};

/* The lengths of a node's segments to show, *lo to *hi; none if *lo > *hi. */
void segment_lengths(const struct repeat *r, const struct segment_choice *c,
    const struct repeat_node *v, uint32_t *lo, uint32_t *hi);

/* What is shown of the segments, and what is not. */
struct segment_sums {
	uint64_t n_free;
	uint64_t n_constrained;
	uint64_t n_unknown;
	uint64_t words; /* of the rows to write; beyond the limit only more */
	uint64_t part_rows; /* by part */
};

void segment_sums(struct segment_sums *x, const struct repeat *r,
    const struct segment_choice *c);
/* Falling length, falling frequency, then bytes. */
void segment_list(const struct repeat *r, const struct segment_text *t,
    const struct segment_choice *c, struct out *o);
/* part n ngram freq, with margin rows: the n-grams of runs. */
void segment_counts(const struct repeat *r, const struct segment_text *t,
    const struct segment_choice *c, struct out *o);

#endif
