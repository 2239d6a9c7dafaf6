/* sizes - which n of a count table a program is asked for (-n), and notes on
 * one of them. */
#ifndef SIZES_H
#define SIZES_H

#include <stdbool.h>
#include <stdint.h>

#include "counts.h"

#define SIZES_ALL UINT32_MAX /* of sizes_choose() */
#define SIZES_NONE (UINT32_MAX - 1)

/* The number in c->sizes of the n that -n names; all of them where it is NULL;
 * none, with a note, where no row has it.  Exit 1 without a column n. */
uint32_t sizes_choose(const struct counts *c, const char *n);

static inline bool
sizes_takes(uint32_t chosen, uint32_t size)
{
	return chosen == SIZES_ALL || chosen == size;
}

/* note() behind "n SIZE: ", if the table has a column n. */
void sizes_note(const struct counts *c, uint32_t size, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
