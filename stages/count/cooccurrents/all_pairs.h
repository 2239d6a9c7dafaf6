/* all_pairs - the table, count table or network of all pairs of words. */
#ifndef ALL_PAIRS_H
#define ALL_PAIRS_H

#include "cooc_stream.h"
#include "opts.h"

void all_pairs(const struct opts *o, struct cooc_stream *s);

#endif
