/* wordfish - positions of texts on one line from their counts of terms
 * (Slapin & Proksch 2008).
 *
 * A count is Poisson's, of mean exp(alpha[text] + psi[term] + beta[term]
 * theta[text]).  The likelihood less beta^2 / (2 WORDFISH_SD^2) of every term
 * is made highest under the condition that theta has mean 0 and standard
 * deviation 1 (n - 1): the penalty keeps terms of one text finite, and gives
 * the betas their origin (sum 0), which the likelihood leaves open. */
#ifndef WORDFISH_H
#define WORDFISH_H

#include <stdbool.h>
#include <stdint.h>

#include "crosstab.h"

#define WORDFISH_SD 3.0
#define WORDFISH_EXACT 1e-9 /* a theta that moves less has converged */

struct wordfish {
	double *theta; /* by text */
	double *alpha;
	double *psi; /* by term */
	double *beta;
	uint32_t n_step; /* that it took */
	double last;     /* largest change of a theta in the last one */
	/* inside */
	double lambda; /* what the condition costs */
	double *weight;
	double *was;
};

void wordfish_open(struct wordfish *w, const struct crosstab *l);
void wordfish_close(struct wordfish *w);
/* Sets a start: the first axis of correspondence analysis, found by reciprocal
 * averaging.  False if the texts do not differ. */
bool wordfish_start(struct wordfish *w, const struct crosstab *l);
/* From where w is to the highest likelihood near it; false if it does not
 * converge.  Every text has a term; terms without a text have beta 0. */
bool wordfish_fit(struct wordfish *w, const struct crosstab *l);
/* Turns the line so that theta of one text is less than that of the other. */
void wordfish_turn(struct wordfish *w, const struct crosstab *l, uint32_t left,
    uint32_t right);
/* Standard error of theta[text], the terms taken as known: the inverse of the
 * information of (alpha, theta). */
double wordfish_se(
    const struct wordfish *w, const struct crosstab *l, uint32_t text);

#endif
