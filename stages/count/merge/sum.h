/* sum - the rows of count tables added up, side by side. */
#ifndef SUM_H
#define SUM_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/out.h"
#include "source.h"

/* Writes the rows of n open tables, TREE_MAX at most, without a header; those
 * that are not the first of the command line are subtracted, if this is asked
 * for. Exit 1 where a count would leave its range. */
void sum_rows(struct source *table, size_t n, struct out *o, bool subtract);

#endif
