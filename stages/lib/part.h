/* part - the parts that an attribute of the speeches makes (-b). */
#ifndef PART_H
#define PART_H

#include <stdbool.h>
#include <stdint.h>

#include "intern.h"
#include "vrt.h"

struct part {
	const char *attr; /* NULL: the whole corpus is one part, "" */
	struct intern names;
	uint32_t cur;       /* part of the speech under way */
	uint64_t n_without; /* speeches that lack the attribute */
	bool outside;       /* part_outside() was called */
};

void part_open(struct part *p, const char *attr);
/* At VRT_OPEN of a speech: p->cur becomes its part; a speech without the
 * attribute goes to the part "NA". */
void part_enter(struct part *p, struct vrt *v);
/* Before tokens that stand in no speech: p->cur becomes the part "NA". */
void part_outside(struct part *p);
/* Notes how many speeches lacked the attribute, and text outside speeches. */
void part_note(const struct part *p);
void part_free(struct part *p);

#endif
