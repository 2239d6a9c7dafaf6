/* shingle - a text's runs of five words as a sketch, to tell texts that are
 * nearly the same.
 *
 * The sketch holds the SHINGLE_SKETCH smallest hashes of the distinct runs
 * (Broder 1997).  The share of the smallest hashes of two texts together that
 * both have estimates the Jaccard index of their runs, with a standard error
 * of at most 0.03; it is exact where both together have no more runs than a
 * sketch. */
#ifndef SHINGLE_H
#define SHINGLE_H

#include <stddef.h>
#include <stdint.h>

enum {
	SHINGLE_WORDS = 5,
	SHINGLE_SKETCH = 256,
	SHINGLE_ROOM = 4096
};

/* Of the text under way; all zero is an empty one. */
struct shingle {
	uint64_t word[SHINGLE_WORDS]; /* the last hashes, round about */
	uint64_t n_word;
	uint64_t h[SHINGLE_ROOM];
	size_t n;
	uint64_t most; /* greater hashes do not matter; 0: not known */
};

/* Hashes, rising. */
struct sketch {
	uint64_t *h; /* owned */
	size_t n;
};

void shingle_clear(struct shingle *t);
void shingle_add(struct shingle *t, uint64_t word); /* a word's hash */
/* The sketch of the text, the caller's to free. */
void shingle_sketch(struct shingle *t, struct sketch *to);
/* The Jaccard index of two texts, or -1 if it is less than `least`. */
double sketch_jaccard(
    const struct sketch *a, const struct sketch *b, double least);
/* Of the sketch's hashes in any order that is the same for all sketches, the
 * first so many have one in common with as many of any other whose index with
 * it is `least` or more. */
size_t sketch_differ(const struct sketch *s, double least);

#endif
