/* lafon - the specificities of a count table (Lafon 1980), every part by every
 * term of one n a family of tests.
 *
 * Most terms are rare, so few pairs (f, F) make up most cells of a part: a
 * test is computed once for all cells that share it, those of f = 0 too,
 * which a count table does not write, and these once for all parts of a size.
 * What is held are the rows to show and how often each p is there, in memory
 * or beyond it (spool.h, sorter.h). */
#ifndef LAFON_H
#define LAFON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "correct.h"
#include "lib/base/spool.h"
#include "lib/table/counts.h"

struct lafon_rule {
	bool sign_2009;     /* sign by the side of 0.5 on which P(X <= f) is */
	bool table_margins; /* t and T are the sums of the terms tested */
	uint64_t min;       /* terms with a smaller F are not tested */
	size_t memory;      /* bytes for all; 0: no bound */
	uint32_t size;      /* only this n, as counts_choose_size() says */
	/* the rows that are kept */
	double threshold;   /* of |s| */
	uint64_t strongest; /* so many of each sign and slice; 0: all */
	bool *hidden;       /* by part: no rows are kept */
	bool list;          /* lists what is not far from chance, for -u */
};

/* A cell with p <= LAFON_LISTED, shown or not. */
struct lafon_cell {
	size_t slice;
	uint32_t term;
};

#define LAFON_LISTED 0.05

struct lafon_row {
	double s;    /* specificity; NAN: not testable */
	double ln_p; /* two-sided */
	uint64_t f;
	uint32_t term;
};

/* The terms of one n in classes of the same F, rising. */
struct lafon_family {
	uint64_t T;
	uint32_t n_term; /* terms with F >= min */
	uint32_t n_class;
	uint32_t n_empty;   /* parts with t = 0 */
	uint32_t n_whole;   /* parts with t = T */
	uint32_t *class_of; /* by term; UINT32_MAX if below min or not there */
	uint32_t *term;     /* by class, then term */
	uint32_t *first;    /* class k is term[first[k]] .. [first[k + 1]] */
	uint64_t *freq;     /* F of a class */
	struct correct q;   /* of the cells' p */
};

/* The rows kept of a slice: falling s, those not testable last, then term. */
struct lafon_rows {
	size_t from;
	size_t n;
};

struct lafon {
	struct counts *c;
	struct lafon_rule rule;
	struct lafon_family *family; /* by n */
	uint64_t *t;                 /* by slice */
	struct lafon_rows *rows;     /* by slice */
	struct lafon_cell *cell;     /* with rule.list */
	size_t n_cell;
	/* inside */
	size_t room; /* bytes that each of what grows may take */
	struct spool kept;
	size_t n_kept;
	struct lafon_row *row; /* of the slice under way */
	size_t n_row;
	size_t cap_row;
	size_t cap_cell;
	size_t *seen; /* by term: slice + 1 in which f > 0 */
};

void lafon_open(
    struct lafon *l, struct counts *c, const struct lafon_rule *rule);
/* The rows of a slice, to the next call. */
const struct lafon_row *lafon_rows(struct lafon *l, size_t slice);
void lafon_close(struct lafon *l);

#endif
