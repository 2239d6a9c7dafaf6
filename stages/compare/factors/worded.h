/* worded - is the inertia of a table larger than chance makes it, where its
 * words are dealt out to the units (speeches) one by one?  For tables whose
 * parts are one unit each, which cannot be dealt.  Words come in bunches, so
 * that this is the least that must be asked.
 * R: chisq.test(table, simulate.p.value = TRUE, B = deals) */
#ifndef WORDED_H
#define WORDED_H

#include "compare/common/sparse.h"
#include "dealt.h"

/* Does it take too long?  t has the terms in rows, the units in columns. */
bool worded_is_long(const struct sparse *t, uint64_t deals);
/* Sets what d->test[0] has beside what was seen, n, least and by_words. */
void worded_deal(
    struct dealt *d, const struct sparse *t, uint64_t deals, uint64_t seed);

#endif
