/* profile - which forms, or other marks, the segments of a class have
 * more or less often than those of the others (classes.1). */
#ifndef PROFILE_H
#define PROFILE_H

#include "assign.h"
#include "compare/common/sparse.h"

struct mark {
	uint32_t item; /* column of the table */
	uint32_t in;   /* segments of the class that have it */
	uint32_t all;  /* segments of all classes that have it */
	double chi2;   /* signed; NAN where it is in no segment or in all */
	double ln_p;
	double ln_q; /* Benjamini & Hochberg, over all classes and items */
};

struct profile {
	uint32_t n_class;
	uint32_t n_item;
	uint32_t n; /* segments in classes */
	uint64_t n_test;
	struct mark *mark; /* by class (from 0), then by item */
	uint32_t *order;   /* by class the items: falling chi2, what has none
			      last, equal ones in their own order */
};

/* t has a row a segment. */
void profile_open(
    struct profile *p, const struct classes *c, const struct sparse *t);
void profile_free(struct profile *p);

static inline const struct mark *
profile_mark(const struct profile *p, uint32_t class, uint32_t item)
{
	return &p->mark[(size_t)(class - 1) * p->n_item + item];
}

/* The k-th item of a class by falling chi2. */
static inline const struct mark *
profile_rank(const struct profile *p, uint32_t class, uint32_t k)
{
	return profile_mark(
	    p, class, p->order[(size_t)(class - 1) * p->n_item + k]);
}

struct typical {
	uint32_t segment;
	double score; /* sum of the chi2 of its forms */
};

/* Which segments are asked for. */
struct wish {
	uint32_t class;
	double least;  /* a form counts from this chi2 on */
	uint32_t most; /* segments */
};

/* The segments of a class with the highest sums of the chi2 of their forms in
 * it, equal ones in their order, into `to`.  Returns how many there are. */
uint32_t profile_typical(const struct profile *p, const struct classes *c,
    const struct sparse *t, const struct wish *w, struct typical *to);

#endif
