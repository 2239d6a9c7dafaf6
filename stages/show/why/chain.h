/* chain - from the texts to a table: inputs, programs, options (why.1). */
#ifndef CHAIN_H
#define CHAIN_H

#include "lib/base/out.h"
#include "show/common/wording.h"
#include "study.h"

void chain_put(struct out *o, const struct study *s, const char *table,
    const struct wording *words);

#endif
