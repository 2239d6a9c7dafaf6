/* layout_cut - texts cut to the width of a column, apart where they can be. */
#ifndef LAYOUT_CUT_H
#define LAYOUT_CUT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

/* How texts that are longer than a column are cut.  All zero: their ends are
 * left out. */
struct layout_way {
	char *head;  /* words that most begin with, which are left out; NULL */
	size_t tail; /* columns of their ends that are shown */
};

/* Adds s, where it is longer cut with …; returns the columns. */
size_t layout_cut(
    struct buf *to, const char *s, size_t width, const struct layout_way *way);
/* The way by which the fewest of the n texts, every step-th of cell, look like
 * another one: all zero if that will do, without their head rather than with a
 * tail. */
struct layout_way layout_way_of(
    char *const *cell, size_t n, size_t step, size_t width);
void layout_way_free(struct layout_way *way);

/* Has the text a word that may be broken anywhere, as a name of a file? */
bool layout_long(const char *s);

#endif
