/* profiles - the terms of the texts that are compared, and of the parts that
 * they belong to.
 *
 * A part is one text, or is cut into several; its distance from another part
 * is then the mean over all pairs of their texts. */
#ifndef PROFILES_H
#define PROFILES_H

#include <stddef.h>
#include <stdint.h>

#include "compare/common/sparse.h"
#include "lib/table/counts.h"
#include "stat_distance.h"

struct profile {
	uint32_t row; /* of the cells: its terms */
	uint32_t part;
	uint32_t unit; /* speeches that were cut together (chunks.h), or 0 */
	uint64_t size; /* tokens, those without a row too */
};

struct profiles {
	uint32_t n_part;
	char **name; /* of the parts, rising, as a table writes them */
	struct profile *part;
	size_t *first; /* part i has text[first[i]] .. text[first[i + 1] - 1] */
	struct profile *text;
	size_t n_text;
	uint32_t n_unit;
	struct sparse cells; /* a row a profile, terms in columns */
	uint32_t n_term;
	double *sum;     /* by term: f in the corpus */
	uint64_t total;  /* tokens of the corpus */
	uint64_t rows;   /* those that have a row */
	size_t cap_text; /* inside */
};

/* A text is the row's part; the table has a column part and one n.  rows: a
 * part is as large as its rows, not as its margin. */
void profiles_counts(struct profiles *p, const struct counts *c, bool rows);
/* By hand: the cells of each text, then profiles_text(), which gives it; before
 * the end n_part, name and n_term are set. */
void profiles_open(struct profiles *p);
struct profile *profiles_text(struct profiles *p, uint32_t part, uint64_t size);
void profiles_done(struct profiles *p);
void profiles_free(struct profiles *p);
/* How many terms it has. */
size_t profiles_terms(const struct profiles *p, const struct profile *x);

/* Two texts under comparison. */
struct profiles_pair {
	const struct profiles *p;
	const struct profile *a;
	double *of_a;        /* by term: its count in a */
	unsigned char *of_b; /* by term: 1 while it is one of b's */
	double *x;
	double *y;
	double *w;
};
void profiles_pair_open(struct profiles_pair *r, const struct profiles *p);
void profiles_pair_free(struct profiles_pair *r);
/* The first text, then as many second ones as are to be compared with it; the
 * pair stands until the next call, and has w only if that is asked for. */
void profiles_pair_first(struct profiles_pair *r, const struct profile *a);
struct stat_pair profiles_pair(
    struct profiles_pair *r, const struct profile *b, bool weigh);

#endif
