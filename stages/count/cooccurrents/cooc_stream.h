/* cooc_stream - counts what stands near what in token streams
 * (cooccurrents.1). */
#ifndef COOC_STREAM_H
#define COOC_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "around.h"
#include "count/common/match.h"
#include "lib/base/mem.h"
#include "lib/stream/query.h"
#include "lib/stream/tokens.h"
#include "lib/table/intern.h"
#include "pairs.h"
#include "ties.h"

enum {
	COOC_PATTERNS = QUERY_ELEMENTS
};

/* What to count: pairs of all words, or words near the pivot that patterns or
 * a theme are. */
struct cooc_what {
	bool all;
	const char *pattern[COOC_PATTERNS];
	size_t n_pattern;
	const char *pivots; /* file with a pivot a line, or NULL */
	bool ere;
	const char *theme; /* and those under it; NULL: the patterns */
	const char *dict;  /* NULL: the bundled one */
	const char *rules; /* NULL: the bundled ones */
	struct tokens_opts read;
	uint64_t left; /* reach; AROUND_ALL: the sentence */
	uint64_t right;
	bool over_gaps;
	bool over_sentences;
	bool by_speech;
	bool late; /* pairs are those of ties.token, when it is known of which
		      words they are wanted */
	size_t memory;     /* bytes that pairs may take; 0: no bound */
	const char **stop; /* lists of words that are no cooccurrents */
	size_t n_stop;
};

/* What is counted around: the patterns or the theme, or a line of the file. */
struct cooc_pivot {
	char *name;          /* what it is called, in a file; else NULL */
	const char *pattern; /* of a file: what is matched, in name's memory */
	struct query query;
	struct around around;
};

struct cooc_stream {
	const struct cooc_what *o;
	struct cooc_pivot *pivot; /* in the order of the file; none for pairs */
	size_t n_pivot;
	bool named;         /* pivots of a file have names before them */
	struct tokens t;    /* words are its types */
	struct pairs pairs; /* of all words */
	struct ties ties;   /* of all words, where pairs are tested by speech */
	bool *hidden;       /* by word: stands in a list */
	uint64_t *freq;     /* by word: all its tokens, and of all words: */
	uint64_t T;         /* around pivots; of pairs they have it */
	uint32_t n_freq;
	uint64_t n_cut; /* gaps where windows ended */
	/* inside */
	struct match match;
	bool *of_theme; /* by entry of the dictionary */
	uint64_t *bits; /* by number of the token and pivot: the elements of
			   its patterns that the value matches */
	uint32_t n_bits;
	size_t cap_bits;
	size_t cap_freq;
	uint32_t n_hidden;
	size_t cap_hidden;
	struct intern stop; /* words of the lists */
	struct buf straight;
	uint64_t n_token;
	bool open; /* tokens since the bound began */
};

/* Reads all of the files (standard input if n is 0). */
void cooc_stream_read(
    struct cooc_stream *j, const struct cooc_what *o, char **files, int n);
void cooc_stream_free(struct cooc_stream *j);

#endif
