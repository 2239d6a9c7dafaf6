/* chance - permutation tests of many figures at once: what belongs to the
 * speeches is dealt out anew (lib/stat/deal.h), and the p of a figure is the
 * share of deals in which it is as large as it was seen. */
#ifndef CHANCE_H
#define CHANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/stat/deal.h"

enum {
	/* of CHANCE_AUTO: a test reached so often ends, in families of more
	 * tests than CHANCE_LARGE a test reached seldom */
	CHANCE_OFTEN = 100,
	CHANCE_SELDOM = 20,
	CHANCE_LARGE = 20000,
	CHANCE_DEALT = 100000000, /* and so many speeches are dealt at most */
	CHANCE_LANES = 32,        /* deals side by side, of figures() */
	CHANCE_MEASURES = 2,
	CHANCE_FEW = 9999, /* of CHANCE_AUTO: so many deals are all looked at */
};

/* As many deals as let one figure alone reach q = .05 in its family. */
#define CHANCE_AUTO UINT64_MAX

/* What any machine compares at once. */
typedef double chance_two __attribute__((vector_size(2 * sizeof(double))));
typedef int64_t chance_bits __attribute__((vector_size(2 * sizeof(int64_t))));

struct chance_rule {
	uint64_t deals; /* or CHANCE_AUTO */
	uint64_t seed;
	const char *name; /* of the stream of random numbers */
	size_t len;
	uint64_t family; /* tests, with those not looked at; 0: all are */
};

struct chance_tests {
	uint32_t n;
	uint32_t measures; /* of each test, at most CHANCE_MEASURES, of which
			      the largest p counts; 0: one */
	const double *bar; /* by test and measure: what is to be reached; NAN:
			      no test */
	void *work;        /* for these two: */
	void (*take)(void *work, const uint32_t *part); /* a deal, by unit */
	double (*figure)(void *work, uint32_t test);    /* of the deal taken */
	/* or, where many at once cost little more than one: */
	void (*take_lane)(void *work, uint32_t lane, const uint32_t *part);
	/* by measure and lane; false, and nothing in x, where none of them
	 * reaches its bar */
	bool (*figures)(void *work, uint32_t test, double (*x)[CHANCE_LANES]);
};

struct chance {
	uint64_t n;      /* deals looked at, or fewer where all tests ended */
	bool all;        /* they are all that there are */
	uint64_t family; /* tests, or what the rule says */
	double least;    /* the smallest p that a test can have */
	bool twice;      /* each test is there twice, with the same p */
};

/* p[] of the tests, NAN where there is none.  Where there are not more
 * different deals than are asked for (CHANCE_AUTO: than CHANCE_FEW), each is
 * looked at once, and p is the share that reaches the bar; else
 * (1 + those that reach it) / (1 + deals) over random ones.  With CHANCE_AUTO
 * a test that so many deals (CHANCE_OFTEN) have reached ends with the last of
 * them, p being these by the deals so far (Besag & Clifford 1991): its error is
 * a tenth, and such a p is far from small. */
struct chance chance_run(struct stat_deal *d, const struct chance_rule *rule,
    const struct chance_tests *t, double *p);

/* Value of the option -P: a number from least to most, or `auto`. */
uint64_t chance_option(int ch, const char *s, uint64_t least, uint64_t most);
/* Notes the deals, and the least p and q; what: "chance orders". */
void chance_note(const struct chance *c, const char *what);
/* The q of a test alone (but for its twin) that has the least p. */
double chance_least_q(const struct chance *c);

#endif
