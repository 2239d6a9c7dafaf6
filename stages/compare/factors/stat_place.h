/* stat_place - how far chance may have moved a point of a map. */
#ifndef STAT_PLACE_H
#define STAT_PLACE_H

#include <stdint.h>

/* Valeur-test of a category (Lebart, Morineau & Piron 1995, 1.4.4): its place
 * on an axis, in standard deviations of that of n_in units drawn from n
 * without replacement.  spread: variance of the places of the units (of active
 * ones the eigenvalue).  NAN if all are in it.
 * R: x / sqrt(spread) * sqrt(n_in * (n - 1) / (n - n_in)) */
double stat_place_value(double x, double spread, uint32_t n_in, uint32_t n);

struct stat_place_ellipse {
	double major; /* half its longer axis */
	double minor;
	double angle; /* of the longer axis, degrees in (-90, 90] */
};

/* Region of so much confidence around a mean of n units in the plane, whose
 * variances and covariance (of the mean) are given, as Hotelling (1931) has it;
 * NAN if n < 3.
 * R: e <- eigen(matrix(c(xx, xy, xy, yy), 2))
 *    sqrt(e$values * 2 * (n - 1) / (n - 2) * qf(level, 2, n - 2))
 *    atan2(e$vectors[2, 1], e$vectors[1, 1]) * 180 / pi */
struct stat_place_ellipse stat_place_region(
    const double variance[3], uint32_t n, double level);

#endif
