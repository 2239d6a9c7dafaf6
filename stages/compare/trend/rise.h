/* rise - do the rates of an item rise or fall more than chance orders of the
 * units make them?  (trend.1) */
#ifndef RISE_H
#define RISE_H

#include "compare/common/chance.h"
#include "tables.h"

/* p[] of the items of t, whose p are NAN where they are so before: the share of
 * the chance orders of the units, within the strata of `in`, in which |mk| of
 * the cells' rates, summed over the strata, is as large.  A cell keeps its
 * number of units, and so its rate scatters as it did: with few words in the
 * late ones mk of what does not change has not the law of values that are all
 * alike, nor the mean 0. */
struct chance rise_test(double *p, const struct trend *t,
    const struct within *in, const struct chance_rule *how);

#endif
