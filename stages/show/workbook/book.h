/* book - the parts of a workbook beside its sheets. */
#ifndef BOOK_H
#define BOOK_H

#include <stddef.h>

#include "lib/base/mem.h"
#include "names.h"
#include "zip.h"

/* What every workbook has: the way in, the formats of cells. */
void book_begin(struct zip *z);
/* The list of the sheets; ranges: of their filters, a NUL behind each. */
void book_end(struct zip *z, const struct names *names, const char *ranges);

#endif
