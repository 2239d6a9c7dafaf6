/* wordscores - positions of texts from texts whose positions are known (Laver,
 * Benoit & Garry 2003). */
#ifndef WORDSCORES_H
#define WORDSCORES_H

#include <stdint.h>

#include "crosstab.h"

struct wordscores {
	double *term; /* by term: its score, NAN if no reference has it */
};

struct wordscores_text {
	double score; /* NAN if it has no scored term */
	double se;
	double tokens; /* scored */
	uint32_t terms;
};

/* known is the score of a text, or NAN; words its length, by which the counts
 * of a reference are divided. */
void wordscores_open(struct wordscores *w, const struct crosstab *l,
    const double *known, const uint64_t *words);
void wordscores_close(struct wordscores *w);
struct wordscores_text wordscores_text(
    const struct wordscores *w, const struct crosstab *l, uint32_t text);

#endif
