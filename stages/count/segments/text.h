/* segment_text - a token stream as the text that segments are sought in
 * (segments.1). */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/stream/tokens.h"
#include "repeat.h"

struct rule {
	struct tokens_opts read; /* without by, parts are the speeches */
	const char *delimiters;  /* characters that end a run */
	bool over;               /* gaps and other tokens do not end a run */
	size_t memory;           /* bytes; 0: no bound */
	enum vrt_tag unit;       /* no run goes on over its ends */
};

struct segment_text {
	struct repeat_text text;
	uint32_t *s; /* of the text */
	uint32_t *part_of;
	struct intern words; /* as cells show them, without blanks */
	uint32_t *order;     /* word REPEAT_STOP + i is words' order[i] */
	struct tokens t;     /* its parts, and its notes */
	uint64_t n_word;     /* tokens */
	struct far_text far; /* where memory has no room for it */
	uint32_t *held;      /* inside: words of it */
	size_t cap_held;
};

/* Words are numbered by their bytes, so that segments of one length are in the
 * order of their numbers. */
void text_read(
    struct segment_text *t, const struct rule *rule, char **files, int n);
/* len numbers from `at` on, to the next call. */
const uint32_t *text_at(struct segment_text *t, uint64_t at, size_t len);
void text_free(struct segment_text *t);

#endif
