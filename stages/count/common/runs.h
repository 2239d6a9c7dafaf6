/* runs - sorted runs of counted records in one temporary file, and their
 * merge (spool.h). */
#ifndef RUNS_H
#define RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/base/sorter.h"

enum {
	RUNS_KEY = 10
}; /* numbers of a key, at most */

struct runs {
	int fd;     /* -1: no file yet */
	char *name; /* for messages */
	struct out out;
	uint64_t size; /* bytes put */
};

struct run {
	uint64_t from; /* its first byte in the file */
	uint64_t n;    /* records */
};

void runs_open(struct runs *r);
/* Begins a run; the records put until the next call are its own. */
struct run runs_begin(struct runs *r);
void runs_put(struct runs *r, struct run *run, const uint32_t *key,
    size_t n_key, uint64_t freq);
void runs_close(struct runs *r);

struct runs_reader;

/* The records of several runs in order, each key once with the sum of its
 * counts.  The order is that of map[k][key[k]] for k = 0, 1 ...; every run
 * has to be in this order already. */
struct runs_merge {
	const struct runs *runs;
	size_t n_key;
	const uint32_t *map[RUNS_KEY];
	struct heap heap;       /* of those that have records */
	uint32_t key[RUNS_KEY]; /* mapped, after runs_next() */
	uint64_t freq;
};

/* With m->n_key and m->map set.  room: bytes of buffer that all readers share.
 */
void runs_merge(struct runs_merge *m, struct runs *r, const struct run *run,
    size_t n, size_t room);
bool runs_next(struct runs_merge *m);
/* The first number of the next record's key; false at the end. */
bool runs_peek(const struct runs_merge *m, uint32_t *first);
void runs_merge_free(struct runs_merge *m);

#endif
