/* facts - what a report was made of and with: the rows of its PROVENANCE.tsv
 * (study.5). */
#ifndef FACTS_H
#define FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/table/intern.h"

#define FACTS_FILE "PROVENANCE.tsv"

struct fact {
	char *what;
	char *name;
	char *value;
};

struct facts {
	struct fact *fact; /* as they stand; one that is named twice, once */
	size_t n;
	size_t cap;
	struct intern named; /* "what TAB name" */
};

/* Of the report in the folder; false: it has none. */
bool facts_open(struct facts *f, const char *folder);
void facts_close(struct facts *f);
/* The value of a row, or NULL. */
const char *facts_find(
    const struct facts *f, const char *what, const char *name);

#endif
