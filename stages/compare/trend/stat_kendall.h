/* stat_kendall - is a series rising or falling?  Kendall's tau-b with time and
 * the test of Mann (1945) and Kendall (1975). */
#ifndef STAT_KENDALL_H
#define STAT_KENDALL_H

#include <stddef.h>
#include <stdint.h>

enum {
	STAT_KENDALL_EXACT = 20, /* up to it p is exact, and 20! < 2^64 */
};

struct stat_kendall {
	int64_t s;   /* pairs that rise less pairs that fall */
	double var;  /* of s, ties allowed for */
	double tau;  /* tau-b; NAN if all values are tied */
	double z;    /* with continuity correction */
	double ln_p; /* two-sided, of z, or exact */
};

/* The n values in order of time as ranks 0 .. n - 1, equal ones alike; there
 * are no ties in time.  R: cor.test(seq_len(n), v, method = "kendall") for tau
 * (and p, if there are no ties and exact = TRUE); for the rest
 *	d <- outer(v, v, "-"); s <- sum(sign(d[lower.tri(d)])); g <- table(v)
 *	var <- (n*(n-1)*(2*n+5) - sum(g*(g-1)*(2*g+5))) / 18
 *	z <- (s - sign(s)) / sqrt(var)
 * Up to STAT_KENDALL_EXACT values p is that of all their orders, ties or not.
 * room has n + 1 elements. */
struct stat_kendall stat_kendall(
    const uint32_t *rank, uint32_t n, uint32_t *room);
/* The same of n strata (a speaker each), whose ranks stand one behind the
 * other, end[] telling where each ends: s and var are the sums of those of the
 * strata (Hirsch, Slack & Smith 1982; van Belle & Hughes 1984), and no value is
 * compared with one of another stratum.
 * R: s <- sum(sapply(strata, s)); var <- sum(sapply(strata, var))
 * tau <- s / sum(sqrt(pairs * untied pairs) of each).
 * p is that of all orders within the strata where these have as many pairs as
 * STAT_KENDALL_EXACT values, or fewer. */
struct stat_kendall stat_kendall_within(
    const uint32_t *rank, const uint32_t *end, uint32_t n, uint32_t *room);

/* s alone of n values in order of time; they are sorted, and room has n
 * elements. */
int64_t stat_kendall_s(double *v, uint32_t n, double *room);

/* ln of the least p that n strata of values without ties can have: that of the
 * two orders that all rise or all fall; -INFINITY where p is that of z.
 * R: log(2) - sum(lfactorial(sizes)) */
double stat_kendall_ln_least(const uint32_t *end, uint32_t n);

/* The median of the slopes of all pairs, Theil (1950), Sen (1968), x rising;
 * room has n (n - 1) / 2 elements.
 * R: i <- combn(n, 2); median((v[i[2,]]-v[i[1,]]) / (x[i[2,]]-x[i[1,]])) */
double stat_kendall_sen(
    const double *x, const double *v, uint32_t n, double *room);

#endif
