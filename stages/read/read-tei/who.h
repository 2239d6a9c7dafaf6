/* tei_who - what tables say of a turn: metadata by id, one name for each
 * speaker (read-tei.1). */
#ifndef TEI_WHO_H
#define TEI_WHO_H

#include <stddef.h>

#include "lib/table/intern.h"
#include "read/common/attrs.h"
#include "read/common/metadata.h"

/* All zero is one without tables. */
struct tei_who {
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
void tei_who_table(struct tei_who *w, const char *path, const char *key);
/* The table of names: two columns, the variant and the name. */
void tei_who_names(struct tei_who *w, const char *path);
/* Adds what the tables say of the text (its id, or the file's name), and over
 * it of the turn, whose id is as the file has it. */
void tei_who_row(struct tei_who *w, struct attrs *a, const char *id,
    const char *text, const char *source);
/* The name that the table has for a variant, or NULL. */
const char *tei_who_find(const struct tei_who *w, const char *s, size_t len);
/* Gives the speaker of a the name that the table has. */
void tei_who_name(struct tei_who *w, struct attrs *a);
void tei_who_note(struct tei_who *w);
void tei_who_free(struct tei_who *w);

#endif
