/* relabel - the permutation test of keyness, with speeches as the units.
 *
 * The labels target and reference are dealt out to the speeches anew, each side
 * keeping its number of speeches, and a term is as key as few relabellings
 * make its |test| as large as it is (within 1e-9 of it, so that rounding
 * breaks no tie).  Twice, and the larger p counts: with the words of the
 * speeches, and as if those without the term had the same words (apart.h tells
 * why). */
#ifndef RELABEL_H
#define RELABEL_H

#include "compare/common/chance.h"
#include "lib/stat/keyness.h"
#include "versus.h"

/* p[] of v's terms (chance.h), NAN where the test has no value.  Both sides
 * have a unit, together three or more. */
struct chance relabel_test(const struct versus *v,
    double (*of)(const struct stat_keyness *x), const struct chance_rule *rule,
    double *p);

#endif
