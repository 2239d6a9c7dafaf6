/* range - the rows of tables whose keys are in one of so many ranges (merge.1).
 *
 * Where the ranges part is told by a sample of the keys at fixed places of the
 * files, so that every process that is given the same tables finds the same. */
#ifndef RANGE_H
#define RANGE_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "source.h"

enum {
	RANGE_MAX = 9999
};

struct range {
	size_t k;        /* 1 .. n */
	size_t n;        /* 0: there are no ranges */
	struct buf from; /* the first key, none in range 1 */
	struct buf to;   /* the first one behind, none in range n */
};

/* "3/16"; or exit 2. */
void range_read(struct range *r, int letter, const char *arg);
/* Finds from and to. */
void range_bounds(struct range *r, char **files, size_t n);
/* The rows of the table that are in the range are those to read. */
void range_seek(const struct range *r, struct source *s);
void range_free(struct range *r);

#endif
