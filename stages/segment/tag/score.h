/* score - the sums of the features of each word at its place, which decode()
 * chooses tags by. */
#ifndef SCORE_H
#define SCORE_H

#include "decode.h"
#include "words.h"

/* Of a sentence of n words; of those that have one tag alone all sums are 0,
 * for none would change it. */
void score_sentence(const struct words *ws, const struct word *const *w,
    size_t n, struct place *place);

#endif
