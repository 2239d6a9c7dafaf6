/* tests - the file PREFIX.tests.tsv, which tells what a family of permutation
 * tests can show at most: for who reads the q, and for pages that say so. */
#ifndef TESTS_H
#define TESTS_H

#include <stdbool.h>
#include <stdint.h>

#include "chance.h"
#include "lib/base/out.h"
#include "lib/table/counts.h"

struct tests_file {
	const struct counts *c;
	bool wanted;
	struct aside f;
};

/* prefix is NULL: nothing is written. */
void tests_open(
    struct tests_file *t, const char *prefix, const struct counts *c);
/* A row: the family of an n, over so many speeches. */
void tests_put(struct tests_file *t, uint32_t size, uint32_t units,
    const struct chance *found);
void tests_close(struct tests_file *t);

#endif
