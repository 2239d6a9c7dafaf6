/* lexical - the lexical table of an analysis: of a count table the terms and
 * parts that take part in it, the terms in rows, the parts in columns. */
#ifndef LEXICAL_H
#define LEXICAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/common/sparse.h"
#include "lib/table/counts.h"

struct lexical_rule {
	uint32_t size;          /* this n (number in counts.sizes) */
	uint64_t min;           /* least F, 1 or more */
	uint32_t parts;         /* in so many parts at least, 1 or more */
	const bool *aside_part; /* by part of the count table: no column */
	const bool *aside_term; /* by term: no row */
};

struct lexical {
	struct sparse t; /* no row and no column is empty */
	uint32_t *term;  /* by row: number in counts.terms, rising */
	uint32_t *part;  /* by column: number in counts.parts, rising */
	uint32_t *row;   /* by term, UINT32_MAX if it has none */
	uint32_t *col;   /* by part */
	uint32_t n_rare; /* terms with 0 < F < min */
	uint32_t n_few;  /* the others in too few parts */
};

/* The number of the n to take, size or NULL: exit 1 where it is not clear;
 * COUNTS_SIZES_NONE, with a note, where no row has it. */
uint32_t lexical_size(const struct counts *c, const char *size);
void lexical_open(
    struct lexical *l, const struct counts *c, const struct lexical_rule *rule);
void lexical_close(struct lexical *l);
/* The cells of c that have a row and a column by these numbers, which rise
 * where they are not UINT32_MAX: parts in rows of t, terms in its columns. */
struct lexical_numbers {
	const uint32_t *part;
	const uint32_t *term;
	uint32_t n_part;
	uint32_t n_term;
};
void lexical_cells(struct sparse *t, const struct counts *c, uint32_t size,
    const struct lexical_numbers *k);
/* Columns of t added up by group: groups in rows of to, rows of t in its
 * columns; of[i] is the group of column i. */
void lexical_pool(struct sparse *to, const struct sparse *t, const uint32_t *of,
    uint32_t n_group);

#endif
