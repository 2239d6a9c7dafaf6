/* child - programs of the suite run as a pipe, what the last one writes kept
 * (why.1). */
#ifndef CHILD_H
#define CHILD_H

#include <stddef.h>

/* argv: words of the programs, each pipe's sign a word "|", NULL behind; no
 * shell reads them.  in: their standard input, which is closed here, or -1.
 * Gives a file without a name with what they wrote, at its beginning; exit 1
 * where one of them failed. */
int child_run(char **argv, int in);
/* A file without a name that holds len bytes. */
int child_file(const char *s, size_t len);

#endif
