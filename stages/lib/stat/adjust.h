/* stat_adjust - p-values of a family of tests, corrected together.
 *
 * All p are natural logarithms, so that nothing underflows.  Element i stands
 * for mult[i] tests with that same p (mult NULL: one each; 0 is allowed);
 * NAN is no test and stays NAN.  Equal p get equal results: the order of the
 * elements never matters.  Computed in place; returns the family's size. */
#ifndef STAT_ADJUST_H
#define STAT_ADJUST_H

#include <stddef.h>
#include <stdint.h>

/* False discovery rate, Benjamini & Hochberg (1995):
 * R: log(p.adjust(p, "BH")) */
uint64_t stat_adjust_bh(double *ln_p, const uint64_t *mult, size_t n);
/* Family-wise error rate, Holm (1979): R: log(p.adjust(p, "holm")) */
uint64_t stat_adjust_holm(double *ln_p, const uint64_t *mult, size_t n);

#endif
