/* sum - the rows of count tables added up, side by side. */
#ifndef SUM_H
#define SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "source.h"

/* Writes the rows of n open tables, TREE_MAX at most, without a header; those
 * that are not the first of the command line are subtracted, if this is asked
 * for.  The tables are closed and freed.  Exit 1 where a count would leave its
 * range. */
void sum_rows(struct source *table, size_t n, struct out *o, bool subtract);

/* Rows into a temporary file, then the file to be read from its beginning.
 * *name is what messages call it. */
void sum_spill(struct out *o, char **name);
int sum_spilt(struct out *o);

/* Sums in temporary files: so many as are read at once become one, so that
 * there are few of them however much is put. */
struct sums {
	int *fd;
	unsigned *level; /* how often its rows were merged */
	size_t n;
	size_t cap[2];
	size_t most; /* files read at once */
	char *name;
	struct source like; /* n_tab: tabs of a row */
};

/* A file more, as sum_spilt() gives it. */
void sums_add(struct sums *f, int fd);
/* The sum of all of them; nothing is left. */
void sums_write(struct sums *f, struct out *o);

#endif
