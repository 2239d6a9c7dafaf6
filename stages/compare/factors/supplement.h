/* supplement - parts and terms that had no say in a correspondence analysis,
 * at their places on its axes (factors.1).  Each call writes rows. */
#ifndef SUPPLEMENT_H
#define SUPPLEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "compare/common/lexical.h"
#include "compare/common/parts.h"
#include "lib/table/counts.h"
#include "placed.h"
#include "points.h"
#include "stat_ca.h"

struct supplement {
	const struct counts *c;
	uint32_t size;
	const struct lexical *l; /* units in its columns */
	const struct parts *parts;
	const struct placed *units; /* with -b */
	const uint32_t *of;         /* by column of l: that of the analysis */
	const struct stat_ca *a;
	struct points *p;
};

/* The parts that are set aside, and the terms, by number. */
void supplement_parts(const struct supplement *s);
void supplement_terms(const struct supplement *s, const bool *aside);
/* The categories of a column of a table of speeches: each the sum of its units
 * in the analysis. */
void supplement_categories(
    const struct supplement *s, const char *path, const char *column);
/* The terms of another count table, by the same parts. */
void supplement_table(
    const struct supplement *s, const char *path, const char *size);

#endif
