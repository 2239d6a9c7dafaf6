/* kwic - aligned lines of a concordance, for people. */
#ifndef KWIC_H
#define KWIC_H

#include <stddef.h>

#include "lib/base/out.h"

struct kwic_line {
	const char *label; /* where it is from */
	const char *left;
	const char *node;
	const char *right;
};

enum {
	KWIC_MIN = 40
}; /* columns */

/* Writes the lines within width columns: labels, left contexts (their ends
 * aligned), nodes, right contexts.  Contexts are cut between words. */
void kwic_put(
    struct out *o, const struct kwic_line *line, size_t n, size_t width);

#endif
