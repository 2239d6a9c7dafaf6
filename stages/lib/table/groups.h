/* groups - the parts of a count table pooled by a table of speeches, or
 * units (part.h) by speech. */
#ifndef GROUPS_H
#define GROUPS_H

#include <stddef.h>
#include <stdint.h>

#include "counts.h"
#include "intern.h"

struct groups {
	struct intern names; /* of the groups that have parts */
	uint32_t *of;        /* by part: number of its group */
	size_t *slice;       /* numbers of the slices, by group */
	size_t *from; /* slice[from[g]] .. slice[from[g + 1] - 1] are g's */
};

/* path is a TSV whose column `part`, else `id`, names the parts, and whose
 * column by their groups; NULL pools all parts in the group "all".  An empty
 * cell, or no row, is the group NA; notes the parts without a row.  Exit 1 if
 * a part of c has two rows. */
void groups_open(
    struct groups *g, const struct counts *c, const char *path, const char *by);
/* Every part its own group. */
void groups_open_parts(struct groups *g, const struct counts *c);
/* The units of a speech pooled in a group of its id.  Exit 1 if a part is no
 * unit. */
void groups_open_units(struct groups *g, const struct counts *c);
void groups_close(struct groups *g);
/* The number of the group that a cell names, escapes done; NA if it is empty.
 */
uint32_t groups_name(struct intern *names, const char *s, size_t len);

#endif
