/* pool - how many types (forms, stems) parts have that are made of several
 * texts, which come in any order, and how many that occur once. */
#ifndef POOL_H
#define POOL_H

#include <stddef.h>
#include <stdint.h>

#include "lib/table/types.h"

struct pool_run;

/* All zero is an empty one. */
struct pool {
	uint32_t *entry; /* twice the type, and one if it occurs again */
	size_t n;
	size_t cap;
	struct pool_run *run; /* the entries of a part, each type once */
	size_t n_run;
	size_t cap_run;
	size_t full;  /* entries from which on runs of a part become one */
	uint32_t end; /* all types are below */
};

struct pool_sum {
	uint64_t types;
	uint64_t hapax;
};

void pool_add(struct pool *p, uint32_t part, const struct types *t);
/* Of each part below n. */
void pool_parts(struct pool *p, struct pool_sum *sum, uint32_t n);
/* Of all parts as one. */
struct pool_sum pool_all(const struct pool *p);
void pool_free(struct pool *p);

#endif
