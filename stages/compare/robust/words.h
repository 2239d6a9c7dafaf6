/* words - the types of one run in another, which may count forms, stems or
 * lemmas (robust.1). */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>

#include "sheet.h"

struct words {
	const struct sheet *base; /* types.tsv of the study as set, by type */
	struct sheet types;       /* that of the other run, by type */
	bool have;                /* it is there */
	bool same;                /* both count the same column */
	struct intern form;       /* of the other run, with its types: */
	struct intern type;
	uint32_t *best; /* by form: the type that most of its tokens have */
	bool read;      /* form, type and best are there */
};

/* count: the columns that are counted. */
void words_open(struct words *w, const struct sheet *base,
    const char *base_count, const char *folder, const char *count);
void words_close(struct words *w);
/* The counterpart of a type of the base, or NULL: its commonest form is no word
 * of the other run. */
const char *words_find(const struct words *w, const char *type);

#endif
