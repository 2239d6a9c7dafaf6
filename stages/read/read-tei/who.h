/* who - what tables say of a turn: metadata by id, one name for each
 * speaker (read-tei.1). */
#ifndef WHO_H
#define WHO_H

#include <stddef.h>

#include "lib/table/intern.h"
#include "read/common/attrs.h"
#include "read/common/metadata.h"

/* All zero is one without tables. */
struct who {
	struct metadata *table;
	size_t n_table;
	struct missed turns; /* without a row */
	/* -S */
	const char *names_path;
	struct intern variant;
	char **name; /* by number of the variant */
	size_t cap;
};

/* One more table; its key is the column given, else ID, id, file ... */
void who_table(struct who *w, const char *path, const char *key);
/* The table of names: two columns, the variant and the name. */
void who_names(struct who *w, const char *path);
/* Adds what the tables say of the text (its id, or the file's name), and over
 * it of the turn, whose id is as the file has it. */
void who_row(struct who *w, struct attrs *a, const char *id, const char *text,
    const char *source);
/* The name that the table has for a variant, or NULL. */
const char *who_find(const struct who *w, const char *s, size_t len);
/* Gives the speaker of a the name that the table has. */
void who_name(struct who *w, struct attrs *a);
void who_note(struct who *w);
void who_free(struct who *w);

#endif
