#include "types.h"

#include <stdlib.h>
#include <string.h>

#include "lib/table/tsv.h"

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
types_listed(struct intern *words, const char *path)
{
	struct tsv t;
	size_t type;
	size_t list;

	tsv_open(&t, path);
	type = tsv_column(&t, "type");
	list = tsv_column(&t, "list");
	while (tsv_next(&t))
		if (strcmp(t.cell[list], "NA") != 0)
			(void)intern_add(words, t.cell[type], t.size[type]);
	tsv_close(&t);
}
