/* contrast - the figures of every term of a target and a reference, a family
 * of tests. */
#ifndef CONTRAST_H
#define CONTRAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/stat/keyness.h"
#include "relabel.h"
#include "versus.h"

struct contrast_rule {
	double (*test)(const struct stat_keyness *x);
	bool uncorrected; /* LRC of each term as if it were the only one */
	double level;     /* of LRC's interval */
	uint64_t deals;   /* of the permutation (chance.h); 0: none */
	uint64_t seed;
};

struct contrast_row {
	const struct versus_term *term;
	struct stat_keyness x;
	double test; /* NAN: not testable, and not in the family */
	double ln_p;
	double ln_q;    /* Benjamini-Hochberg */
	double ln_holm; /* Holm */
	double lrc;
	double p_perm;              /* NAN without a permutation */
	double ln_q_perm;           /* Benjamini-Hochberg */
	size_t range[VERSUS_SIDES]; /* parts that have the term */
	double dp[VERSUS_SIDES];    /* NAN: fewer than two parts, or no f */
};

struct contrast {
	struct contrast_row
	    *row; /* falling LRC, falling test, NAN, then bytes */
	uint32_t n;
	uint64_t family;
	struct chance relabel; /* n is 0 if nothing was permuted */
};

/* Of the n that v has taken, whose name is s; exit 1 if each side has one part
 * only and deals are asked for; with CHANCE_AUTO there are none then. */
void contrast_open(struct contrast *c, const struct versus *v,
    const struct contrast_rule *rule, const char *s, size_t len);
void contrast_close(struct contrast *c);

#endif
