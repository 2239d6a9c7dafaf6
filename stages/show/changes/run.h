/* run - one run of a study: its provenance, its speeches, its tables
 * (changes.1). */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "show/common/facts.h"
#include "show/common/grid.h"

enum {
	RUN_PARTS = 16 /* attributes of which reports are made, at most */
};

struct run {
	char *folder; /* of the report */
	char *work;   /* its work folder, or NULL */
	struct facts facts;
	char *part[RUN_PARTS]; /* of option PARTS, without id */
	size_t n_part;
	struct grid speeches; /* speeches.tsv */
	struct intern id;     /* of them; numbers are rows */
	struct intern from;   /* speeches of which the text is known: */
	char **source;        /* its name without folders */
	size_t cap_source;
	struct intern entry; /* "theme TAB entry" of the dictionary */
};

/* work: as -d names it, or NULL. */
void run_open(struct run *r, const char *folder, const char *work);
void run_close(struct run *r);
/* The path of a table of the report, or of its work folder; NULL: there is
 * none.  The caller's to free. */
char *run_table(const struct run *r, const char *name);
/* A cell of speeches.tsv, or NULL where it has no such speech or column. */
const char *run_speech(const struct run *r, const char *id, const char *column);
/* The name, without folders, of the text that a speech is from; NULL where no
 * table tells. */
const char *run_source(const struct run *r, const char *id);
/* A path without its folders. */
const char *run_base(const char *path);

#endif
