/* part - the parts that an attribute of the speeches makes (-b), or the
 * sentences of each speech (-U). */
#ifndef PART_H
#define PART_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "vrt.h"

struct part {
	const char *attr; /* NULL: the whole corpus is one part, "" */
	struct intern names;
	uint32_t cur;       /* part of the speech under way */
	uint64_t n_without; /* speeches that lack the attribute */
	struct vrt *v;      /* of part_enter(); NULL before */
	bool outside;       /* part_outside() was called */
	bool by_unit;       /* part_open_units() */
	uint64_t n_unit;    /* of the speech under way, so far */
	struct buf name;    /* of its units, up to COUNTS_UNIT */
};

void part_open(struct part *p, const char *attr);
/* A part for each unit of a speech, "ID#1" and so on; text outside speeches is
 * one unit, for numbers would depend on what was counted together. */
void part_open_units(struct part *p);
/* At VRT_OPEN of a speech: p->cur becomes its part; a speech without the
 * attribute goes to the part "NA". */
void part_enter(struct part *p, struct vrt *v);
/* After part_open_units() and part_enter(), before what a unit has is counted:
 * p->cur becomes the next unit. */
void part_unit(struct part *p);
/* Before tokens that stand in no speech: p->cur becomes the part "NA"
 * ("NA#1" of units). */
void part_outside(struct part *p);
/* Notes how many speeches lacked the attribute, which there are if all did, and
 * text outside speeches; before vrt_close(). */
void part_note(const struct part *p);
void part_free(struct part *p);

#endif
