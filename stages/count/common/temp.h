/* temp - a file without a name in TMPDIR (or /tmp): however the program ends,
 * nothing of it stays. */
#ifndef TEMP_H
#define TEMP_H

/* The file, to be read and written; exit 3 if there is none to be had.  *name
 * is what messages call it, from the first call on the same. */
int temp_open(char **name);

#endif
