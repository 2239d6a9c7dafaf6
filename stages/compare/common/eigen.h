/* eigen - eigenvalues and eigenvectors of a small symmetric matrix, by
 * GSL's tridiagonalisation and QR (Golub & Van Loan 1996, section 8.3).
 * R: eigen(a, symmetric = TRUE) */
#ifndef EIGEN_H
#define EIGEN_H

#include <stddef.h>

/* a is n x n, only its lower triangle a[i * n + j], j <= i, is read, and it is
 * destroyed.  value falls; vector i, of length 1, is vector[i * n ..]. */
void eigen(double *a, size_t n, double *value, double *vector);

#endif
