/* twin - of many texts, those that are the same as an earlier one, or nearly.
 */
#ifndef TWIN_H
#define TWIN_H

#include <stddef.h>
#include <stdint.h>

#include "intern.h"
#include "shingle.h"

#define TWIN_NONE SIZE_MAX

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
	struct intern runs; /* hashes of shingles */
	size_t *head;       /* by number: in post, and one */
	size_t cap_head;
	struct twin_post *post;
	size_t n_post;
	size_t cap_post;
};

struct twin {
	size_t same; /* the first text of the same words, or TWIN_NONE */
	size_t near; /* the nearest earlier text, or TWIN_NONE */
	double jaccard;
};

void twins_open(struct twins *t, double least);
/* What is like the text of this hash and these shingles.  Only a text that is
 * not the same as another is kept for comparison. */
struct twin twins_add(
    struct twins *t, size_t name, uint64_t hash, struct shingle *runs);
void twins_free(struct twins *t);

#endif
