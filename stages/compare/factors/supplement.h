/* supplement - parts and terms that had no say in a correspondence analysis,
 * at their places on its axes (factors.1).  Each call writes rows. */
#ifndef SUPPLEMENT_H
#define SUPPLEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "lexical.h"
#include "lib/table/counts.h"
#include "points.h"
#include "stat_ca.h"

struct supplement {
	const struct counts *c;
	uint32_t size;
	const struct lexical *l;
	const struct stat_ca *a;
	struct points *p;
};

/* The parts, or terms, of the count table that are set aside, by number. */
void supplement_parts(const struct supplement *s, const bool *aside);
void supplement_terms(const struct supplement *s, const bool *aside);
/* The categories of a column of a table of speeches: each the sum of its parts
 * in the analysis. */
void supplement_categories(
    const struct supplement *s, const char *path, const char *column);
/* The terms of another count table, by the same parts. */
void supplement_table(
    const struct supplement *s, const char *path, const char *size);

#endif
