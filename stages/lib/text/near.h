/* near - how far one name is from another. */
#ifndef NEAR_H
#define NEAR_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes to change, add or take out (Levenshtein 1966). */
size_t near_distance(const char *a, const char *b);
/* Is the distance at most `far`?  Fast where that is 1 or 2. */
bool near_within(const char *a, const char *b, size_t far);

#endif
