/* analysis - of a count table, all that factors(1) does with it. */
#ifndef ANALYSIS_H
#define ANALYSIS_H

#include <stddef.h>
#include <stdint.h>

#include "lib/table/counts.h"

/* Values of an option that may be repeated. */
struct values {
	const char **s;
	size_t n;
	size_t cap;
};

struct opts {
	struct values by;     /* -b */
	const char *speeches; /* -d */
	const char *eigen;    /* -E */
	const char *fixed;    /* -f */
	const char *group;    /* -g */
	const char *size;     /* -n */
	const char *table;    /* -S */
	struct values part;   /* -x */
	const char *terms;    /* -X */
	uint64_t min;         /* -m */
	uint32_t parts;       /* -P */
	size_t n_axis;        /* -k */
	size_t restarts;      /* -i */
	uint32_t draws;       /* -B, or 0 */
	uint64_t deals;       /* -D, or 0 */
	uint64_t seed;        /* -s */
	double least;         /* -t */
};

/* Writes the points to standard output, the eigenvalues into their file. */
void analyse(const struct opts *o, const struct counts *c);

#endif
