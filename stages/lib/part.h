/* part - the parts that an attribute of the speeches makes (-b). */
#ifndef PART_H
#define PART_H

#include <stdint.h>

#include "intern.h"
#include "vrt.h"

struct part {
	const char *attr; /* NULL: the whole corpus is one part, "" */
	struct intern names;
	uint32_t cur;       /* part of the speech under way */
	uint64_t n_without; /* speeches that lack the attribute */
};

void part_open(struct part *p, const char *attr);
/* At VRT_OPEN of a speech: p->cur becomes its part; a speech without the
 * attribute goes to the part "NA". */
void part_enter(struct part *p, struct vrt *v);
/* Notes how many speeches lacked the attribute, if any. */
void part_note(const struct part *p);
void part_free(struct part *p);

#endif
