/* files - what files are to the program under test: those of its input and
 * what it writes, in memory; of this machine it can read the project's data
 * (TRIBUNE_DATA) and nothing else. */
#ifndef FILES_H
#define FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "input.h"

/* prog: the program's name; data: the folder that can be read. */
void files_init(const char *prog, const char *data);
void files_start(const struct given *g);
/* Closes and forgets all that the run opened and wrote. */
void files_end(void);
/* What was written to descriptor 1 or 2; it stays until the next run. */
const struct bytes *files_output(int fd);
/* A name that the run left and should not have, or NULL. */
const char *files_left(void);
/* So much was written that the run is to be ended: called within write(). */
extern void (*files_flood)(void);

#endif
