/* layout_cut - texts cut to the width of a column, apart where they can be. */
#ifndef LAYOUT_CUT_H
#define LAYOUT_CUT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

/* Adds s, where it is longer cut with … so that the last `tail` of the columns
 * are its end; returns the columns. */
size_t layout_cut(struct buf *to, const char *s, size_t width, size_t tail);
/* The tail by which the fewest of the n texts, every step-th of cell, look like
 * another one: 0 if that will do. */
size_t layout_tail(char *const *cell, size_t n, size_t step, size_t width);

/* Has the text a word that may be broken anywhere, as a name of a file? */
bool layout_long(const char *s);

#endif
