/* scan - the sentences of a token stream, scored by the specific words of the
 * part that they stand in (typical.1). */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "best.h"
#include "lib/base/mem.h"
#include "lib/stream/tokens.h"
#include "lib/stream/window.h"
#include "specific.h"

struct scan_opts {
	const char *by;
	const char *column;
	const char *classes; /* of the words that are told; NULL: all */
	const char *table;
	const char *listed; /* -x, or NULL */
	size_t sentences;   /* of a part, at most */
	size_t least;       /* words of a sentence */
	bool mean;          /* the score is by word */
	double q;
};

/* The fields of best_field(). */
enum {
	SCAN_SPEECH,
	SCAN_SOURCE,
	SCAN_TERMS,
	SCAN_AGAINST,
	SCAN_TEXT,
	SCAN_FIELDS
};

struct scan {
	const struct scan_opts *o;
	struct tokens t;
	struct specific specific; /* its parts are those of best */
	struct best best;
	uint64_t n_heard;   /* parts of the table that the stream has */
	uint64_t n_outside; /* words outside sentences */
	/* inside */
	size_t word;       /* column of the text */
	uint32_t *term_of; /* by type: the term, or UINT32_MAX */
	size_t n_term_of;
	size_t cap_term_of;
	uint32_t part;   /* of the speech under way, or UINT32_MAX */
	bool *heard;     /* by part */
	struct buf name; /* of the speech: id NUL source */
	uint64_t line;
	uint64_t number; /* of the sentence in it */
	bool inside;     /* a sentence */
	uint64_t serial; /* of the sentence */
	struct window text;
	uint32_t *type; /* of its words */
	size_t n_word;
	size_t cap_word;
	struct specific_word **hit; /* each once */
	size_t n_hit;
	size_t cap_hit;
};

/* Opens the table and the files, as tokens_open() does. */
void scan_open(struct scan *j, const struct scan_opts *o, char **files, int n);
void scan_run(struct scan *j);
void scan_close(struct scan *j);

#endif
