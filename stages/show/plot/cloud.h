/* cloud - words in letters whose area grows with their value */
#ifndef CLOUD_H
#define CLOUD_H

#include <stddef.h>

#include "lib/base/out.h"
#include "show/common/frame.h"

struct cloud_word {
	const char *s;
	double value; /* above 0 */
};

/* Words in letters whose area grows with the value, the largest `most` of them;
 * they are put in order. */
void cloud_draw(struct out *o, const struct plot *p, struct cloud_word *word,
    size_t n, size_t most);

#endif
