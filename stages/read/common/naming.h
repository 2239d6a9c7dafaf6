/* naming - which attributes a source's own names become, and which of them
 * make the id (options -r and -i of readers). */
#ifndef NAMING_H
#define NAMING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "attrs.h"
#include "lib/base/mem.h"

/* All zero renames nothing. */
struct naming {
	struct attrs as; /* slug_name() of the source's name -> attribute */
	char **id;       /* the names given with -i, owned */
	size_t n_id;
	size_t cap;
};

/* Option -r: from=name, or exit 2. */
void naming_rename(struct naming *n, const char *arg);
/* Option -i: name[,name...], or exit 2. */
void naming_ids(struct naming *n, const char *arg);
/* Appends the attribute that key becomes: by -r, else attrs_name(). */
void naming_put(
    const struct naming *n, struct buf *to, const char *key, size_t len);
/* Is key, exactly or in lower-case ASCII, the name that the user gave? */
bool naming_same(const char *given, const char *key);
void naming_free(struct naming *n);

/* Appends "STEM-0012": the file's name without extension and a running
 * number; "stdin" for standard input. */
void naming_running(struct buf *to, const char *path, uint64_t number);

#endif
