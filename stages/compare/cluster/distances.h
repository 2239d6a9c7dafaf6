/* distances - a table of the distances of all pairs of parts, long (columns
 * part, other, distance) or square (a column and a row for each part). */
#ifndef DISTANCES_H
#define DISTANCES_H

#include <stdint.h>

struct distances {
	char *file; /* for messages */
	uint32_t n;
	char **name; /* rising by bytes, escapes undone */
	double *d;   /* as triangle_at() places them */
};

/* Reads the table (NULL: standard input).  Exit 1 with file and line for a
 * distance that is negative, NA, missing or not the same both ways, and for a
 * square table whose rows are not its columns. */
void distances_read(struct distances *t, const char *path);
void distances_free(struct distances *t);

#endif
