/* parts - what the columns of an analysis are: the parts of a count table or,
 * where a table of speeches groups these, its groups (speakers), whose units
 * the parts of the count table are. */
#ifndef PARTS_H
#define PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/table/counts.h"
#include "lib/table/groups.h"

struct parts_rule {
	const char *speeches; /* the table, or NULL */
	const char *by;       /* its column; NULL: every part is its own */
	double least;  /* of the mean number of words of a part; 0: no bound */
	uint32_t size; /* this n (number in counts.sizes) */
};

struct parts {
	struct counts_names names;
	uint32_t *of;    /* by part of the count table: its number in names */
	uint64_t *words; /* margins */
	uint32_t *units; /* parts of the count table */
	bool *aside;     /* has no say in the analysis */
	uint32_t n_small;
	bool na;      /* there is a part NA, which is set aside */
	bool grouped; /* inside */
	struct groups g;
};

/* Sets aside what has fewer words than the bound and, where there is a bound
 * or a column, the part NA. */
void parts_open(
    struct parts *p, const struct counts *c, const struct parts_rule *rule);
void parts_close(struct parts *p);
/* Notes on what was set aside. */
void parts_tell(const struct parts *p, const struct parts_rule *rule);
/* By part of the count table: a number of the value of a column of the table
 * of speeches; the caller's to free. */
uint32_t *parts_values(
    const struct counts *c, const char *speeches, const char *column);

#endif
