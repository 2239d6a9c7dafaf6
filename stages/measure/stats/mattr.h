/* mattr - the moving average of the type-token ratio, word by word.
 *
 * Covington and McFall (2010): the mean of types / size over all windows of
 * `size` words that follow one another.  The sums are integers, so that they
 * add up over texts: MATTR = types / (size x windows). */
#ifndef MATTR_H
#define MATTR_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

struct mattr {
	uint32_t *ring; /* the last words */
	size_t size;
	size_t fill;
	size_t at;
	uint32_t *n; /* in the window, by number of the type */
	size_t cap;
	uint64_t now;     /* types in the window */
	uint64_t types;   /* of the text: summed over its windows */
	uint64_t windows; /* of the text */
};

void mattr_open(struct mattr *m, size_t size);
void mattr_free(struct mattr *m);
/* Types below `end` may be added. */
void mattr_room(struct mattr *m, uint32_t end);
void mattr_clear(struct mattr *m); /* the next text */

static inline void
mattr_add(struct mattr *m, uint32_t id)
{
	if (m->fill == m->size)
		m->now -= --m->n[m->ring[m->at]] == 0;
	else
		m->fill++;
	m->ring[m->at] = id;
	if (++m->at == m->size)
		m->at = 0;
	m->now += m->n[id]++ == 0;
	if (m->fill == m->size) {
		m->types += m->now;
		m->windows++;
	}
}

#endif
