/* dealt - is the inertia of a table, and each of its axes, larger than chance
 * makes it, where parts are dealt to the units (speeches) anew?
 *
 * A table of parts that are sums of units has the eigenvalues of a canonical
 * correspondence analysis of the units by one factor, the part (ter Braak
 * 1986); these are its tests by permutation.  Of the inertia:
 * R: vegan::anova.cca(vegan::cca(units ~ part))
 * Axis k, by the first eigenvalue of what the axes before it leave, on the side
 * of the terms (residuals are dealt: Freedman & Lane 1983) and on that of the
 * parts (Legendre, Oksanen & ter Braak 2011, "forward"):
 * R: vegan::anova.cca(vegan::cca(units ~ part), by = "axis")
 * No p is below that of the axis before it. */
#ifndef DEALT_H
#define DEALT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/common/sparse.h"
#include "placed.h"
#include "stat_ca.h"

struct dealt_rule {
	uint64_t deals;
	uint64_t seed;
	const uint32_t *stratum; /* by unit: held fixed; NULL: one */
};

struct dealt_figure {
	double seen;
	double chance; /* mean over the deals */
	double p;
};

struct dealt {
	uint64_t n;    /* deals; 0: nothing was tested */
	bool by_words; /* of words to the units, of the inertia alone */
	const char *why;
	double least;              /* p that there can be */
	struct dealt_figure *test; /* of the inertia, then of each axis */
	size_t n_test;
};

/* t has the terms in rows, the units in columns, and a is the analysis of
 * their sums by part. */
void dealt_open(struct dealt *d, const struct sparse *t,
    const struct stat_ca *a, const struct placed *u,
    const struct dealt_rule *rule);
void dealt_close(struct dealt *d);

#endif
