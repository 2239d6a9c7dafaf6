/* lemma - the lemma of a word with a part of speech (tag.1, Lemmas). */
#ifndef LEMMA_H
#define LEMMA_H

#include "feature.h"
#include "lib/base/mem.h"
#include "words.h"

/* In to; unspelt: what words_make() found of the word. */
void lemma_put(struct words *ws, struct buf *to, int tag, const struct spelt *w,
    unsigned unspelt);

#endif
