/* score - the sums of the features of each word at its place, which decode()
 * chooses tags by. */
#ifndef SCORE_H
#define SCORE_H

#include "decode.h"
#include "words.h"

/* Leaves tags out of what a word may have that are far behind by the word
 * alone. */
void score_word(struct word *w);
/* Of the words of sentences, which end at end[] and are SCORES at most.  Tags
 * that are far behind by what is quickly added up are left out; of words that
 * have one tag alone then the sums are not whole, for none would change it. */
enum {
	SCORES = 2000
};
void score_sentences(const struct words *ws, const struct word *const *w,
    const size_t *end, size_t n_end, struct place *place);

#endif
