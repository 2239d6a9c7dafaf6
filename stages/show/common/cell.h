/* cell - texts and blanks in columns of a terminal. */
#ifndef CELL_H
#define CELL_H

#include <stddef.h>

#include "lib/base/out.h"

void cell_pad(struct out *o, size_t n); /* blanks */
/* A text of so many columns at most, cut with the mark behind where it is
 * longer; returns the columns used. */
size_t cell_cut(struct out *o, const char *s, size_t columns, const char *mark);

#endif
