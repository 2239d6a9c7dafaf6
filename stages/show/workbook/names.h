/* names - what the sheets of a workbook are called: each once. */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>

#include "lib/base/mem.h"

struct names {
	char **name;   /* of the sheets */
	char **folded; /* the same without capitals */
	size_t n;
	size_t cap;
	size_t cap_folded;
};

/* The next sheet, of the table in the file: its name without folder and
 * ending, signs that a sheet cannot have as _, 31 units of UTF-16 at most, (2)
 * behind it and so on where another is called so.  Stays until names_free(). */
const char *names_add(struct names *a, const char *file);
void names_free(struct names *a);

#endif
