/* past - what was made before, and is not to be trusted: it goes, so that it is
 * made again. */
#ifndef PAST_H
#define PAST_H

#include "plan.h"

/* Where the clock was set back, what was made is newer than all that comes; on
 * the same way through the folders, what somebody changed (touched.h). */
void past_clock(const struct plan *p);
/* A published table that was written to since, and whatever came with it. */
void past_tables(const struct plan *p);

#endif
