/* meeting - how the units of two classifications meet: classes that we have by
 * those of a run. */
#ifndef MEETING_H
#define MEETING_H

#include "assign.h"
#include "compare/common/stat_agree.h"
#include "text.h"

/* Those without a class come last. */
struct meeting {
	struct stat_agree t;
	uint32_t n;   /* our classes */
	uint32_t n_b; /* those of the run */
};

void meeting_open(struct meeting *m, uint32_t n, uint32_t n_b);
void meeting_free(struct meeting *m);
/* So many units of class a, and b in the run; 0 is none. */
void meet(struct meeting *m, uint32_t a, uint32_t b, size_t times);

/* The text cut in a way, from its beginning. */
struct cut_text {
	const struct segments *s;
	const struct classes *c;
	size_t at; /* the segment that the token is in, or before */
};

/* All tokens, by the classes of their segments in two ways. */
void meet_tokens(struct meeting *m, const struct reinert_text *t,
    struct cut_text *a, struct cut_text *b);

#endif
