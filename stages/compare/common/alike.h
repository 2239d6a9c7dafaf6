/* alike - deals of the parts that a test cannot tell apart: those that give a
 * part the same speeches, and those in which parts of as many speeches change
 * names.  No p is smaller than the share of the deals that are like the one
 * that was seen. */
#ifndef ALIKE_H
#define ALIKE_H

#include <stdint.h>

#include "apart.h"
#include "units.h"

/* ln of how many deals the best of n tests tells apart, or something beyond
 * what is ever dealt; ln_count: of all (lib/stat/deal.h). */
double alike_ln_told(const struct units *u, const struct apart_test *test,
    uint32_t n, double ln_count);

#endif
