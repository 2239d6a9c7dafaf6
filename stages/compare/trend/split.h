/* split - the change point of every item of a series: the split into earlier
 * and later points that makes the likelihood of two rates highest, and how
 * often chance orders of the units do as well (trend.1). */
#ifndef SPLIT_H
#define SPLIT_H

#include <stddef.h>
#include <stdint.h>

#include "compare/common/chance.h"
#include "tables.h"

struct split {
	uint32_t at; /* first later point; 0: there is no split */
	uint64_t f;  /* of the earlier points */
	uint64_t t;  /* their words */
	double lr;   /* twice the logarithm of the likelihood ratio; NAN */
	double step; /* with strata: rate behind over rate before; NAN */
};

/* Into v for the items of t, and into ln_p, NAN without chance orders: of the
 * strata of `in` each has a rate of its own, of which the split is a multiple.
 * With one stratum that is the likelihood of two Poisson rates.  With several,
 * occurrences and words of the strata that the split cuts are taken together:
 * O, E expected before it (each stratum's occurrences by its words there), F in
 * all; lr is 2 (O ln(O / E) + (F - O) ln((F - O) / (F - E))), and the step
 * ((F - O) / (F - E)) / (O / E), as in indirect standardisation and the
 * log-rank test (Mantel 1966); exact p comes from chance orders within the
 * strata. */
struct chance split_find(struct split *v, double *ln_p, const struct trend *t,
    const struct within *in);

#endif
