/* parts - where the parts of a text begin and end, beside what is drawn along
 * it (progression -z) */
#ifndef PARTS_H
#define PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/table/intern.h"
#include "show/common/frame.h"
#include "show/common/grid.h"

struct part_span {
	uint32_t name;
	double from;
	double to;
};

struct parts {
	struct grid grid; /* all zero: none was read */
	struct part_span *span;
	size_t n;
	struct intern names;
	bool numbered; /* a name has no room: all are numbers, with a key */
};

/* Columns part, from, to; those that come again, for another pattern, count
 * once; too many are none. */
void parts_read(struct parts *p, const char *path);
void parts_free(struct parts *p);
/* Whether there is room for the names, on so many points; the points that a key
 * needs where there is not, and the key, its top at y. */
double parts_key_height(struct parts *p, enum figure_style style, double width);
void parts_key(struct frame *f, const struct parts *p, double y);
/* Lines where they begin, in the area of a frame, and their names or
 * numbers at its top, as far as there is room. */
void parts_put(struct frame *f, const struct parts *p);

#endif
