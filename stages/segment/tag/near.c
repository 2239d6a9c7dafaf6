#include "near.h"

void
near_open(struct near *x)
{
	x->n = 0;
	intern_open(&x->forms);
}

void
near_close(struct near *x)
{
	for (size_t i = 0; i < x->n; i++) {
		intern_free(&x->rule[i].words);
		buf_free(&x->rule[i].lemma);
	}
	intern_free(&x->forms);
}

struct near_rule *
near_add(struct near *x, const char *form, size_t len)
{
	uint32_t n = x->forms.n;
	uint32_t id;
	uint32_t *last;
	struct near_rule *rule;

	if (x->n == NEAR_MOST)
		return NULL;
	id = intern_add(&x->forms, form, len);
	if (id == n)
		x->first[id] = 0;
	last = &x->first[id];
	while (*last != 0)
		last = &x->rule[*last - 1].next;
	rule = &x->rule[x->n++];
	*rule = (struct near_rule){0};
	intern_open(&rule->words);
	*last = (uint32_t)x->n;
	return rule;
}

uint32_t
near_first(const struct near *x, const char *form, size_t len)
{
	uint32_t id = intern_find(&x->forms, form, len);

	return id == UINT32_MAX ? 0 : x->first[id];
}

uint32_t
near_find(
    const struct near *x, uint32_t first, int tag, near_form *form, void *of)
{
	for (uint32_t k = first; k != 0; k = x->rule[k - 1].next) {
		const struct near_rule *rule = &x->rule[k - 1];
		size_t len;
		const char *s;

		if (rule->tag != tag)
			continue;
		s = form(of, rule->at, &len);
		if (s != NULL &&
		    intern_find(&rule->words, s, len) != UINT32_MAX)
			return k;
	}
	return 0;
}
