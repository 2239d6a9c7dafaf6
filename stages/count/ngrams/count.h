/* count - the words of a stream, counted one by one or in n-grams.
 *
 * The loop over the stream is its own and does what lib/stream/tokens.h says:
 * here lines are read and their words looked up many at a time, and none waits
 * for the memory of another. */
#ifndef COUNT_H
#define COUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gram.h"
#include "lib/base/mem.h"
#include "lib/stream/part.h"
#include "lib/stream/vrt.h"
#include "lib/table/intern.h"
#include "words.h"

struct opts {
	struct gram_opts gram;
	uint64_t min;
	const char *column;  /* NULL: stem, else form */
	const char *classes; /* of the words that have rows; NULL: all */
	const char *attr;
	const char *kinds;
	bool kinds_set;
	bool cross;           /* gaps and tokens of other kinds */
	bool cross_sentences; /* and sentences and paragraphs */
	bool by_freq;
};

/* What to read of a token line. */
struct columns {
	size_t word;
	int kind; /* -1: there is none, every token counts */
	int pos;  /* -1: all words have rows */
	const char *classes;
	uint8_t counts[256]; /* by the letter of the kind: KIND_... */
};

/* The count under way. */
struct count {
	const struct opts *o;
	const char *column; /* the counted one */
	struct columns col;
	struct words raw; /* of the column, as it stands in the stream */
	struct gram_raw plain_of; /* by number in raw: number in plain */
	struct intern plain;      /* as it stands in the table; "" is words of
				     other classes */
	struct buf buf;
	struct part part;
	struct intern part_cells; /* part.names with the tables' escapes */
	bool simple;              /* single words of one part: only freq */
	bool nowhere;             /* -b: outside speeches, part not yet set */
	uint64_t *freq;           /* by number in plain */
	struct gram gram;
	struct vrt_batch batch;
	struct words_key key[VRT_BATCH + 1];
	uint64_t n_empty;     /* tokens without a value in the column */
	uint64_t n_unclassed; /* words of no known part of speech, if classes
				 are asked for */
};

/* Counts what is in the stream: c->gram, or c->freq where c->simple. */
void count_stream(struct count *c, struct vrt *v);

#endif
