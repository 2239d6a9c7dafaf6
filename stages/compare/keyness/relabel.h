/* relabel - the permutation test of keyness, with speeches as the units.
 *
 * Words of a speech are not independent of one another, speeches may be.  So
 * the labels target and reference are dealt out to the speeches anew, each side
 * keeping its number of speeches, and a term is as key as few relabellings
 * make its |test| as large as it is (within 1e-9 of it, so that rounding
 * breaks no tie). */
#ifndef RELABEL_H
#define RELABEL_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/stat/keyness.h"
#include "versus.h"

struct relabel_rule {
	double (*test)(const struct stat_keyness *x);
	uint64_t reps;
	uint64_t seed;
	const char *name; /* of the stream of random numbers */
	size_t len;
};

struct relabel {
	bool all;     /* every labelling there is, not a sample */
	uint64_t n;   /* labellings looked at */
	double least; /* the smallest p that any term can have */
};

/* p[] of v's terms: of all C(n, k) labellings of n speeches, k of them the
 * target's, if they are not more than reps: the share that reach |test|; else
 * (1 + those that reach it) / (1 + reps) over reps random ones.  NAN where
 * the test has no value.  Both sides have a unit, together three or more. */
struct relabel relabel_test(
    const struct versus *v, const struct relabel_rule *rule, double *p);

#endif
