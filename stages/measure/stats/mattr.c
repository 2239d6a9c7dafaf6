#include "mattr.h"

#include <stdlib.h>
#include <string.h>

void
mattr_open(struct mattr *m, size_t size)
{
	*m = (struct mattr){.size = size};
	m->ring = mem_new(size, sizeof(*m->ring));
}

void
mattr_free(struct mattr *m)
{
	free(m->ring);
	free(m->n);
}

void
mattr_room(struct mattr *m, uint32_t end)
{
	size_t old = m->cap;

	m->n = mem_grow(m->n, &m->cap, end, sizeof(*m->n));
	if (old < m->cap)
		memset(m->n + old, 0, (m->cap - old) * sizeof(*m->n));
}

void
mattr_clear(struct mattr *m)
{
	/* Until the ring was full for the first time, at counts its words. */
	for (size_t i = 0; i < m->fill; i++)
		m->n[m->ring[i]] = 0;
	m->fill = 0;
	m->at = 0;
	m->now = 0;
	m->types = 0;
	m->windows = 0;
}
