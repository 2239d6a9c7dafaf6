/* patterns - the names of texts as a study.mk has them (study.5). */
#ifndef PATTERNS_H
#define PATTERNS_H

#include <stdbool.h>
#include <stddef.h>

#include "decide.h"
#include "lib/base/out.h"

/* A word in which make and the shell see nothing but a word? */
bool patterns_plain(const char *s, size_t len);
/* The name that a file has in TEXTS (texts.sh). */
void patterns_put_name(struct out *o, const char *name);
/* TEXTS: the patterns that fit the texts, folder by folder. */
void patterns_put(const struct study *s, struct out *o);

#endif
