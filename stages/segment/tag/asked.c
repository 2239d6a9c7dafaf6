#include "asked.h"

void
asked_sift(struct asked *x, const struct model *m)
{
	size_t n = 0;

	for (size_t k = 0; k < x->n; k++) {
		uint64_t key = x->key[k];

		x->key[n] = key;
		x->of[n] = x->of[k];
		n += model_may_have(m, key);
	}
	x->n = n;
	for (size_t k = 0; k < n; k++)
		__builtin_prefetch(model_place(m, x->key[k]));
}

void
asked_find(struct asked *x, const struct model *m)
{
	size_t n = 0;

	for (size_t k = 0; k < x->n; k++) {
		const struct model_slot *s = model_find(m, x->key[k]);

		if (s == NULL)
			continue;
		x->of[n] = x->of[k];
		x->slot[n++] = s;
		__builtin_prefetch(m->weight + s->at);
	}
	x->n = n;
}

void
asked_sum(
    const struct asked *x, const struct model *m, int32_t (*sum)[TAG_SUMS])
{
	for (size_t k = 0; k < x->n; k++)
		model_add(m, x->slot[k], sum[x->of[k]]);
}
