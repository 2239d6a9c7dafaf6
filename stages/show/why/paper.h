/* paper - text of 80 columns for people (why.1). */
#ifndef PAPER_H
#define PAPER_H

#include <stddef.h>

#include "evidence.h"
#include "lib/base/out.h"
#include "show/common/wording.h"

enum {
	PAPER_WIDTH = 80
};

/* A text broken into lines between words, the first indented by `first`, the
 * others by `rest`. */
void paper_text(struct out *o, size_t first, size_t rest, const char *s);
/* A command as it can be given to a shell: broken between words, which are
 * quoted already, with a backslash at the ends of lines. */
void paper_command(
    struct out *o, const char *first, char *const *word, size_t n);
/* "name  value", values below each other from column `at` on. */
void paper_fact(struct out *o, const char *name, size_t at, const char *value);
/* The first `most` rows as a table with these columns, parted by blanks. */
void paper_table(
    struct out *o, const struct evidence *e, const char *columns, size_t most);
/* The first `most` lines of a concordance, by speech: with the text around,
 * or where whole is said the text of the places whole. */
void paper_places(struct out *o, const struct evidence *e, bool whole,
    size_t most, const struct wording *words);

#endif
