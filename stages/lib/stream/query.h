/* query - token patterns: which values of a column match which pattern, and
 * where a run of tokens does (concordance.1).
 *
 * A pattern is a run of elements, one a token.  All elements of all patterns
 * are numbered; a value is matched against them once and remembered as bits,
 * so that a token costs a lookup, a shift and an and.
 *
 * With tests (query.5) an element may ask for other columns too, of which each
 * costs another lookup, and gaps are elements that may be left out. */
#ifndef QUERY_H
#define QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "lib/text/pattern.h"
#include "vrt.h"

enum {
	QUERY_ELEMENTS = 64
};

/* Stands for * while a pattern is cut: U+0250, a letter that no text holds. */
#define QUERY_JOKER "\xC9\x90"

#define QUERY_BLANKS " \t\n" /* part items; no value has tabs */
/* Letters of the name of a column in a test. */
#define QUERY_NAME                                                             \
	"abcdefghijklmnopqrstuvwxyz"                                           \
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ_-0123456789"

enum query_how {
	QUERY_FOLD,  /* text, cut into tokens, compared in the counting form */
	QUERY_PLAIN, /* text, cut into tokens, compared as written (’ is ') */
	QUERY_ERE,   /* POSIX expressions parted by blanks */
};

/* A column, and what is known of its values. */
struct query_column {
	char *name; /* NULL: the one that the caller looks at */
	size_t at;
	struct intern vals;
	uint64_t *bits; /* by number of the value */
	size_t cap;
};

/* A test that an element makes. */
struct query_test {
	uint64_t bit;  /* of the element */
	size_t column; /* in query.column[] */
	bool unlike;   /* no alternative may match */
	char **glob;   /* alternatives; or, if there are none: */
	size_t n_glob;
	struct pattern re;
};

/* A place that may be under way. */
struct query_run {
	uint64_t state; /* bit i: elements up to i matched, ending here */
	uint64_t at;    /* its first token */
};

struct query {
	enum query_how how;
	bool bare;                  /* accents do not count; the caller's to
				       set before patterns are added */
	bool tests;                 /* NAME=value is a test; likewise */
	char *glob[QUERY_ELEMENTS]; /* * is any run of characters */
	struct pattern re[QUERY_ELEMENTS];
	size_t n;
	uint64_t first; /* bits of the first elements of the patterns */
	uint64_t last;  /* of the last ones */
	uint64_t any;   /* of those that have no glob and no re */
	uint64_t may;   /* of those that may be left out */
	struct query_column *column; /* the caller's, then those of tests */
	size_t n_column;
	size_t cap_column;
	struct query_test *test;
	size_t n_test;
	size_t cap_test;
	uint64_t state; /* bit i: elements up to i matched, ending here */
	struct query_run run[QUERY_ELEMENTS]; /* if elements may be left out */
	size_t n_run;
	uint64_t n_token;
	struct buf plain;
	struct buf why;
};

void query_open(struct query *q, enum query_how how);
/* Adds a pattern, which is UTF-8; NULL, or why it is none. */
const char *query_try(struct query *q, const char *pattern);
/* Adds that of an option; exit 2 if it is none. */
void query_add(struct query *q, int letter, const char *pattern);
/* Has the pattern a test, where tests are allowed, or what looks like one? */
bool query_has_test(const char *pattern);
/* Is it written as CQL is, [pos="ADJ"], [], or as tests of attributes, pos~A?
 */
bool query_alien(const char *pattern);
/* What is wrong with an item of a query, to say; NULL: nothing known here. */
const char *query_stray(const char *item);
/* Forgets the tokens seen: no match reaches over this point. */
static inline void
query_break(struct query *q)
{
	q->state = 0;
	q->n_run = 0;
}

/* ---- one column: the caller gives its values ---- */

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

/* ---- several columns: the caller gives token lines ---- */

/* Do tests and gaps alone ask?  Then the caller's column tells nothing. */
bool query_only_tests(const struct query *q);
/* Finds the columns, the caller's by this name where it is asked for; exit 1
 * with those that there are. */
void query_columns(struct query *q, struct vrt *v, const char *name);
/* The elements that a token matches; tab: as vrt.tab. */
uint64_t query_line(struct query *q, const char *line, const uint32_t *tab);
/* The next token's places: bit n, if one of n + 1 tokens ends with it.  Of
 * those of a pattern that begin at one token the shortest is told. */
uint64_t query_places(struct query *q, const char *line, const uint32_t *tab);

void query_free(struct query *q);

/* Inside: the number of a column that a test names, given if it is new. */
size_t query_column(struct query *q, const char *name, size_t len);

#endif
