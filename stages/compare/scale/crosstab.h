/* crosstab - a lexical table both ways: counts of terms in texts, by rows and
 * by columns. */
#ifndef CROSSTAB_H
#define CROSSTAB_H

#include <stdint.h>

#include "compare/common/sparse.h"

struct crosstab {
	uint32_t n_text;
	uint32_t n_term;
	struct sparse text; /* texts in rows */
	struct sparse term; /* terms in rows */
	double *text_sum;
	double *term_sum;
};

void crosstab_open(struct crosstab *l, uint32_t n_text, uint32_t n_term);
/* Cells come by text, then term. */
void crosstab_add(struct crosstab *l, uint32_t text, uint32_t term, double f);
/* After the last cell: the columns and the sums. */
void crosstab_turn(struct crosstab *l);
void crosstab_close(struct crosstab *l);

#endif
