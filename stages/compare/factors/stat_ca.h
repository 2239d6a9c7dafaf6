/* stat_ca - correspondence analysis of a table of counts, Benzecri (1973), as
 * Greenacre (2007, appendix A) writes it.  R: ca::ca(x), FactoMineR::CA(x)
 *
 * With P = N / n, its margins r and c, and S = (P - r c') / sqrt(r c'), the
 * eigenvalues are those of S'S, the principal coordinates of rows and columns
 * F = Dr^-1/2 U s and G = Dc^-1/2 V s, where S = U s V'. */
#ifndef STAT_CA_H
#define STAT_CA_H

#include <stddef.h>
#include <stdint.h>

#include "compare/common/sparse.h"

/* An inertia not above it is none: it would be rounding.  By chance alone an
 * axis has about (number of cells) / n. */
#define STAT_CA_NONE 1e-12

struct stat_ca_rule {
	size_t n_axis;    /* wanted */
	size_t dense_max; /* up to as many rows or columns: all eigenvalues */
	size_t restarts;  /* of Lanczos beyond it, at most */
};

struct stat_ca_side {
	size_t n;
	double *sum;     /* margins, all over 0 */
	double *inertia; /* mass times squared distance to the centre */
	double *coord;   /* principal, point by point, n_axis each */
};

struct stat_ca {
	double n;       /* sum of the table */
	double inertia; /* chi2 / n */
	size_t n_axis;  /* those that there are */
	size_t n_value; /* eigenvalues known: all, or one more than n_axis */
	size_t n_lost;  /* axes wanted that did not converge */
	double *value;  /* falling */
	struct stat_ca_side row;
	struct stat_ca_side col;
};

/* Every row and column of t has a cell.  Signs: of the columns, the one
 * farthest from the centre on an axis, the first of these, is positive. */
void stat_ca_open(
    struct stat_ca *a, const struct sparse *t, const struct stat_ca_rule *rule);
void stat_ca_close(struct stat_ca *a);

/* A row or a column that had no part in the analysis: its counts f[0 .. n - 1]
 * in the columns (rows) at[].  Gives its n_axis principal coordinates and the
 * squared distance to the centre; NAN if it is empty. */
struct stat_ca_profile {
	const uint32_t *at; /* rising */
	const double *f;
	size_t n;
};
double stat_ca_project(const struct stat_ca *a, const struct stat_ca_side *by,
    const struct stat_ca_profile *p, double *coord);

#endif
