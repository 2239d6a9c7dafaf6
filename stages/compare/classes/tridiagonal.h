/* reinert_tri - the tridiagonal matrices that Lanczos' steps leave, a lane a
 * matrix; m is the size of that of lane k. */
#ifndef REINERT_TRIDIAGONAL_H
#define REINERT_TRIDIAGONAL_H

#include <stddef.h>
#include <stdint.h>

#include "lanes.h"

enum {
	REINERT_STEPS = 64 /* at most */
};

struct reinert_tri {
	reinert_lane alpha[REINERT_STEPS]; /* the diagonal */
	reinert_lane beta[REINERT_STEPS];  /* beside it; the last leads out */
};

/* The largest eigenvalue, by halving an interval that holds it. */
double reinert_tri_largest(const struct reinert_tri *t, uint32_t k, uint32_t m);
/* How far the Ritz vector of that value is from being an eigenvector: what
 * leads out times the last of its coordinates, which grow from the end on. */
double reinert_tri_residual(
    const struct reinert_tri *t, uint32_t k, uint32_t m, double value);
/* The coordinates of the first two Ritz vectors in the basis to s; returns the
 * value of the first. */
double reinert_tri_ritz(const struct reinert_tri *t, uint32_t k, size_t m,
    reinert_lane s[2][REINERT_STEPS]);

#endif
