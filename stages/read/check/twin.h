/* twin - of many texts, those that are the same as an earlier one, or nearly.
 *
 * Texts are compared if the rarest hashes of their sketches have one in
 * common: as many as two texts of the index asked for cannot all differ in
 * (Chaudhuri, Ganti & Kaushik 2006).  So none is missed, and formulas that
 * every speech has bring no pairs. */
#ifndef TWIN_H
#define TWIN_H

#include <stddef.h>
#include <stdint.h>

#include "lib/table/intern.h"
#include "shingle.h"

#define TWIN_NONE SIZE_MAX
enum {
	TWIN_COUNTERS = 1 << 20,
	TWIN_MORE = 64 /* texts looked at once one is near enough */
};

struct twin_text {
	size_t name; /* the caller's */
	struct sketch sketch;
	size_t asked; /* the last text that was compared with it, and one */
};

struct twin_post {
	size_t text;
	size_t next; /* one more than its place; 0 is the end */
};

struct twins {
	double least; /* Jaccard index of texts that are nearly the same */
	struct twin_text *text;
	size_t n;
	size_t cap;
	struct intern whole; /* hashes of whole texts */
	size_t *first;       /* by number of the hash: the text's name */
	size_t cap_first;
	uint32_t *often;    /* by a hash's last bits: sketches that have it */
	struct intern runs; /* hashes that stand for their texts */
	size_t *head;       /* by number: in post, and one */
	size_t cap_head;
	struct twin_post *post;
	size_t n_post;
	size_t cap_post;
};

void twins_open(struct twins *t, double least);
/* The name of the first text of this hash; TWIN_NONE if it is new, and kept
 * with its shingles. */
size_t twins_add(
    struct twins *t, size_t name, uint64_t hash, struct shingle *runs);
/* Calls each() for every text kept that is near an earlier one: the nearest of
 * those looked at, which are all but where dozens are near. */
typedef void twins_each(size_t name, size_t earlier, double jaccard, void *arg);
void twins_near(struct twins *t, twins_each *each, void *arg);
void twins_free(struct twins *t);

#endif
