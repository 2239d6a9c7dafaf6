/* run - the study as it is set, and with another choice each (robust.1).
 */
#ifndef RUN_H
#define RUN_H

#include "crowd.h"
#include "sheet.h"
#include "words.h"

struct run {
	char *name;
	char *folder;   /* of its tables, shards.list and shards/ */
	char *count;    /* the column that is counted */
	char *settings; /* what is set otherwise */
	struct words words;
	struct crowd crowd;
};

struct runs {
	struct run *run; /* the first one is the study as set */
	size_t n;
	struct sheet types; /* types.tsv of that */
};

/* list: a table with the columns choice, folder, count, settings, a row a
 * run. */
void run_open(struct runs *r, const char *list);
void run_close(struct runs *r);

#endif
