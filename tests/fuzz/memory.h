/* memory - what malloc() is to the program under test: pieces of one map, all
 * given back at once when the run is over, poisoned (AddressSanitizer) where
 * nothing was asked for and again when freed. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#define MEMORY_MOST ((size_t)1 << 30)

/* The run begins; what is not cleared by calloc() is filled with this byte, -1
 * leaves what the last run left. */
void memory_start(int fill);
void memory_end(void);
/* Whether a request was refused as the run would have had more than
 * MEMORY_MOST. */
bool memory_refused(void);

#endif
