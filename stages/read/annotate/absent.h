/* absent - values of the key that no row of the table has, and the rows that
 * they may mean. */
#ifndef ABSENT_H
#define ABSENT_H

#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

struct absent {
	const char *attr;     /* of the speeches: what is compared */
	struct intern values; /* by first sight */
	uint64_t n_speech;    /* that have one of them */
	uint64_t n_without;   /* that have not even the attribute */
};

void absent_open(struct absent *a, const char *attr);
/* A speech without a row; value is NULL if it has not the attribute. */
void absent_add(struct absent *a, const char *value);
/* Appends "2 values of speaker without a row, in 5 speeches (A, B)"; nothing if
 * there are none. */
void absent_say(struct buf *to, const struct absent *a);
/* Appends "'M. ROY' may be 'Roy' (capitals, a title)" of those that differ from
 * a row in what a name is not: capitals, accents, signs, titles, order. */
void absent_propose(
    struct buf *to, const struct absent *a, const struct intern *rows);
void absent_free(struct absent *a);

#endif
