#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tell.h"

/* ---- what is behind a change ---- */

const struct share *
tell_share(const struct tell *t, const struct differ_cell *c)
{
	const struct share *h =
	    c->share != DIFFER_NO_SHARE ? &t->shares->share[c->share] : NULL;

	return h != NULL && h->known ? h : NULL;
}

/* Do the speeches add up to what the table has?  If not, their tables are not
 * of that run. */
bool
tell_adds_up(const struct tell *t, const struct differ_table *d,
    const struct differ_cell *c)
{
	const struct share *h = tell_share(t, c);

	for (size_t side = 0; h != NULL && side < 2; side++) {
		const char *v = differ_value(d, c, side);

		if (v != NULL && strtoull(v, NULL, 10) != h->total[side])
			return false;
	}
	return h != NULL;
}

/* ---- changes by size ---- */

struct sized {
	struct tell_change change;
	double size;
	size_t at; /* in the order of tables, rows, columns */
};

static int
by_size(const void *a, const void *b)
{
	const struct sized *x = a;
	const struct sized *y = b;

	return x->size != y->size ? (x->size < y->size ? 1 : -1)
				  : (x->at > y->at) - (x->at < y->at);
}

/* Counts of a row that one run alone has are known by their speeches. */
static double
size_of(const struct tell *t, const struct differ_cell *c)
{
	const struct share *h = tell_share(t, c);
	double a;
	double b;

	if (c->figure || h == NULL)
		return c->size;
	a = (double)h->total[0];
	b = (double)h->total[1];
	return a + b > 0 ? fabs(a - b) / sqrt(a + b) : 0;
}

static bool
is_lead(const struct differ_table *d, const struct differ_cell *c)
{
	const char *name = differ_column(d, c);

	for (size_t i = 0; i < d->family->n_lead; i++)
		if (strcmp(d->family->lead[i], name) == 0)
			return true;
	return false;
}

/* Is it one that is asked for? */
static bool
is_asked(const struct tell *t, const struct differ_table *d,
    const struct differ_cell *c, bool lead)
{
	if (lead && !is_lead(d, c))
		return false;
	return !lead || c->figure || tell_share(t, c) != NULL;
}

struct tell_change *
tell_changes(
    const struct tell *t, const struct differ_table *of, bool lead, size_t *n)
{
	struct sized *all = NULL;
	struct tell_change *change;
	size_t cap = 0;

	*n = 0;
	for (size_t i = 0; i < t->differ->n; i++) {
		const struct differ_table *d = &t->differ->table[i];

		for (size_t k = 0; (of == NULL || of == d) && k < d->n; k++) {
			if (!is_asked(t, d, &d->cell[k], lead))
				continue;
			all = mem_grow(all, &cap, *n + 1, sizeof(*all));
			all[*n] = (struct sized){
			    {d, &d->cell[k]}, size_of(t, &d->cell[k]), *n};
			(*n)++;
		}
	}
	if (*n > 0)
		qsort(all, *n, sizeof(*all), by_size);
	change = mem_new(*n, sizeof(*change));
	for (size_t i = 0; i < *n; i++)
		change[i] = all[i].change;
	free(all);
	return change;
}

void
tell_cause(const struct tell *t, const struct differ_table *table,
    const struct differ_cell *cell, struct buf *to)
{
	size_t before = to->len;
	const struct family_sum *sum =
	    differ_sum(table->family, differ_column(table, cell));

	/* the speeches' table may be reached by less than this one */
	if (sum != NULL && tell_adds_up(t, table, cell))
		share_put(tell_share(t, cell), t->causes, sum->from, to);
	else
		cause_names(t->causes, table->mask, to);
	if (to->len == before)
		buf_str(to, "unknown");
}
