/* far - the suffixes of a text of numbers in order, by sorting in files: a text
 * of any size in bounded memory.
 *
 * They are sorted by their first words, and those that share them by how the
 * rest stands, which has twice as many words each time (Manber & Myers 1993).
 * A suffix ends with its run; equal ones are in the order of the text. */
#ifndef FAR_H
#define FAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/spool.h"

enum {
	FAR_NUMBER = sizeof(uint32_t),
	FAR_LOOK = 64 * 1024,  /* bytes of a look from begin to end */
	FAR_GLANCE = 8 * 1024, /* bytes of one that goes anywhere */
	FAR_UNKNOWN = 255 /* of a known lcp: all words of the key, or more */
};
/* Of a number below 2^31: that of a group in which nothing is left to compare;
 * a known lcp where the same word stands before both. */
#define FAR_FLAG (UINT32_C(1) << 31)

/* The part of the text from one number on. */
struct far_span {
	uint32_t from;
	uint32_t part;
};

/* Numbers of 32 bits below k as in repeat.h. */
struct far_text {
	struct spool s;
	uint64_t n;
	uint32_t k;
	struct far_span *span;
	size_t n_span;
};

/* What a suffix has to do with the one before it in order. */
struct far_near {
	uint32_t lcp;  /* words that they share at their begin */
	uint32_t back; /* words that they share before it */
	uint32_t part; /* its own */
};

struct far_place {
	uint32_t at;   /* where it begins */
	uint32_t left; /* the number before it */
};

struct far {
	uint32_t n;        /* suffixes */
	uint32_t longest;  /* lcp */
	struct spool sa;   /* struct far_place, in order */
	struct spool near; /* struct far_near, in order */
	struct spool rank; /* by number of the text: place in order + 1; 0: a
			      stop */
	/* looks at them */
	struct spool_view sa_look;
	struct spool_view near_look;
	struct spool_view rank_look;
};

/* room: bytes of memory. */
void far_open(struct far *f, struct far_text *t, size_t room);
void far_close(struct far *f);

static inline struct far_place
far_sa(struct far *f, uint32_t i)
{
	return *(const struct far_place *)spool_at(&f->sa_look,
	    (uint64_t)i * sizeof(struct far_place), sizeof(struct far_place));
}

static inline struct far_near
far_near(struct far *f, uint32_t i)
{
	return *(const struct far_near *)spool_at(&f->near_look,
	    (uint64_t)i * sizeof(struct far_near), sizeof(struct far_near));
}

/* UINT32_MAX: a stop. */
static inline uint32_t
far_rank(struct far *f, uint32_t at)
{
	return *(const uint32_t *)spool_at(
		   &f->rank_look, (uint64_t)at * FAR_NUMBER, FAR_NUMBER) -
	    1;
}

/* ---- inside ---- */

static inline uint32_t
far_number(struct spool_view *v, uint64_t i)
{
	return *(const uint32_t *)spool_at(v, i * FAR_NUMBER, FAR_NUMBER);
}

/* A number as number `at` of a spool, with 0 where there was none. */
void far_put(struct spool *to, uint64_t at, uint32_t x);

#endif
