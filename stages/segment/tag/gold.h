/* gold - sentences of a treebank in CoNLL-U, whose words have tags and lemmas.
 *
 * A sentence with contractions (3-4 du) comes twice: cut into its words (de
 * le), and as it is written (du), where the tag and the lemma are those of the
 * first word. */
#ifndef GOLD_H
#define GOLD_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

struct gold_word {
	uint32_t word; /* numbers in words, with straight apostrophes */
	uint32_t lemma;
	uint8_t tag;
	uint8_t again; /* it stood in the sentence before already */
};

struct gold {
	struct intern words; /* and lemmas */
	struct gold_word *w;
	size_t n;
	size_t cap;
	size_t *end; /* of the sentences, in w */
	size_t n_end;
	size_t cap_end;
	uint64_t n_left_out; /* words without a tag, with their sentences */
	/* inside: the sentence, and what stands for its contractions */
	struct gold_word *part;
	struct gold_word *whole;
	size_t n_part;
	size_t n_whole;
	size_t cap_part;
	size_t cap_whole;
	uint64_t first; /* of the words of a contraction */
	uint64_t last;
	uint64_t range_line;
	uint32_t contraction;
	int unknown;
};

void gold_open(struct gold *g);
/* Adds the sentences of a file; exit 1 with file and line where it is none. */
void gold_read(struct gold *g, const char *path);
void gold_close(struct gold *g);

#endif
