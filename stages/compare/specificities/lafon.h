/* lafon - the specificities of a count table (Lafon 1980), every part by every
 * term of one n a family of tests.
 *
 * Most terms are rare, so few pairs (f, F) make up most cells of a part: a
 * test is computed once for all cells that share it, those of f = 0 too,
 * which a count table does not write. */
#ifndef LAFON_H
#define LAFON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/table/counts.h"
#include "lib/table/intern.h"

struct lafon_rule {
	bool sign_2009;     /* sign by the side of 0.5 on which P(X <= f) is */
	bool table_margins; /* t and T are the sums of the terms tested */
	uint64_t min;       /* terms with a smaller F are not tested */
	size_t memory;      /* bytes for all; 0: no bound */
	uint32_t size;      /* only this n, as sizes_choose() says */
};

/* Cells of one part with the same f and F. */
struct lafon_test {
	double s;    /* specificity; NAN: not testable */
	double ln_p; /* one-sided */
	double ln_q; /* Benjamini-Hochberg over the family */
};

/* The terms of one n in classes of the same F, rising. */
struct lafon_family {
	uint64_t T;
	uint64_t n_cell; /* cells tested */
	uint32_t n_term; /* terms with F >= min */
	uint32_t n_class;
	uint32_t n_empty;   /* parts with t = 0 */
	uint32_t n_whole;   /* parts with t = T */
	uint32_t *class_of; /* by term; UINT32_MAX if below min or not there */
	uint32_t *term;     /* by class, then term */
	uint32_t *first;    /* class k is term[first[k]] .. [first[k + 1]] */
	uint64_t *freq;     /* F of a class */
};

struct lafon {
	const struct counts *c;
	struct lafon_rule rule;
	struct lafon_family *family; /* by n */
	uint64_t *t;                 /* by slice */
	size_t *zero;    /* by slice: test of f = 0 in class 0, 1 ... */
	size_t *test_of; /* by cell; SIZE_MAX: not tested */
	struct lafon_test *test;
	uint64_t *n_same; /* by test: cells that it stands for */
	size_t n_test;
	size_t cap_test;
	size_t cap_same;
	/* inside, of the family under way */
	struct intern sizes; /* of parts */
	size_t *zero_of;     /* by size: as zero */
	size_t cap_zero;
};

void lafon_open(
    struct lafon *l, const struct counts *c, const struct lafon_rule *rule);
void lafon_close(struct lafon *l);

#endif
