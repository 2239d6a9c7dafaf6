/* repeat - the repeated segments of a text of numbers (Lafon & Salem 1983;
 * segments.1).
 *
 * Segments that have the same occurrences and begin alike are one node: its
 * lengths are shorter + 1 .. len, its occurrences sa[lb] .. sa[lb + size - 1].
 * There are fewer nodes than numbers in the text, though it may have as many
 * segments as the square of that.  Only the longest segment of a node can be
 * free. */
#ifndef REPEAT_H
#define REPEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
	uint32_t link;  /* node of the segment that it is always a piece of */
	/* of a node that links to itself: the longer segment text[cover_at ..]
	 * of cover_len words in which all of it is though at several places;
	 * cover_len 0: none, REPEAT_UNKNOWN: the search was given up */
	uint32_t cover_at;
	uint32_t cover_len;
};

/* A text has words from REPEAT_STOP to k - 1, ends of runs (1), and the last
 * number, 0.  part[i] is the part of text[i], below n_part. */
struct repeat_text {
	const uint32_t *s;
	size_t n;
	uint32_t k;
	const uint32_t *part;
	uint32_t n_part;
};

struct repeat {
	struct repeat_text text;
	uint32_t *sa;
	struct repeat_node *node;
	size_t n;
	size_t cap;
	uint64_t n_unknown;
	/* inside */
	uint32_t *rank;
	uint32_t *lcp;
	uint64_t work;
	uint64_t limit;
};

/* Finds the segments of 2 words and more that occur `min` times (2 or more)
 * and more. */
void repeat_open(
    struct repeat *r, const struct repeat_text *text, uint32_t min);
void repeat_free(struct repeat *r);

/* Of the segment of `len` words of a node: 0 where it is free, else the length
 * of the longest segment that holds all its occurrences, which begins at *at;
 * REPEAT_UNKNOWN where that is not known. */
uint32_t repeat_parent(const struct repeat *r, const struct repeat_node *v,
    uint32_t len, uint32_t *at);

#endif
