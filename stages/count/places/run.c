#include "run.h"

#include <stdlib.h>
#include <string.h>

#include "count/common/delimiter.h"

void
run_open(struct run *r, size_t size)
{
	r->size = size;
	r->n = 0;
	r->token = mem_new(size, sizeof(*r->token));
}

void
run_add(struct run *r, struct places *p, const struct places_token *t)
{
	const struct places_token *first;

	r->token[r->n++ % r->size] = *t;
	if (r->n < r->size)
		return;
	for (size_t i = 0; i < r->size; i++)
		if (r->token[(r->n + i) % r->size].word != p->want[i])
			return;
	first = &r->token[r->n % r->size];
	places_put(p, first, t->at - first->at + 1);
}

bool
run_ends(struct places *p, bool counts)
{
	size_t len;
	const char *s;

	if (!p->o->segments)
		return !counts && !p->o->over;
	s = tokens_value(&p->t, &len);
	if (delimiter_is(p->o->delimiters, s))
		return true;
	if (counts || p->o->over)
		return false;
	if (len == 0)
		return true;
	s = tokens_kind(&p->t, &len);
	return len != 1 || *s != 'p';
}

void
run_free(struct run *r)
{
	free(r->token);
}
