/* speeches - the distances of parts that are sums of units (speeches), and
 * what they would be with other speeches.
 *
 * They are chi2 distances of profiles (Benzecri 1973) from which what chance
 * makes is taken out, as it makes small parts lie far from all others.  With f
 * the counts of unit i, x = f / sqrt(F / N) and K_ij = sum(x_i x_j), the square
 * is mean K of a with a, and of b with b, less twice that of a with b, over
 * pairs of words of different units: it is 0 on average where a and b have the
 * same profile, however large they are; what is below 0 counts as 0.  R:
 *    d2 <- A[a, a] + A[b, b] - 2 * A[a, b], where A[a, b] is
 *    (sum(K[a, b]) - (a == b) * sum(diag(K)[a])) /
 *    (sum(n[a]) * sum(n[b]) - (a == b) * sum(n[a]^2)) */
#ifndef SPEECHES_H
#define SPEECHES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/common/crossed.h"
#include "distances.h"
#include "lib/stat/deal.h"

struct speeches_rule {
	const char *path; /* table of speeches */
	const char *by;   /* its column */
	uint64_t min;     /* F of a term at least */
	double least;     /* share of the mean number of words of a part */
	uint64_t seed;
};

struct speeches {
	struct crossed c;
	uint32_t n;      /* parts */
	uint32_t *part;  /* by unit, UINT32_MAX for none */
	uint32_t *times; /* by resample at once, by unit */
	uint32_t **unit; /* by part: its units */
	struct stat_draw *boot;
	double *m;       /* likewise, by part and part */
	double *words;   /* by part */
	double *squares; /* of the words of each unit, by part */
	double *self;
	double total;
};

/* Reads the count table; t gets the distances.  Parts of fewer than three
 * units, too small ones and NA are left out, with a note. */
void speeches_open(struct speeches *s, struct distances *t,
    const struct speeches_rule *rule, char **files, int n);
void speeches_close(struct speeches *s);
/* Distances with the units of each part drawn anew, as many as there are, two
 * different ones at least; n times, CROSSED_CASES at most, each as
 * triangle_at() places them. */
void speeches_draw(struct speeches *s, double *d, uint32_t n);

#endif
