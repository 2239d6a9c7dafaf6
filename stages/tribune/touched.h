/* touched - what stands in reports/NAME and was changed by somebody else since
 * a run made it: it goes, so that it is made again. */
#ifndef TOUCHED_H
#define TOUCHED_H

#include <sys/stat.h>

#include "plan.h"

/* WORK/.ended is of the end of the last run, and until there is one WORK/.begun
 * of its beginning; what is later is not of that run. */
struct touched {
	const struct plan *p;
	struct timespec since;
	bool any;   /* there was a run */
	bool ended; /* else a run that was killed may have made what is later */
	bool sheets;
	unsigned n;
};

void touched_open(struct touched *t, const struct plan *p);
/* A file or folder of reports/NAME or of the work folder: exit 1 where a folder
 * stands in place of a file. */
void touched_see(struct touched *t, const char *path, const struct stat *st);
/* The run begins. */
void touched_close(struct touched *t);

#endif
