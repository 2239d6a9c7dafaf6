/* lanczos - the largest eigenvalues of a large symmetric matrix that is known
 * only by what it makes of a vector: Lanczos (1950) with full
 * reorthogonalisation and thick restart (Wu & Simon 2000).
 * R: RSpectra::eigs_sym(a, k, "LA")
 *
 * The matrix has norm 1 or less and no negative eigenvalue.  Values fall;
 * vector i, of length 1, is vector[i * n ..]. */
#ifndef LANCZOS_H
#define LANCZOS_H

#include <stddef.h>
#include <stdint.h>

struct lanczos {
	size_t n; /* order of the matrix */
	void (*apply)(
	    const void *arg, const double *x, double *y); /* y = A x */
	const void *arg;
	const double *apart; /* n_apart orthonormal vectors to stay clear of */
	size_t n_apart;
	size_t beside;   /* vectors held beside one for each pair wanted; as
			    many as are wanted if that is more */
	size_t restarts; /* at most, for one run */
	double nothing;  /* what is no longer leads out of a basis */
	uint64_t seed;   /* of the vector to start with */
};

/* The `wanted` largest pairs.  Returns how many are certain: those before the
 * first one whose residual is over 1e-9 value; the others are as near as it
 * came, 0 where the space has no more.  Of equal values none is lost: what is
 * apart from the vectors found is searched until nothing larger is left. */
size_t lanczos(
    const struct lanczos *m, size_t wanted, double *value, double *vector);
/* The same by one run, which may lose some of equal values: returns how many
 * there are, good ones or not.  It ends where all residuals are `within` of
 * their values. */
size_t lanczos_run(const struct lanczos *m, size_t wanted, double within,
    double *value, double *vector);
/* Uniform in -1 .. 1, by Steele, Lea & Flood's SplitMix64 (2014). */
double lanczos_number(uint64_t *seed);
/* |A v - value v| */
double lanczos_residual(
    const struct lanczos *m, double value, const double *vector);

/* y += a x, both of n numbers. */
void lanczos_add(double *y, double a, const double *x, size_t n);

#endif
