/* disk - files and folders as tools of a study meet them. */
#ifndef DISK_H
#define DISK_H

#include <stdbool.h>
#include <sys/stat.h>

#include "lib/base/mem.h"

/* Adds what the file holds; false if it is not there. */
bool disk_read(const char *path, struct buf *b);
/* Is it there, and holds it these bytes? */
bool disk_holds(const char *path, const struct buf *b);
/* Makes it hold this, if it does not: its date changes only then. */
void disk_keep(const char *path, const struct buf *b);
/* Is this the end of the path, such as ".tsv"? */
bool disk_ends(const char *path, const char *end);
void disk_remove(const char *path);
bool disk_is(const char *path);
/* What a file is, exit 3 if it is not there; in a link, what it leads to. */
void disk_stat(const char *path, struct stat *st);
/* Each regular file below a folder, in the order of the names' bytes; depth
 * folders down at most.  Nothing where the folder is not there. */
struct disk_walk {
	int depth;
	bool hidden; /* names with a dot in front too, and all below them */
	/* false ends the walk */
	bool (*see)(void *arg, const char *path, const struct stat *st);
	void *arg;
	/* of each folder, before what is in it, if it is given */
	bool (*see_folder)(void *arg, const char *path, const struct stat *st);
};
bool disk_walk(const char *folder, const struct disk_walk *w);

#endif
