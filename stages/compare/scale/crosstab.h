/* crosstab - a lexical table both ways: counts of terms in texts, by rows and
 * by columns (0 left out). */
#ifndef CROSSTAB_H
#define CROSSTAB_H

#include <stddef.h>
#include <stdint.h>

struct crosstab_cell {
	uint32_t
	    id; /* of the term in a text's cells, of the text in a term's */
	double f;
};

struct crosstab {
	uint32_t n_text;
	uint32_t n_term;
	size_t *text_first; /* text i has of_text[text_first[i]] .. */
	struct crosstab_cell *of_text; /* terms rising */
	size_t *term_first;
	struct crosstab_cell *of_term; /* texts rising */
	double *text_sum;
	double *term_sum;
	size_t cap;
};

void crosstab_open(struct crosstab *l, uint32_t n_text, uint32_t n_term);
/* Cells come by text, then term. */
void crosstab_add(struct crosstab *l, uint32_t text, uint32_t term, double f);
/* After the last cell: the columns and the sums. */
void crosstab_turn(struct crosstab *l);
void crosstab_close(struct crosstab *l);

#endif
