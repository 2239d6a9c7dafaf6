/* anchor - the line by which a web page tells where a speech begins. */
#ifndef ANCHOR_H
#define ANCHOR_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/text/date.h"

/* "Publié le DATE"; *whole is false if more stands behind the date. */
bool anchor_published(const char *s, size_t len, struct date *d, bool *whole);

#endif
