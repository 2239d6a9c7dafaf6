/* choices - the classifications that one tree holds, one for each number of
 * classes, and how well each is found again (classes.1). */
#ifndef CHOICES_H
#define CHOICES_H

#include "assign.h"

struct choice {
	uint32_t wanted;   /* classes */
	uint32_t n;        /* that there are */
	uint32_t inside;   /* segments in them */
	uint32_t *size;    /* by class */
	uint8_t *of;       /* by segment; 0 is none */
	double eigenvalue; /* of the split that made the last of them; NAN where
			      it did not converge */
	/* of the runs, see runs.h */
	double *value;    /* by measure (the Rand index, then the Jaccard index
			     of each class), then by run */
	double stability; /* mean of its classes; NAN without runs */
	double least;     /* that of the least stable class */
	double by_chance; /* its mean where words are dealt at random */
	double p;         /* that such a table is as far beyond this mean, with
			     any number of classes; NAN likewise */
};

struct choices {
	struct choice *c; /* by rising number of classes */
	uint32_t n;
	uint32_t n_run;
	uint32_t chosen; /* n is none */
};

/* All that the trees of c have, up to so many classes, with room for the values
 * of so many runs.  Their number is at most UINT8_MAX. */
void choices_open(
    struct choices *x, struct classes *c, uint32_t most, uint32_t n_run);
void choices_free(struct choices *x);
/* Sets the stability of each: the mean over its classes of the mean Jaccard
 * index of the runs in which it is defined. */
void choices_add_up(struct choices *x);
/* How far the stability is from that by chance to 1, as kappa (Cohen 1960) and
 * the adjusted Rand index have it; NAN without the one or the other.
 * R: (stability - by_chance) / (1 - by_chance) */
double choice_beyond(const struct choice *x);
/* Sets what is chosen: of those stable enough, and beyond chance, the largest
 * number of classes that is about as far beyond as the best, or plainly
 * farther than one class less. */
void choices_choose(struct choices *x);

#endif
