/* between - what stands between the names of a list. */
#ifndef BETWEEN_H
#define BETWEEN_H

#include <stdbool.h>

#include "lib/text/figure.h"

/* Has the name a comma of its own (Durand, Jean)? */
bool between_has_comma(const char *name);
/* A comma; a semicolon where one of the names has a comma. */
const char *between(enum figure_style style, bool any_comma);

#endif
