/* places - the tokens of a stream, and how a place of it is written
 * (places.1). */
#ifndef PLACES_H
#define PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/stream/tokens.h"
#include "lib/table/intern.h"

struct opts {
	struct tokens_opts read;
	const char *words;  /* looked for, parted by blanks; NULL: each token */
	struct intern stop; /* forms that do not count */
	bool stops;
	bool sentences;         /* a row for each, not for words */
	bool segments;          /* runs go on as those of segments */
	enum vrt_tag unit;      /* no run goes on over its ends */
	const char *delimiters; /* characters that end a run of segments */
	bool over;              /* gaps and other tokens do not */
	const char *pivot;      /* NULL: not near one */
	uint64_t left;          /* reach; NEAR_ALL: the sentence */
	uint64_t right;
};

enum {
	PLACES_NONE = 0, /* of a token: it is no word that is looked for */
	PLACES_ANY = 1   /* with no words: it counts */
};

/* A token that is read. */
struct places_token {
	uint64_t at;       /* its number in the speech, from 1 */
	uint64_t sentence; /* 0: not told */
	uint32_t word;     /* PLACES_NONE, or 1 + a number of those sought */
	int64_t distance;  /* to the nearest pivot, with pivots only */
};

struct places {
	const struct opts *o;
	struct tokens t;
	struct out out;
	bool speech; /* inside one */
	uint64_t at;
	uint64_t sentence;
	struct places_token first; /* of the sentence under way */
	bool open;                 /* in one */
	uint64_t n_word;           /* tokens of it that count */
	struct intern words;       /* those sought */
	uint32_t *want;            /* 1 + their numbers, in their order */
	size_t n_want;
	uint32_t *is; /* by type: 1 + PLACES_NONE or its number; 0: not asked */
	size_t cap_is;
	size_t n_is;
	struct buf plain;
};

/* The token under way; counts: it is one of the kinds that count. */
struct places_token places_take(struct places *p, bool counts);
/* A row for n tokens from `from` on. */
void places_put(struct places *p, const struct places_token *from, uint64_t n);

#endif
