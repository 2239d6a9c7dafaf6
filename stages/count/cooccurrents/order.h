/* order - counted pairs of words in the order of their numbers: in memory, or
 * beyond its bound by sorted runs in a temporary file (runs.h). */
#ifndef ORDER_H
#define ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/common/runs.h"

struct order {
	size_t max; /* pairs in memory; 0: no bound */
	uint32_t n_word;
	/* inside */
	uint64_t *pair; /* a << 32 | b, then the count */
	size_t n;
	size_t cap;
	size_t next;
	struct runs runs;
	struct run *run;
	size_t n_run;
	size_t cap_run;
	struct runs_merge merge;
	uint32_t *same; /* numbers of words: each its own */
};

/* Numbers are below n_word.  room: bytes of memory, 0 for no bound. */
void order_open(struct order *x, uint32_t n_word, size_t room);
void order_add(struct order *x, uint64_t pair, uint64_t freq);
/* The same of n pairs in order, each once, which go into the file at once. */
void order_run(
    struct order *x, const uint64_t *pair, const uint64_t *freq, size_t n);
/* After the last one. */
void order_finish(struct order *x);
/* The next pair with all of its counts; false at the end. */
bool order_next(struct order *x, uint64_t *pair, uint64_t *freq);
void order_close(struct order *x);

#endif
