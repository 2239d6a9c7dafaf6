/* meta - what check looks for in the attributes of the speeches
 * (check.1). */
#ifndef META_H
#define META_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "finding.h"
#include "lib/table/intern.h"
#include "lib/text/date.h"
#include "read/common/attrs.h"
#include "spelling.h"

enum {
	SPELLED = 4, /* attributes whose spelling is compared */
	FIRST_YEAR = 1789,
	DAYS = 365,  /* between the date and publication */
	AHEAD = 30,  /* years of the last dates behind the others */
	DATED = 10,  /* dated speeches for that */
	SECTIONS = 5 /* speeches of a section that is well known */
};

struct section {
	size_t n;     /* speeches that have it */
	size_t first; /* of them */
	size_t last;
};

struct meta {
	struct findings *found; /* not owned */
	const char *required;   /* -r, or NULL */
	long from;              /* -D: days as 20251003; */
	long to;                /* 0: none is given */
	struct intern names;    /* of attributes */
	uint64_t *count;        /* by name: speeches that have it */
	size_t cap_count;
	struct intern sets; /* of names: their numbers, rising */
	uint32_t *set;      /* by speech */
	size_t cap_set;
	long *date; /* by speech: 20251003, the first day; 0: none */
	size_t cap_date;
	size_t n_speech;
	struct spelling spelled[SPELLED];
	struct intern sections;
	struct section *section;
	size_t cap_section;
	struct buf b;
};

/* Option -D: from,to; exit 2 if it is none. */
void meta_range(struct meta *m, const char *arg);
/* m->required, from and to are set before, all else is zero. */
void meta_open(struct meta *m, struct findings *found);
void meta_speech(struct meta *m, size_t speech, const struct attrs *a);
void meta_section(struct meta *m, size_t speech, const char *section);
/* Behind the last speech. */
void meta_finish(struct meta *m);
void meta_free(struct meta *m);

#endif
