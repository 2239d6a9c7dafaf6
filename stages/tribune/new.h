/* new - a study.mk for a folder of texts (tribune.1). */
#ifndef NEW_H
#define NEW_H

#include <stdbool.h>

/* exec: the folder of the programs.  Writes folder/study.mk, which must not be
 * there; or shows it on standard output. */
void new_study(const char *exec, const char *folder, bool show);

#endif
