/* query - token patterns: which values of a column match which pattern, and
 * where a run of tokens does (concordance.1).
 *
 * A pattern is a run of elements, one a token.  All elements of all patterns
 * are numbered; a value is matched against them once and remembered as bits,
 * so that a token costs a lookup, a shift and an and. */
#ifndef QUERY_H
#define QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "lib/text/pattern.h"

enum {
	QUERY_ELEMENTS = 64
};

/* Stands for * while a pattern is cut: U+0250, a letter that no text holds. */
#define QUERY_JOKER "\xC9\x90"

enum query_how {
	QUERY_FOLD,  /* text, cut into tokens, compared in the counting form */
	QUERY_PLAIN, /* text, cut into tokens, compared as written (’ is ') */
	QUERY_ERE,   /* POSIX expressions parted by blanks */
};

struct query {
	enum query_how how;
	bool bare;                  /* accents do not count; the caller's to
				       set before patterns are added */
	char *glob[QUERY_ELEMENTS]; /* * is any run of characters */
	struct pattern re[QUERY_ELEMENTS];
	size_t n;
	uint64_t first; /* bits of the first elements of the patterns */
	uint64_t last;  /* of the last ones */
	struct intern vals;
	uint64_t *bits; /* by number of the value */
	size_t cap;
	uint64_t state; /* bit i: elements up to i matched, ending here */
	struct buf plain;
	struct buf why;
};

void query_open(struct query *q, enum query_how how);
/* Adds a pattern, which is UTF-8; NULL, or why it is none. */
const char *query_try(struct query *q, const char *pattern);
/* Adds that of an option; exit 2 if it is none. */
void query_add(struct query *q, int letter, const char *pattern);
/* Forgets the tokens seen: no match reaches over this point. */
static inline void
query_break(struct query *q)
{
	q->state = 0;
}

/* The elements that a value matches; query_bits() judges each value once. */
uint64_t query_judge(struct query *q, const char *raw, size_t len);
uint64_t query_bits(struct query *q, const char *raw, size_t len);
/* query_token() where the caller has kept the value's bits. */
static inline uint64_t
query_step(struct query *q, uint64_t bits)
{
	q->state = ((q->state << 1) | q->first) & bits;
	return q->state & q->last;
}

/* The next token's value, as the stream writes it: the bits of the last
 * elements of the patterns that end here. */
static inline uint64_t
query_token(struct query *q, const char *raw, size_t len)
{
	return query_step(q, query_bits(q, raw, len));
}

/* Tokens of the pattern whose last element is the lowest bit of hits; takes
 * that bit out. */
size_t query_span(const struct query *q, uint64_t *hits);
void query_free(struct query *q);

#endif
