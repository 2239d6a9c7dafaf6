/* asked - the values that the attributes of tests have, for who asked for one
 * that there is not. */
#ifndef ASKED_H
#define ASKED_H

#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/stream/vrt.h"
#include "lib/table/intern.h"
#include "segment/common/where.h"

struct asked {
	struct intern attrs; /* of all speeches */
	struct intern cells; /* "attribute=value" of those that tests name */
	uint64_t *n;         /* by cell: speeches */
	size_t cap;
};

void asked_open(struct asked *a);
/* At VRT_OPEN of a speech. */
void asked_add(struct asked *a, const struct where *w, struct vrt *v);
/* Appends what there is instead: "no speech has the attribute x; there are:
 * ..." or "party is: A (2), B (1)", for each attribute of the tests. */
void asked_say(struct buf *to, const struct asked *a, const struct where *w);
void asked_close(struct asked *a);

#endif
