/* tri - the tridiagonal matrix that Lanczos' steps leave. */
#ifndef TRIDIAGONAL_H
#define TRIDIAGONAL_H

#include <stddef.h>
#include <stdint.h>

enum {
	STEPS = 128 /* at most */
};

struct tri {
	double alpha[STEPS]; /* the diagonal */
	double beta[STEPS];  /* beside it; the last leads out */
	uint32_t m;          /* its size, 1 at least */
	double value;        /* its largest eigenvalue */
	double residual;     /* how far the Ritz vector of that value is from
				being an eigenvector: what leads out times the
				last of its coordinates */
};

/* Of a matrix that has grown by a row, or the first one of 1: value and
 * residual. */
void tri_look(struct tri *t);
/* The coordinates of the first two Ritz vectors in the basis, of length 1, to
 * s; of a matrix of 1 the second is 0. */
void tri_ritz(const struct tri *t, double s[2][STEPS]);

#endif
