/* sorter - sorts records of 64-bit words: by LSD radix in memory, stable and
 * without comparisons, and beyond a bound by sorted runs in a temporary file
 * (spool.h); and the heap that finds the least of those who read such runs. */
#ifndef SORTER_H
#define SORTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "spool.h"

enum {
	RADIX_WIDTH = 5, /* words a record, at most */
	RADIX_DIGIT = 11 /* bits: the targets of a pass stay in the L2 cache */
};

/* Sorts n records of width words each, word 0 first.  a and spare hold
 * n * width words; returns the one of them that holds the result. */
uint64_t *radix_sort(uint64_t *a, uint64_t *spare, size_t n, size_t width);
/* By the first n_key words alone; those that are equal stay in order. */
uint64_t *radix_sort_by(
    uint64_t *a, uint64_t *spare, size_t n, size_t width, size_t n_key);

/* ---- a heap ---- */

/* The least of some things on top. */
struct heap {
	void **item; /* owned by the caller; item[0] is the least */
	size_t n;
};

/* of: what the caller knows. Known where it is called, it costs no call. */
typedef bool heap_less(const void *a, const void *b, const void *of);

/* Item i became greater, or is another one. */
static inline __attribute__((always_inline)) void
heap_sift(struct heap *h, size_t i, heap_less *less, const void *of)
{
	void *x = h->item[i];

	for (;;) {
		size_t c = 2 * i + 1;

		if (c + 1 < h->n && less(h->item[c + 1], h->item[c], of))
			c++;
		if (c >= h->n || !less(h->item[c], x, of))
			break;
		h->item[i] = h->item[c];
		i = c;
	}
	h->item[i] = x;
}

/* Items in any order. */
static inline __attribute__((always_inline)) void
heap_order(struct heap *h, heap_less *less, const void *of)
{
	for (size_t i = h->n / 2; i-- > 0;)
		heap_sift(h, i, less, of);
}

/* The least one became greater; or it is at its end, and goes. */
static inline __attribute__((always_inline)) void
heap_next(struct heap *h, bool goes, heap_less *less, const void *of)
{
	if (goes)
		h->item[0] = h->item[--h->n];
	if (h->n > 0)
		heap_sift(h, 0, less, of);
}

/* ---- runs on disk ---- */

struct sorter_reader;

struct sorter {
	uint64_t n_all; /* records added */
	/* inside */
	size_t width;
	size_t n_key;
	size_t max; /* records in memory; 0: no bound */
	uint64_t *rec;
	uint64_t *spare;
	size_t n;
	size_t cap; /* words */
	size_t next;
	struct spool runs;
	uint64_t *from; /* of each run, in bytes; one more at the end */
	size_t n_run;
	size_t cap_run;
	struct sorter_reader *reader; /* one a run */
	struct heap heap;             /* of those that have records */
	size_t most; /* records of a run that are read together */
	bool given;  /* the least one was given */
};

/* Records of width words in the order of the first n_key ones, equal ones as
 * they were added.  room: bytes of memory, 0 for no bound. */
void sorter_open(struct sorter *s, size_t width, size_t n_key, size_t room);
void sorter_full(struct sorter *s);

/* A place for one more record. */
static inline uint64_t *
sorter_add(struct sorter *s)
{
	if ((s->n + 1) * s->width > s->cap)
		sorter_full(s);
	s->n_all++;
	return s->rec + s->n++ * s->width;
}

void sorter_finish(struct sorter *s); /* after the last one */
/* The next record, to the next call; NULL at the end. */
const uint64_t *sorter_next(struct sorter *s);
void sorter_close(struct sorter *s);

#endif
