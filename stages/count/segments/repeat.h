/* repeat - the repeated segments of a text of numbers (Lafon & Salem 1983;
 * segments.1).
 *
 * Segments that have the same occurrences and begin alike are one node: its
 * lengths are shorter + 1 .. len, its occurrences the suffixes number lb ..
 * lb + size - 1.  There are fewer nodes than numbers in the text, though it may
 * have as many segments as the square of that.  Only the longest segment of a
 * node can be free. */
#ifndef REPEAT_H
#define REPEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "far.h"
#include "lib/base/spool.h"

enum {
	REPEAT_STOP = 2 /* numbers below are no words */
};
#define REPEAT_UNKNOWN UINT32_MAX

struct repeat_node {
	uint32_t lb;
	uint32_t size;
	uint32_t len;
	uint32_t shorter;
	uint32_t parts; /* distinct ones that it occurs in */
	uint32_t at;    /* one of its occurrences */
	uint32_t back;  /* words that always stand before it: a longer segment
			   has them, and all of its occurrences */
	/* the longer segment text[cover_at ..] of cover_len words in which all
	 * of that one is though at several places; cover_len 0: none,
	 * REPEAT_UNKNOWN: the search was given up */
	uint32_t cover_at;
	uint32_t cover_len;
};

/* A text has words from REPEAT_STOP to k - 1, ends of runs (1), and the last
 * number, 0.  part[i] is the part of text[i], below n_part. */
struct repeat_text {
	const uint32_t *s; /* NULL: far has it */
	size_t n;
	uint32_t k;
	const uint32_t *part;
	uint32_t n_part;
	struct far_text *far;
	size_t room; /* of what is far: bytes of memory */
};

/* A segment that lies within a longer one at several places. */
struct repeat_cover {
	uint32_t len;
	uint32_t lb;
	uint32_t size;
	uint32_t cover_at;
	uint32_t cover_len;
};

struct repeat {
	struct repeat_text text;
	uint32_t n; /* nodes */
	uint64_t n_unknown;
	/* inside */
	uint32_t *sa;
	uint32_t *rank;
	uint32_t *lcp;
	struct repeat_node *node;
	size_t cap;
	/* the same of a far text */
	struct far far;
	struct spool nodes;
	struct spool_view nodes_look;
	struct repeat_cover *cover; /* by len and lb, if they are asked for */
	size_t n_cover;
	size_t cap_cover;
	/* of the search for covers */
	uint64_t work;
	uint64_t limit;
};

/* Finds the segments of 2 words and more that occur `min` times (2 or more)
 * and more. */
void repeat_open(
    struct repeat *r, const struct repeat_text *text, uint32_t min);
/* Node i; of a far text its cover is told where all = true, or back is 0. */
struct repeat_node repeat_node(struct repeat *r, uint32_t i, bool all);
/* Suffix number i: where it begins, and its part. */
uint32_t repeat_at(struct repeat *r, uint32_t i);
uint32_t repeat_part(struct repeat *r, uint32_t i);
void repeat_free(struct repeat *r);

/* Of the segment of `len` words of a node: 0 where it is free, else the length
 * of the longest segment that holds all its occurrences, which begins at *at;
 * REPEAT_UNKNOWN where that is not known. */
uint32_t repeat_parent(const struct repeat_node *v, uint32_t len, uint32_t *at);

/* ---- inside ---- */

/* What suffix i shares with the one before it; place of the suffix at p. */
static inline uint32_t
repeat_lcp(struct repeat *r, uint32_t i)
{
	if (r->text.far == NULL)
		return r->lcp[i];
	return i < r->far.n ? far_near(&r->far, i).lcp : 0;
}

static inline uint32_t
repeat_rank(struct repeat *r, uint32_t p)
{
	return r->text.far == NULL ? r->rank[p] : far_rank(&r->far, p);
}

/* Words that the suffix at p shares with another one. */
uint32_t repeat_longest(struct repeat *r, uint32_t p);
/* Finds the covers of the nodes whose cover_len is UNKNOWN; it stays so where
 * the search takes too long. */
void cover_all(struct repeat *r);
/* Of a node of a far text: the cover of the longer segment that begins v->back
 * words before it. */
void cover_look(struct repeat *r, struct repeat_node *v);

#endif
