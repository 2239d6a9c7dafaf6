/* entries - the distinct tokens of a stream: what is known of each, and its
 * columns for each tag that it had. */
#ifndef ENTRIES_H
#define ENTRIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "choices.h"
#include "lib/base/mem.h"
#include "lib/stream/tokid.h"
#include "lib/stream/vrt.h"
#include "words.h"

enum {
	ENTRIES = 256 /* that lie together */
};

struct entry {
	uint32_t first; /* of its choices; 0 is none */
	uint32_t near;  /* rules for its lemma, the first and 1; 0 is none */
	bool empty;     /* a word without a value */
	struct word word;
};

struct entries {
	struct words *words;
	struct tokid ids;
	struct {
		struct entry *at;
	} * at; /* by number of the token, ENTRIES at each */
	size_t cap;
	struct choices choices;
	size_t form; /* columns of the stream, -1: not there */
	int word;
	int kind;
	struct buf word_text;
	struct buf form_text;
	struct buf lemma;
	struct buf esc;
};

void entries_open(struct entries *es, struct words *ws, struct vrt *v,
    const char *form_column);
void entries_close(struct entries *es);

/* The number of a token, which is made if it is new. */
uint32_t entries_find(struct entries *es, const struct tokid_key *key,
    const char *line, const uint32_t *tab);

static inline struct entry *
entries_at(const struct entries *es, uint32_t id)
{
	return &es->at[id / ENTRIES].at[id % ENTRIES];
}

/* The columns of a token with a tag, made when they are first wanted. */
const struct choice *entries_choice(struct entries *es, uint32_t id, int tag,
    const char *line, const uint32_t *tab);
/* The same with the lemma of a rule, by its number and 1. */
const struct choice *entries_near(
    struct entries *es, uint32_t id, uint32_t rule);
/* The form in a line; until the next call. */
const struct buf *entries_form(
    struct entries *es, const char *line, const uint32_t *tab);

#endif
