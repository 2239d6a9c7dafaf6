/* best - the first sentences of each part, each once (typical.1). */
#ifndef BEST_H
#define BEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* Where a sentence stands. */
struct best_place {
	const char *speech; /* its id */
	const char *source;
	uint64_t line; /* 0: it is not known */
	uint64_t sentence;
};

struct best_sentence {
	double score;
	uint32_t *word; /* types of its words */
	size_t n_word;
	uint64_t times;
	uint64_t line;
	uint64_t sentence;
	struct buf text; /* speech NUL source NUL terms NUL against NUL text */
};

struct best_part {
	struct best_sentence **s; /* the best first */
	size_t n;
	size_t cap;
};

struct best {
	const struct intern *types; /* by whose bytes equals are put in order */
	size_t most;                /* sentences of a part */
	struct best_part *part;
	size_t n;
	size_t cap;
};

void best_open(struct best *b, const struct intern *types, size_t most);
void best_free(struct best *b);
/* Is there room for such a sentence?  NULL, or the one to be filled in: its
 * text is empty where its words are written anew, as it is the first of its
 * part or stands before the one that was kept. */
struct best_sentence *best_take(struct best *b, uint32_t part,
    const struct best_sentence *s, const struct best_place *at);
/* Field k of the text. */
const char *best_field(const struct best_sentence *s, size_t k);

#endif
