/* train - the weights of tag from treebanks. */
#ifndef TRAIN_H
#define TRAIN_H

#include "segment/common/speller.h"

/* Reads files in CoNLL-U, or standard input if n is 0, and writes what
 * model_open() reads.  Each sentence is decoded with the weights so far
 * (means.h): features of wrong tags lose one and those of the right ones gain
 * one.  One sentence in four is learned without the dictionary's features, so
 * that the weights serve without one too.  The order of sentences depends on
 * their number alone.  sp: NULL is without a dictionary. */
void train(char **files, int n, struct speller *sp);

#endif
