/* pivots - the words near a pivot, or near each of a list, as a table
 * (cooccurrents.1). */
#ifndef PIVOTS_H
#define PIVOTS_H

#include "opts.h"

void pivots_write(const struct opts *o, const struct cooc_stream *s);

#endif
