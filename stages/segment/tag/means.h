/* means - weights while they are learned, and their means over all sentences,
 * which are what the file of weights holds: an averaged perceptron's (Collins
 * 2002), in whole numbers. */
#ifndef MEANS_H
#define MEANS_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "model.h"

/* Weights of a feature, and their sums over all sentences up to `last`. */
struct feature {
	uint64_t key;
	int32_t weight[TAGS];
	int64_t sum[TAGS];
	uint32_t last;
};

/* All features, found by their keys. */
struct features {
	struct feature *f;
	size_t n;
	size_t cap;
	uint32_t *slot; /* their numbers, and 1; 0 is free */
	size_t n_slot;
};

/* The number of a feature, which is new if its key is; all zero is none. */
uint32_t features_find(struct features *fs, uint64_t key);
/* After `now` sentences one tag gains, another one loses. */
void features_move(struct feature *f, int gains, int loses, uint32_t now);
/* The lines of the file; the features are in the order of their keys then. */
void features_put(struct features *fs, struct out *o, uint32_t now);
void features_close(struct features *fs);

/* Weights of tags behind others, and their sums; all zero at the beginning. */
struct chain {
	struct behind now;
	int64_t pair[TAG_STATES][TAGS];
	int64_t triple[TAG_STATES][TAG_STATES][TAGS];
	uint32_t last_pair[TAG_STATES][TAGS];
	uint32_t last_triple[TAG_STATES][TAG_STATES][TAGS];
};

/* tag[2] behind tag[1] behind tag[0] gains so much. */
void chain_move(struct chain *c, const int *tag, int by, uint32_t now);
/* All weights are 0 again, as at the beginning; what they were counts in the
 * means. */
void means_again(struct features *fs, struct chain *c, uint32_t now);
void chain_put(const struct chain *c, struct out *o, uint32_t now);

#endif
