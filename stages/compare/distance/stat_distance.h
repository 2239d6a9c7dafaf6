/* stat_distance - how far two texts are apart, from the counts of their terms.
 *
 * All are symmetric, 0 for equal profiles, and NAN where they are not defined.
 * In the expressions of R x and y are the counts, p = x / n_x, q = y / n_y. */
#ifndef STAT_DISTANCE_H
#define STAT_DISTANCE_H

#include <stddef.h>
#include <stdint.h>

struct stat_pair {
	const double *x; /* counts of the terms that are in x or in y */
	const double *y;
	const double *w; /* corpus size by count there; read by chi2 only */
	size_t n;
	double n_x; /* sizes of the texts: whole numbers from 1 to 2^53 */
	double n_y;
};

/* Labbe & Labbe (2001) as IRaMuTeQ computes it, 0 to 1.  With n_x <= n_y,
 * E = y * n_x / n_y and in = x > 0 | E >= 1:
 * R: sum(abs(x - E)[in]) / (n_x + sum(E[E >= 1])) */
double stat_distance_labbe(const struct stat_pair *p);
/* R: sum(abs(p - q)) / 2 */
double stat_distance_l1(const struct stat_pair *p);
/* Both of these of two texts of `size` words that share so many:
 * R: 1 - sum(pmin(x, y)) / size */
double stat_distance_shared(uint64_t words, uint64_t size);
/* R: 1 - sum(p * q) / sqrt(sum(p^2) * sum(q^2)) */
double stat_distance_cosine(const struct stat_pair *p);
/* Between row profiles (Benzecri 1973).  R: sqrt(sum(w * (p - q)^2)) */
double stat_distance_chi2(const struct stat_pair *p);
/* Lin (1991), 0 to 1.  R, with m = (p + q) / 2 and 0 log 0 = 0:
 * (sum(p * log2(p / m)) + sum(q * log2(q / m))) / 2 */
double stat_distance_js_divergence(const struct stat_pair *p);
/* Its square root, a metric (Endres & Schindelin 2003). */
double stat_distance_js(const struct stat_pair *p);
/* R: sqrt(sum((sqrt(p) - sqrt(q))^2) / 2) */
double stat_distance_hellinger(const struct stat_pair *p);
/* Jaccard (1901).  R: 1 - sum(x > 0 & y > 0) / sum(x > 0 | y > 0) */
double stat_distance_jaccard(const struct stat_pair *p);

#endif
