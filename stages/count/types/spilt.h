/* spilt - the types of a stretch of text in order, stretch by stretch in a
 * temporary file, and all of them together (types.1). */
#ifndef TYPES_SPILT_H
#define TYPES_SPILT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"
#include "lib/base/spool.h"
#include "shown.h"

/* What a stretch knows of a type; of a form of it only n. */
struct spilt_count {
	uint64_t n;
	uint64_t speeches;
	uint64_t first; /* number of the first speech that has it; 0: none */
	uint64_t last;
};

struct spilt_reader;

struct spilt {
	struct spool file;
	uint64_t *from; /* of each run, in bytes; one more at the end */
	size_t n;
	size_t cap;
	/* inside, of the merge */
	struct spilt_reader *reader; /* one a run */
	struct heap heap;            /* of those that have records */
};

void spilt_open(struct spilt *r);
void spilt_begin(struct spilt *r);
/* A type, then its forms; both in the order of their bytes. */
void spilt_type(
    struct spilt *r, const char *type, size_t len, const struct spilt_count *x);
void spilt_form(struct spilt *r, const char *type, size_t len, const char *form,
    size_t form_len, uint64_t n);

/* A type with the sums of all runs. */
struct spilt_row {
	struct buf type;
	struct shown *shown; /* its forms; the caller's */
	uint64_t freq;
	uint64_t speeches;
	struct buf seen; /* inside */
};

/* After the last run; room: bytes that all readers share. */
void spilt_merge(struct spilt *r, size_t room);
/* The next type in the order of the bytes; false at the end. */
bool spilt_next(struct spilt *r, struct spilt_row *row);
void spilt_close(struct spilt *r);

#endif
