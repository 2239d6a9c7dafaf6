/* runs - how far classes are found again where speeches are drawn anew, and how
 * far by chance alone (classes.1). */
#ifndef RUNS_H
#define RUNS_H

#include "choices.h"
#include "meeting.h"
#include "reinert.h"

/* What is classified anew. */
struct source {
	const struct rule *rule;
	const struct sparse *table;
	const uint32_t *speech; /* by row of the table */
	const struct classes *c;
	struct choices *x;
};

/* Some rows of a source, classified: sets value `run` of all its choices. */
void source_run(const struct source *s, const struct sample *drawn,
    uint32_t run, struct bench *w);
/* The rows whose units were drawn; unit NULL: each is one. */
void source_draw(const struct source *s, const uint32_t *times,
    const uint32_t *unit, struct sample *drawn);

/* Sets the stability of all choices. */
void runs_do(struct reinert *r);
/* And how far it is by chance. */
void runs_by_chance(struct reinert *r);
/* How two classifications agree: the Rand index, then the Jaccard index of each
 * class of the one, to value[0], value[stride] ...; frees m. */
void runs_keep(struct meeting *m, double *value, size_t stride);

#endif
