/* apart - do parts differ in how often they have an item, by more than the
 * speeches that they are made of would by chance?
 *
 * With f_j of an item in part j, and E_j what is to be expected of its words
 * (in each stratum the share of the stratum's words), all parts together differ
 * by the sum of 3 (f_j - E_j)^2 / (f_j + 2 E_j), one of them from the others by
 * that of its own and of theirs together.  It is the log-likelihood ratio G2
 * (Dunning 1993), with x ln x - x + 1 taken as 3/2 (x - 1)^2 / (x + 2): unlike
 * chi2 it sees too few as well as too many where words come in bunches
 * (bench/null.py).  How large it gets by chance is told by dealing the parts to
 * the speeches anew (chance.h), not by the law of the words.
 *
 * Twice, and the larger p counts: once with E of the words that the part was
 * dealt, once as if all speeches of a stratum that have not the item had the
 * same words, their mean.  Those speeches say nothing about the item but how
 * long the part is, and where a part's speeches are shorter than others, that
 * would tell apart deals that give it the same occurrences, always to its
 * favour: a word of one speech would be beyond them all. */
#ifndef APART_H
#define APART_H

#include <stdint.h>

#include "chance.h"
#include "units.h"

#define APART_ALL UINT32_MAX /* a part: all of them together */

struct apart_test {
	uint32_t item;
	uint32_t part;
};

/* The p of n tests, those of an item side by side; NAN where nothing can
 * differ: an item that is not there, a part that is empty or all, and all parts
 * where each is one speech. */
struct chance apart_run(const struct units *u, const struct apart_test *test,
    uint32_t n, const struct chance_rule *rule, double *p);

#endif
