/* segment_table - repeated segments as a table, and by part as a count table
 * (segments.1). */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/common/rows.h"
#include "lib/base/out.h"
#include "repeat.h"
#include "text.h"

enum {
	PARENT = 20 /* words of a parent that are shown */
};
#define WORDS_MAX UINT64_C(1000000000) /* of a table */
#define ROWS_MAX UINT64_C(100000000)   /* of a count table */

struct choice {
	uint32_t lo; /* lengths, 2 at least */
	uint32_t hi;
	bool all; /* constrained ones, too */
};

/* The lengths of a node's segments to show, *lo to *hi; none if *lo > *hi. */
void segment_lengths(const struct choice *c, const struct repeat_node *v,
    uint32_t *lo, uint32_t *hi);

/* What is shown of the segments, and what is not. */
struct segment_sums {
	uint64_t n_free;
	uint64_t n_constrained;
	uint64_t n_unknown;
	uint64_t words; /* of the rows to write; beyond the limit only more */
	uint64_t part_rows; /* by part */
};

void segment_sums(
    struct segment_sums *x, struct repeat *r, const struct choice *c);
/* Falling length, falling frequency, then bytes. */
void segment_list(struct repeat *r, struct segment_text *t,
    const struct choice *c, struct out *o);
/* part n ngram freq, with margin rows: the n-grams of runs. */
void segment_counts(struct repeat *r, struct segment_text *t,
    const struct choice *c, struct out *o);
/* The same, where memory has no room for the rows. */
void list_far(struct repeat *r, struct segment_text *t, const struct choice *c,
    struct out *o);
void counts_far(struct repeat *r, struct segment_text *t,
    const struct choice *c, struct out *o);

/* ---- inside ---- */

struct writer {
	struct segment_text *t;
	struct rows rows; /* the words as cells */
	struct out *o;
};

struct segment_row {
	uint32_t at; /* its words */
	uint32_t len;
	uint32_t size;
	uint32_t parts;
	uint32_t parent; /* as repeat_parent() says */
	uint32_t parent_at;
};

void segment_put_head(struct writer *w);
void segment_put(struct writer *w, const struct segment_row *x);

#endif
