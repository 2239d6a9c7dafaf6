/* near - how far one name is from another. */
#ifndef NEAR_H
#define NEAR_H

#include <stddef.h>

/* Bytes to change, add or take out (Levenshtein 1966). */
size_t near_distance(const char *a, const char *b);

#endif
