#include "tokid.h"

#include <stdlib.h>

void
tokid_open(struct tokid *t)
{
	*t = (struct tokid){0};
	intern_open(&t->keys);
	t->front = mem_new(TOKID_FRONT, sizeof(*t->front));
}

void
tokid_forget(struct tokid *t)
{
	intern_free(&t->keys);
	intern_open(&t->keys);
	memset(t->front, 0, TOKID_FRONT * sizeof(*t->front));
}

void
tokid_free(struct tokid *t)
{
	intern_free(&t->keys);
	free(t->front);
	buf_free(&t->b);
}

void
tokid_column(struct tokid *t, int k)
{
	if (k < 0)
		return;
	t->run =
	    t->n_col == 0 || (t->run && t->col[t->n_col - 1] + 1 == (size_t)k);
	t->col[t->n_col++] = (size_t)k;
}

/* Of columns that stand apart. */
static uint32_t
join(struct tokid *t, const char *line, const uint32_t *tab)
{
	t->b.len = 0;
	buf_mem(&t->b, "", 0);
	for (size_t i = 0; i < t->n_col; i++) {
		size_t k = t->col[i];
		size_t from = tokid_from(tab, k);

		if (i > 0)
			buf_mem(&t->b, "\t", 1);
		buf_mem(&t->b, line + from, tab[k] - from);
	}
	return intern_add(&t->keys, t->b.s, t->b.len);
}

uint32_t
tokid_run_far(
    struct tokid *t, const struct tokid_key *k, const char *s, size_t len)
{
	uint32_t id = intern_add(&t->keys, s, len);

	if (k->near != NULL) {
		memcpy(k->near->key, k->key, sizeof(k->key));
		k->near->id = id;
	}
	return id;
}

uint32_t
tokid_far(struct tokid *t, const struct tokid_key *k, const char *line,
    const uint32_t *tab)
{
	size_t from = tokid_from(tab, t->col[0]);

	if (!t->run)
		return join(t, line, tab);
	return tokid_run_far(
	    t, k, line + from, tab[t->col[t->n_col - 1]] - from);
}
