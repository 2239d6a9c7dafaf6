/* inputs - what a study reads, for those who look at it later: WORK/inputs.tsv,
 * what, name, path, hash; the hash of it all, WORK/inputs.sum; a stamp of each
 * input that is no text, in WORK/sums, and a copy in WORK/kept. */
#ifndef INPUTS_H
#define INPUTS_H

#include "plan.h"

void inputs_put(const struct plan *p);
/* A path as it is inside the study. */
const char *inputs_name(const struct plan *p, const char *path);

#endif
