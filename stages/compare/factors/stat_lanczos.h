/* stat_lanczos - the largest eigenvalues of a large symmetric matrix that is
 * known only by what it makes of a vector: Lanczos (1950) with full
 * reorthogonalisation and thick restart (Wu & Simon 2000).
 * R: RSpectra::eigs_sym(a, k, "LA") */
#ifndef STAT_LANCZOS_H
#define STAT_LANCZOS_H

#include <stddef.h>

struct stat_lanczos {
	size_t n; /* order of the matrix */
	void (*apply)(
	    const void *arg, const double *x, double *y); /* y = A x */
	const void *arg;
	const double *apart; /* n_apart orthonormal vectors to stay clear of */
	size_t n_apart;
	size_t restarts; /* at most, for one run */
};

/* The `wanted` largest eigenvalues, falling, of a matrix of norm 1 or less
 * without negative ones; vector i, of length 1, is vector[i * n ..].  Returns
 * how many are certain: those before the first one whose residual
 * |A v - value v| is over 1e-9 value; the others are as near as it came, 0
 * where the space has no more.  Of equal values none is lost: what is apart
 * from the vectors found is searched until nothing larger is left.  Begins
 * with a fixed vector, so that same input gives same output. */
size_t stat_lanczos(
    const struct stat_lanczos *m, size_t wanted, double *value, double *vector);

#endif
