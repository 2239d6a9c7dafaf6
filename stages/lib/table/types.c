#include "types.h"

#include <stdlib.h>
#include <string.h>

void
types_room(struct types *t, uint32_t end)
{
	size_t old = t->cap;

	t->n = mem_grow(t->n, &t->cap, end, sizeof(*t->n));
	if (old < t->cap)
		memset(t->n + old, 0, (t->cap - old) * sizeof(*t->n));
}

void
types_see(struct types *t, uint32_t id)
{
	t->seen =
	    mem_grow(t->seen, &t->cap_seen, t->n_seen + 1, sizeof(*t->seen));
	t->seen[t->n_seen++] = id;
}

uint64_t
types_hapax(const struct types *t)
{
	uint64_t n = 0;

	for (size_t i = 0; i < t->n_seen; i++)
		n += t->n[t->seen[i]] == 1;
	return n;
}

void
types_clear(struct types *t)
{
	for (size_t i = 0; i < t->n_seen; i++)
		t->n[t->seen[i]] = 0;
	t->n_seen = 0;
}

void
types_free(struct types *t)
{
	free(t->n);
	free(t->seen);
}

void
pool_open(struct pool *p)
{
	*p = (struct pool){0};
	intern_open(&p->keys);
}

void
pool_free(struct pool *p)
{
	intern_free(&p->keys);
	free(p->n);
}

void
pool_add(struct pool *p, uint32_t part, const struct types *t, uint64_t *types,
    uint64_t *hapax)
{
	for (size_t i = 0; i < t->n_seen; i++) {
		const uint32_t key[2] = {part, t->seen[i]};
		uint32_t n = p->keys.n;
		uint32_t id =
		    intern_add(&p->keys, (const char *)key, sizeof(key));

		p->n = mem_grow(p->n, &p->cap, (size_t)id + 1, sizeof(*p->n));
		if (id == n)
			p->n[id] = 0;
		*types += p->n[id] == 0;
		*hapax -= p->n[id] == 1;
		p->n[id] += t->n[key[1]];
		*hapax += p->n[id] == 1;
	}
}
