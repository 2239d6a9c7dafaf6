/* versus - a target and a reference, made of the parts of one count table, or
 * of two tables. */
#ifndef VERSUS_H
#define VERSUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/table/counts.h"

enum {
	VERSUS_TARGET,
	VERSUS_REFERENCE,
	VERSUS_SIDES,
	VERSUS_NEITHER = VERSUS_SIDES
};

/* Which parts are on which side.  Names are those of parts, or of groups of
 * parts if by is given.  In one table no name of the reference means all that
 * is not the target; with a second table no name means the whole table. */
struct versus_rule {
	const char **name[VERSUS_SIDES];
	size_t n_name[VERSUS_SIDES];
	const char *file; /* the second table, that of the reference, or NULL */
	const char *by;   /* column of speeches, or NULL */
	const char *table; /* of speeches: groups.h */
	uint64_t min;      /* terms that come less often on both sides together
			    * are left out */
};

struct versus_term {
	uint32_t name; /* for versus_name(); terms stand by rising bytes */
	uint64_t f[VERSUS_SIDES];
};

struct versus_cell {
	uint64_t f;
	uint32_t term;
};

/* A part with words. */
struct versus_unit {
	int side;
	uint64_t words;
	size_t from; /* its cells: cell[from] .. cell[to - 1] */
	size_t to;
};

/* A name of both tables, or of one. */
struct versus_joint {
	int table;
	uint32_t id; /* of the table's term */
};

struct versus {
	struct counts c[VERSUS_SIDES];
	int n_table;
	/* of the n under way, see versus_take() */
	struct versus_term *term;
	uint32_t n_term;
	struct versus_unit *unit;
	uint32_t n_unit;
	struct versus_cell *cell;      /* of the terms that are not left out */
	uint32_t n_part[VERSUS_SIDES]; /* units */
	uint64_t words[VERSUS_SIDES];
	uint32_t n_empty; /* parts without a word on either side */
	/* inside */
	const struct versus_rule *rule;
	uint8_t *side[VERSUS_SIDES];   /* by table, then part */
	uint32_t *joint[VERSUS_SIDES]; /* by table, then term */
	struct versus_joint *name;
	uint32_t n_name;
};

/* Reads the files (counts_read()) and the rule's second one; exit 1 if a name
 * is not there, a side has no part, or the tables differ in their columns;
 * exit 2 if a name is on both sides. */
void versus_open(
    struct versus *v, const struct versus_rule *rule, char **files, int n);
void versus_close(struct versus *v);
/* The n number `size` of the first table; false if the second has no such. */
bool versus_take(struct versus *v, uint32_t size);
/* As the tables write it (escaped). */
const char *versus_name(const struct versus *v, uint32_t name, size_t *len);

#endif
