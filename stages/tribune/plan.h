/* plan - what make is to know of a study before it begins (tribune.1): which
 * texts form a shard, what is another one than before. */
#ifndef PLAN_H
#define PLAN_H

#include "lists.h"

struct plan {
	const char
	    *study;       /* folders, as make knows them, from the top of the */
	const char *work; /* chain, in which this runs */
	const char *out;
	char *
	    *argv;  /* these, name, number of texts [, one that is not there] */
	bool inner; /* of a run that has begun: of its choices, of what is
		       counted */
	struct lists l;
};

/* The exit status. */
int plan_study(char **argv);
/* A path in the work folder. */
char *plan_path(const struct plan *p, const char *name);

#endif
