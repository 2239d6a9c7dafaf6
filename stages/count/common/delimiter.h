/* delimiter - the characters that end a run of repeated segments. */
#ifndef DELIMITER_H
#define DELIMITER_H

#include <stdbool.h>

/* Those where none are given. */
#define DELIMITERS ".?!;:,…«»\"()—–"

/* Is every character of s, one at least, one of the delimiters? */
bool delimiter_is(const char *delimiters, const char *s);

#endif
