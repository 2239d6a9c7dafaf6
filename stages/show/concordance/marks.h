/* marks - places that a table tells by their tokens (concordance.1). */
#ifndef MARKS_H
#define MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "lib/table/tsv.h"

struct marks_one {
	uint32_t speech;
	uint64_t last; /* its last token, by number in the speech */
	uint64_t length;
	size_t row; /* of the table */
	size_t at;  /* in text: its other cells */
};

struct marks {
	const char *file;
	struct intern speeches;
	struct marks_one *one; /* by speech, last token, falling length, row */
	size_t n;
	size_t cap;
	size_t *from; /* by speech: its first; one more at the end */
	struct buf text;
	struct buf head; /* of the other columns, with a tab before each */
	uint64_t longest;
	uint64_t n_found;
	/* the speech under way */
	size_t next;
	size_t end;
	uint64_t token;
};

/* Is it a table of places, with the columns speech, token and length? */
bool marks_are(const struct tsv *t);
void marks_read(struct marks *m, struct tsv *t);
void marks_free(struct marks *m);
/* At the beginning of a speech; NULL: outside. */
void marks_enter(struct marks *m, const char *speech);
/* The next token. */
void marks_token(struct marks *m);
/* The next place that ends with it; NULL: none.  Exit 1 if it has more tokens
 * than the window, which has the sentence under way or, without -w s, the
 * speech. */
const struct marks_one *marks_take(struct marks *m, size_t most);

#endif
