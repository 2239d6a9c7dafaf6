/* follow - patterns counted along a token stream, in the rows of the tables of
 * progression(1). */
#ifndef FOLLOW_H
#define FOLLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/stream/query.h"
#include "lib/stream/tokens.h"

enum {
	FOLLOW_PATTERNS = QUERY_ELEMENTS
};

struct follow_opts {
	const char *by; /* attribute, or NULL: each speech is a part */
	const char *column;
	enum query_how how;
	bool bare;
	const char *pattern[FOLLOW_PATTERNS];
	size_t n_pattern;
	const char *name[FOLLOW_PATTERNS]; /* what each is called */
	char *own[FOLLOW_PATTERNS];        /* those of a file, the caller's */
	size_t n_own;
	uint64_t step; /* a row every so many tokens; 0: every occurrence */
	bool parts;    /* a row a part */
	const char
	    *prefix; /* of a file for these, beside the others; or NULL */
};

struct follow_pattern {
	uint64_t last;  /* the elements that end it */
	uint64_t count; /* so far */
	uint64_t f;     /* in the part or step under way */
};

struct follow {
	const struct follow_opts *o;
	struct tokens t;
	struct query query;
	struct out out;
	struct aside beside;
	struct out *parts; /* where rows of parts go */
	struct follow_pattern pattern[FOLLOW_PATTERNS];
	uint64_t *bits; /* by number of the token */
	uint32_t n_bits;
	size_t cap_bits;
	uint64_t at;       /* place of the last token */
	uint64_t next;     /* of the next row of a step */
	bool placed;       /* in a speech, or known to be outside */
	struct buf speech; /* its id */
	struct buf part;
	uint64_t from; /* its first place */
};

void follow_open(
    struct follow *f, const struct follow_opts *o, char **files, int n);
void follow_run(struct follow *f);
/* Ends the table, and notes what was not found. */
void follow_close(struct follow *f);

#endif
