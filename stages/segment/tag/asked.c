#include "asked.h"

void
asked_open(const struct asked *x, const struct model *m)
{
	for (size_t k = 0; k < x->n; k++)
		__builtin_prefetch(model_filter(m, x->key[k]));
}

void
asked_sift(struct asked *x, const struct model *m)
{
	size_t n = 0;

	for (size_t k = 0; k < x->n; k++) {
		uint64_t key = x->key[k];

		x->key[n] = key;
		x->of[n] = x->of[k];
		n += (key != 0) & model_may_have(m, key);
	}
	x->n = n;
	for (size_t k = 0; k < n; k++)
		__builtin_prefetch(&m->slot[model_place(m, x->key[k])]);
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
		if (s->n > MODEL_FEW)
			__builtin_prefetch(m->row + s->is.row);
	}
	x->n = n;
}

void
asked_sum(const struct asked *x, const struct model *m, struct row *sum)
{
	for (size_t k = 0; k < x->n; k++)
		if (x->slot[k]->n > MODEL_FEW)
			row_add(&sum[x->of[k]], m->row + x->slot[k]->is.row);
	/* numbers that go to memory one by one come from there late */
	for (size_t k = 0; k < x->n; k++) {
		const struct model_slot *s = x->slot[k];
		struct row *to = &sum[x->of[k]];

		if (s->n > MODEL_FEW)
			continue;
		for (size_t i = 0; i < MODEL_FEW; i++)
			row_add_one(to, s->tag[i], s->is.few[i]);
	}
}
