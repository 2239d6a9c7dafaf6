/* fate - what became of a speech between two runs, by its text (changes.1). */
#ifndef FATE_H
#define FATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/table/intern.h"
#include "run.h"

enum fate_kind {
	FATE_ADDED,   /* its text is only in the second run */
	FATE_REMOVED, /* only in the first */
	FATE_CHANGED, /* has other bytes */
	FATE_SAME,
	FATE_KINDS
};

struct fate {
	const struct run *run[2];
	struct intern text[FATE_SAME]; /* names of such texts, with folders */
	struct intern base[FATE_SAME]; /* and without */
	struct intern speech; /* of either run, as they are asked for */
	uint8_t *kind;
	size_t cap;
	/* By speech: sums of hashes of its words and their counts. */
	uint64_t (*words)[2];
	size_t cap_words;
	bool counted; /* both runs have the words of their speeches */
};

void fate_open(
    struct fate *f, const struct run *before, const struct run *after);
void fate_close(struct fate *f);
/* The number of a speech of either run; what became of it. */
uint32_t fate_number(struct fate *f, const char *id);
enum fate_kind fate_of(struct fate *f, uint32_t speech);
/* Have both runs it with the same words, each as often?  False where it is not
 * known. */
bool fate_has_same_words(const struct fate *f, uint32_t speech);
/* Has a run the speech? */
bool fate_is_in(const struct fate *f, size_t side, const char *id);

#endif
