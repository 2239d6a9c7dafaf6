/* points - the table of points of a correspondence analysis (factors.1). */
#ifndef POINTS_H
#define POINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "drawn.h"
#include "lib/base/out.h"
#include "lib/table/counts.h"
#include "stat_ca.h"
#include "stat_place.h"

struct points {
	const struct stat_ca *a;
	size_t n_axis; /* columns for so many; NA where there are fewer */
	bool values;   /* columns for valeurs-test */
	const struct drawn_region *region; /* of the parts, or NULL */
	struct out out;
	double *coord; /* inside */
};

/* What a row begins with.  Names are as count tables write them; the cells of
 * a term, parted by tabs there, get ": " between them. */
struct points_name {
	const char *kind;
	const char *prefix;
	const char *s;
	size_t len;
};

/* p->a, n_axis, values and region are set. */
void points_open(struct points *p);
void points_close(struct points *p);
/* All rows, or all columns, of the analysis; number[i] is in names. */
void points_active(struct points *p, const char *kind,
    const struct stat_ca_side *s, const struct counts_names *names,
    const uint32_t *number);
/* Row i of t, whose columns are the points of `by`, as a supplementary one. */
void points_extra(struct points *p, const struct points_name *name,
    const struct stat_ca_side *by, const struct sparse *t, size_t i);
/* The same of a category: the sum of n_in of n units, whose places have these
 * variances, by axis. */
struct points_units {
	uint32_t n_in;
	uint32_t n;
	const double *spread;
};
void points_category(struct points *p, const struct points_name *name,
    const struct sparse *t, size_t i, const struct points_units *u);

#endif
