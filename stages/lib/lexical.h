/* lexical - a lexical table, counts of terms in texts, by rows and by columns
 * (0 left out). */
#ifndef LEXICAL_H
#define LEXICAL_H

#include <stddef.h>
#include <stdint.h>

struct lexical_cell {
	uint32_t
	    id; /* of the term in a text's cells, of the text in a term's */
	double f;
};

struct lexical {
	uint32_t n_text;
	uint32_t n_term;
	size_t *text_first;           /* text i has of_text[text_first[i]] .. */
	struct lexical_cell *of_text; /* terms rising */
	size_t *term_first;
	struct lexical_cell *of_term; /* texts rising */
	double *text_sum;
	double *term_sum;
	size_t cap;
};

void lexical_open(struct lexical *l, uint32_t n_text, uint32_t n_term);
/* Cells come by text, then term. */
void lexical_add(struct lexical *l, uint32_t text, uint32_t term, double f);
/* After the last cell: the columns and the sums. */
void lexical_turn(struct lexical *l);
void lexical_close(struct lexical *l);

#endif
