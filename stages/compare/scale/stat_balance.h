/* stat_balance - which of two sides a text is on, from its R right and L left
 * occurrences. */
#ifndef STAT_BALANCE_H
#define STAT_BALANCE_H

#include <stdint.h>

/* A figure and its standard error by the delta method, the counts Poisson's. */
struct stat_balance {
	double v;
	double se;
};

/* (R - L) / (R + L), se 2 sqrt(R L / (R + L)^3); NAN if R + L is 0, and the se
 * if R or L is, where the method says 0. */
struct stat_balance stat_balance_share(uint64_t left, uint64_t right);
/* ln((R + 1/2) / (L + 1/2)), Lowe, Benoit, Mikhaylov & Laver (2011); se
 * sqrt(1 / (R + 1/2) + 1 / (L + 1/2)). */
struct stat_balance stat_balance_logit(uint64_t left, uint64_t right);
/* 100 (R - L) / words, se 100 sqrt(R + L) / words; NAN if words is 0, and the
 * se if R + L is. */
struct stat_balance stat_balance_net(
    uint64_t left, uint64_t right, uint64_t words);

#endif
