/* form - the counting form of a word: two spellings of one word are one. */
#ifndef FORM_H
#define FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* Appends the counting form: lower case, U+2019 and U+02BC as ', oeu as
 * U+0153 u (coeur and cœur are one form).  scan_form() gives the same of a
 * token, faster. */
void form_put(struct buf *out, const char *s, size_t len);

/* Is it a length, whose powers are areas and volumes: m, km? */
bool form_is_length(const char *s, size_t len);
/* Does the column hold counting forms, or what is made of them? */
bool form_column(const char *name);
/* Appends s with U+2019 and U+02BC as '. */
void form_straight(struct buf *out, const char *s, size_t len);

/* Adds the items of a list file (lib/text/list.h) to words, as form_straight()
 * has them; in the counting form too if fold, where exit 1 if most of them are
 * several words: no token is that. */
void form_list(struct intern *words, const char *path, bool fold);
/* The same of names, which may be several words. */
void form_names(struct intern *names, const char *path);

#endif
