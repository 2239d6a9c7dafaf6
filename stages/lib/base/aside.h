/* aside - a file that is written beside its place and renamed when whole. */
#ifndef ASIDE_H
#define ASIDE_H

#include "out.h"

struct aside {
	struct out out;
	char *path;
	char *part; /* path.part, until it is whole */
};

/* prefix and suffix are the path; exit 3 if it cannot be written. */
void aside_open(struct aside *a, const char *prefix, const char *suffix);
void aside_close(struct aside *a);  /* the bytes are on their way */
void aside_rename(struct aside *a); /* after aside_close(); frees */

#endif
