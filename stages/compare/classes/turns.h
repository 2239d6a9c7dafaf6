/* turns - p and q of words that had no say in the classes.
 *
 * Segments of a speech have much in common, and words as well as classes come
 * in runs.  So each speech is held as it is: its segments stand in a circle,
 * and the classes could be laid onto them at any place.  Of all these turns
 * each is as likely; over the speeches the segments of a class that have the
 * word are a sum of independent numbers, the law of which is exact for rare
 * words and else taken as normal. */
#ifndef TURNS_H
#define TURNS_H

#include <stdint.h>

#include "compare/common/sparse.h"
#include "profile.h"

/* Sets p and q of the marks of p: t has a row a segment, as of[] has the class
 * of each (0: none, which are passed over) and speech[] the speech, those of
 * one side by side.  NAN where every turn gives the same. */
void turns_do(struct profile *p, const struct sparse *t, const uint32_t *of,
    const uint32_t *speech);

#endif
