/* period - the parts of a count table, or the groups that a table of speeches
 * makes of them, as periods in order of time (trend.1). */
#ifndef PERIOD_H
#define PERIOD_H

#include <stddef.h>
#include <stdint.h>

#include "lib/table/counts.h"
#include "lib/table/groups.h"

enum period_kind {
	PERIOD_NUMBERS, /* placed where they say */
	PERIOD_DATES,   /* placed by their first day, in years */
	PERIOD_NAMES,   /* by their bytes, 1, 2, 3 ... */
};

struct period {
	uint32_t n;
	double *x;    /* place in time, rising */
	uint32_t *of; /* by part: its period, or UINT32_MAX if it has none */
	enum period_kind kind;
	/* inside */
	struct groups g;
	uint32_t *group; /* by period */
};

/* By the column `by` of the table at path (groups.h), or, where path is NULL,
 * the parts themselves.  Parts whose period is NA or empty are left out, with
 * a note.  Exit 1 where two periods are one number. */
void period_open(
    struct period *p, const struct counts *c, const char *path, const char *by);
void period_close(struct period *p);
/* As a table writes it. */
const char *period_name(const struct period *p, uint32_t k, size_t *len);

#endif
