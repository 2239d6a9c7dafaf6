/* units - the rows of stats: speeches, or parts of several (stats.1). */
#ifndef UNITS_H
#define UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/stream/part.h"
#include "lib/stream/vrt.h"
#include "lib/table/intern.h"
#include "lib/table/types.h"
#include "measure/common/tally.h"
#include "pool.h"

enum {
	UNITS_ATTRS = 64
};

/* What the columns of the stream tell. */
struct units_known {
	bool stems;
	bool kinds; /* and tokens that are no words */
	bool pos;
	bool tenses; /* of verbs: pos and lemma */
};
/* Does such a stream tell the count? */
bool units_knows(const struct units_known *known, enum tally_count k);

struct units_opts {
	const char *part; /* a row each of its values; NULL: each speech */
	const char *attr[UNITS_ATTRS]; /* columns */
	size_t n_attr;
	bool counts;   /* units_put_counts() */
	bool total;    /* one more row, of everything */
	bool alone;    /* that row only */
	size_t window; /* of MATTR */
};

struct unit {
	struct tally t;
	uint32_t value[UNITS_ATTRS]; /* of the attributes: numbers */
};

struct units {
	const struct units_opts *o;
	struct units_known known;
	struct part part;
	struct intern values;
	uint32_t value[UNITS_ATTRS]; /* of the text under way */
	struct unit *unit;           /* by part */
	size_t n;
	size_t cap;
	struct unit total;
	struct pool forms;
	struct pool stem;
};

void units_open(struct units *u, const struct units_opts *o,
    const struct units_known *known);
void units_free(struct units *u);
/* Is the name that of a column that is always there? */
bool units_column(const char *name);
/* At VRT_OPEN of a speech. */
void units_enter(struct units *u, struct vrt *v);
/* Before units_add() of text that stands in no speech: the part "NA". */
void units_outside(struct units *u);
void units_add(struct units *u, const struct tally *t,
    const struct types *forms, const struct types *stems);
void units_put(struct units *u, struct out *o);
/* What adds up, as a count table (counts.5). */
void units_put_counts(const struct units *u, struct out *o);

#endif
