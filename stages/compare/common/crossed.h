/* crossed - how much the words of parts are the same ones, where parts are made
 * of units (speeches) that may be dealt or drawn anew: for each pair of parts
 * a, b the sum over the terms of F_a F_b / F, with F that of the whole table.
 *
 * That is all of a lexical table that its eigenvalues and the chi2 distances
 * of its parts need, J x J numbers instead of terms x J (Benzecri 1973). */
#ifndef CROSSED_H
#define CROSSED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "crossed_pairs.h"
#include "sparse.h"

struct crossed {
	uint32_t n_unit;
	uint32_t n_part;
	double *words; /* by unit: its sum in the table */
	double *self;  /* by unit: the same with itself, sum of f^2 / F */
	double cost;   /* of a filling: steps, about */
	/* inside; of not too many units all pairs */
	bool by_pairs;
	struct crossed_pairs pairs;
	/* of many units cells f / sqrt(F): rare terms by term, others by blocks
	 * of terms, and unit by unit in each */
	struct sparse rare;
	struct sparse often;
	size_t n_block;
	size_t wide;      /* terms of a block */
	double *held;     /* by part and term of a block */
	double *diagonal; /* by case and part */
};

/* t has terms in rows, units in columns. */
void crossed_open(struct crossed *c, const struct sparse *t, uint32_t n_part);
void crossed_close(struct crossed *c);
/* Sets m, symmetric, of each of n cases, CROSSED_CASES at most. */
void crossed_fill(struct crossed *c, const struct crossed_case *x, size_t n);

#endif
