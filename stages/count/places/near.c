#include "near.h"

#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/lang/fr/form.h"

void
near_open(struct near *n, const struct opts *o)
{
	*n = (struct near){0};
	query_open(
	    &n->query, form_column(o->read.column) ? QUERY_FOLD : QUERY_PLAIN);
	query_add(&n->query, 'P', o->pivot);
}

void
near_add(
    struct near *n, const struct places_token *t, const char *raw, size_t len)
{
	uint64_t ends = query_token(&n->query, raw, len);

	n->token = mem_grow(n->token, &n->cap, n->n + 1, sizeof(*n->token));
	n->token[n->n++] = (struct near_token){.token = *t};
	while (ends != 0)
		for (size_t k = query_span(&n->query, &ends); k > 0; k--)
			n->token[n->n - k].pivot = true;
}

/* How far token i stands behind the nearest pivot within reach, before it less
 * than 0, of two as near behind the one before it; 0: none is.  last: the
 * number
 * + 1 of the pivot before it, 0 for none; next: that of the one behind it, n->n
 * for none. */
static int64_t
distance_of(const struct near *n, const struct opts *o, size_t i, size_t last,
    size_t next)
{
	uint64_t behind = last > 0 ? i - (last - 1) : 0;
	uint64_t before = next < n->n ? next - i : 0;

	if (behind > o->right)
		behind = 0;
	if (before > o->left)
		before = 0;
	if (behind > 0 && (before == 0 || behind <= before))
		return (int64_t)behind;
	return -(int64_t)before;
}

void
near_end(struct near *n, struct places *p)
{
	size_t last = 0;
	size_t next = 0;

	for (size_t i = 0; i < n->n; i++) {
		struct near_token *t = &n->token[i];

		if (t->pivot) {
			last = i + 1;
			continue;
		}
		next = next < i ? i : next;
		while (next < n->n && !n->token[next].pivot)
			next++;
		t->token.distance = distance_of(n, p->o, i, last, next);
		if (t->token.word != PLACES_NONE && t->token.distance != 0)
			places_put(p, &t->token, 1);
	}
	n->n = 0;
	query_break(&n->query);
}

void
near_free(struct near *n)
{
	query_free(&n->query);
	free(n->token);
}
