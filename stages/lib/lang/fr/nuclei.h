/* nuclei - the syllables of a French word, by rule (readability.1). */
#ifndef NUCLEI_H
#define NUCLEI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The vowels that are heard in a word without hyphens and apostrophes, in small
 * letters; elided if an apostrophe follows it.  What has no vowel is spelt, a
 * letter a syllable, unless it is elided. */
uint32_t nuclei_of(const char *s, size_t len, bool elided);

#endif
