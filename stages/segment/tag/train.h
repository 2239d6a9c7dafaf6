/* train - the weights of tag from the sentences of treebanks. */
#ifndef TRAIN_H
#define TRAIN_H

#include "gold.h"
#include "lib/base/out.h"
#include "segment/common/speller.h"

/* Writes what model_open() reads.  An averaged perceptron over whole sentences
 * (Collins 2002): each of them is decoded with the weights so far, features of
 * wrong tags lose one and those of the right ones gain one; what is kept is the
 * mean over all sentences and rounds.  Every second time the dictionary's
 * features are left out, so that the weights serve without one too.  All in
 * whole numbers, sentences in an order that depends on their number alone. */
void train(const struct gold *g, struct speller *sp, struct out *o);

#endif
