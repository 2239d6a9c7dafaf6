/* period - the parts of a count table, or the groups that a table of speeches
 * makes of them, as periods in order of time, or the years, months or days that
 * they fall in (trend.1). */
#ifndef PERIOD_H
#define PERIOD_H

#include <stddef.h>
#include <stdint.h>

#include "lib/table/counts.h"
#include "lib/table/intern.h"

enum period_kind {
	PERIOD_NUMBERS, /* placed where they say */
	PERIOD_DATES,   /* placed by their first day, in years */
	PERIOD_NAMES,   /* by their bytes, 1, 2, 3 ... */
	PERIOD_YEARS,   /* cut from dates, and placed by their number */
	PERIOD_MONTHS,
	PERIOD_DAYS,
};

/* Which periods are to be made of the parts. */
struct period_rule {
	const char *path; /* table of speeches, or NULL: the parts themselves */
	const char *by;   /* its column (groups.h) */
	enum period_kind unit; /* years, months or days of dates; else as they
				  are */
};

struct period {
	uint32_t n;
	double *x;    /* place in time, rising */
	uint32_t *of; /* by part: its period, or UINT32_MAX if it has none */
	enum period_kind kind;
	/* inside */
	struct intern names;
	uint32_t *id; /* by period: its name */
};

/* Parts whose period is NA or empty, or no date as precise as the unit, are
 * left out, with a note.  Exit 1 where two periods are one number. */
void period_open(
    struct period *p, const struct counts *c, const struct period_rule *r);
void period_close(struct period *p);
/* As a table writes it. */
const char *period_name(const struct period *p, uint32_t k, size_t *len);

#endif
