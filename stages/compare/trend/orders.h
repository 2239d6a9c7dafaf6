/* orders - chance orders of the units: what the terms do in time if nothing
 * changes (trend.1). */
#ifndef ORDERS_H
#define ORDERS_H

#include <stdbool.h>

#include "compare/common/chance.h"
#include "tables.h"

/* Are there any: are they asked for, and are there two points to change places
 * between? */
bool orders_are(const struct trend *t);

/* ln_p[] of the items of t, by tests of which all but their number is set; each
 * place of `in` is dealt a cell of its stratum. */
struct chance orders_run(double *ln_p, const struct trend *t,
    const struct within *in, struct chance_tests x);

/* Notes them; returns the q of an item alone that has the least p. */
double orders_tell(
    const struct trend *t, const struct within *in, const struct chance *c);

#endif
