/* eigenvalues - the table of the axes of an analysis (factors.1). */
#ifndef EIGENVALUES_H
#define EIGENVALUES_H

#include "dealt.h"
#include "stat_ca.h"

/* Into the file of that path; d: tests by deals, or NULL. */
void eigenvalues_put(
    const char *path, const struct stat_ca *a, const struct dealt *d);

#endif
