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

/* Is a pivot within reach of token i?  last: the number + 1 of the one before
 * it, 0 for none; next: the number of the one behind it, n->n for none. */
static bool
is_near(const struct near *n, const struct opts *o, size_t i, size_t last,
    size_t next)
{
	return (last > 0 && i - (last - 1) <= o->right) ||
	    (next < n->n && next - i <= o->left);
}

void
near_end(struct near *n, struct places *p)
{
	size_t last = 0;
	size_t next = 0;

	for (size_t i = 0; i < n->n; i++) {
		const struct near_token *t = &n->token[i];

		if (t->pivot) {
			last = i + 1;
			continue;
		}
		next = next < i ? i : next;
		while (next < n->n && !n->token[next].pivot)
			next++;
		if (t->token.word != PLACES_NONE &&
		    is_near(n, p->o, i, last, next))
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
