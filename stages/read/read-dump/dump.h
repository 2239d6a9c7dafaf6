/* dump - what a line of a web dump is, told by the line itself
 * (read-dump.1). Lines are clean (clean.h). */
#ifndef DUMP_H
#define DUMP_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/text/date.h"
#include "read/common/attrs.h"

/* Could the line before "Publié le DATE" be a title, however long?  One that
 * ends as a sentence only where nothing stands behind the date (whole). */
bool is_title(const char *s, size_t len, bool whole);
/* An event line: sets date, time and place of those that it tells and that to
 * has not yet.  With dated, only a line with a date is one.  ref gives the
 * year where none is written. */
bool dump_event(const char *s, size_t len, bool dated, const struct date *ref,
    struct attrs *to);
/* The section that a label begins ("projet"), or NULL. */
const char *dump_label(const char *s, size_t len);
/* Length of the sign of a list item at s, 0 if there is none; *text is where
 * the item's text begins. */
size_t dump_bullet(const char *s, size_t len, size_t *text);
/* Short, a capital or digit first, no final punctuation. */
bool is_heading(const char *s, size_t len);
/* A line above the title: sets speaker (and role) if it names an author, else
 * category if it could be one; false if it is neither. */
bool dump_author(const char *s, size_t len, struct attrs *to);
bool dump_category(const char *s, size_t len, struct attrs *to);

#endif
