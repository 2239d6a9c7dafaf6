/* form - the counting form of a word: two spellings of one word are one. */
#ifndef FORM_H
#define FORM_H

#include <stddef.h>

#include "lib/base/mem.h"

/* Appends the counting form: lower case, U+2019 and U+02BC as ', oeu as
 * U+0153 u (coeur and cœur are one form).  scan_form() gives the same of a
 * token, faster. */
void form_put(struct buf *out, const char *s, size_t len);

#endif
