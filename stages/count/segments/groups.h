/* groups - the suffixes of a far text in order (far.h): in groups of those that
 * are equal so far, which fall apart. */
#ifndef GROUPS_H
#define GROUPS_H

#include <stddef.h>

#include "far.h"

/* Sorts them into f->sa; room: bytes a sorter.  known: for each in order how
 * many words it shares with the one before, 8 bits, or FAR_UNKNOWN where there
 * are as many as this returns, or more. */
unsigned groups_sort(
    struct far *f, struct far_text *t, size_t room, struct spool *known);

#endif
