/* claim_order - which names come first, and which before which
 * (robust.1). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim.h"
#include "lib/base/mem.h"

/* A name of a group, in falling order of its figure. */
struct place {
	const char *name;
	double value;
};

static int
by_value(const void *a, const void *b)
{
	const struct place *x = a;
	const struct place *y = b;

	if (x->value != y->value)
		return x->value < y->value ? 1 : -1;
	return strcmp(x->name, y->name);
}

static bool
is_in(const struct sheet *s, uint32_t row, const struct rule_order *o,
    const char *group)
{
	return (o->where.column == NULL ||
		   rule_holds(&o->where,
		       sheet_cell(s, row, sheet_column(s, o->where.column)))) &&
	    (group == NULL ||
		strcmp(sheet_cell(s, row, sheet_column(s, o->in)), group) == 0);
}

static struct place *
rank(const struct sheet *s, const struct rule_order *o, const char *group,
    size_t *n)
{
	struct place *p = mem_new(s->n_row, sizeof(*p));
	size_t name = sheet_column(s, o->name.name);
	size_t by = sheet_column(s, o->by);

	*n = 0;
	for (uint32_t i = 0; i < s->n_row; i++) {
		double v = sheet_real(s, i, by);

		if (isfinite(v) && is_in(s, i, o, group))
			p[(*n)++] = (struct place){sheet_cell(s, i, name), v};
	}
	if (*n > 0)
		qsort(p, *n, sizeof(*p), by_value);
	return p;
}

static void
put(struct claims *c, const struct runs *runs, const struct rule *rule,
    const char *part, size_t of, const char *const said[3])
{
	struct claim *x =
	    claim_add(c, runs, rule, part, rule->order[of].kind, said[0]);

	x->of = of;
	x->row = SHEET_NO_ROW;
	if (said[1] != NULL)
		x->object = mem_string(said[1]);
	if (said[2] != NULL)
		x->group = mem_string(said[2]);
}

/* Where orders are looked for. */
struct search {
	struct claims *c;
	const struct runs *runs;
	const struct rule *rule;
	const char *part;
	const struct sheet *s;
};

/* Nothing is said of what is equal. */
static void
find_order(const struct search *x, size_t of, const char *group)
{
	const struct rule_order *o = &x->rule->order[of];
	size_t n;
	struct place *p = rank(x->s, o, group, &n);

	for (size_t i = 0; i < n && i < o->n; i++)
		if (!o->pairs)
			put(x->c, x->runs, x->rule, x->part, of,
			    (const char *[]){p[i].name, NULL, group});
		else if (i + 1 < n && p[i].value > p[i + 1].value)
			put(x->c, x->runs, x->rule, x->part, of,
			    (const char *[]){p[i].name, p[i + 1].name, group});
	free(p);
}

void
claim_find_orders(struct claims *c, const struct runs *runs,
    const struct rule *rule, const char *part, const struct sheet *base)
{
	const struct search x = {c, runs, rule, part, base};

	for (size_t i = 0; i < rule->n_order; i++) {
		const struct rule_order *o = &rule->order[i];
		struct intern seen;

		if (o->in == NULL) {
			find_order(&x, i, NULL);
			continue;
		}
		intern_open(&seen);
		for (uint32_t row = 0; row < base->n_row; row++) {
			const char *g =
			    sheet_cell(base, row, sheet_column(base, o->in));
			uint32_t known = seen.n;

			if (is_in(base, row, o, NULL) &&
			    intern_add(&seen, g, strlen(g)) == known)
				find_order(&x, i, g);
		}
		intern_free(&seen);
	}
}

/* The place from 0 on; SIZE_MAX: it has none. */
static size_t
place_of(const struct place *p, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(p[i].name, name) == 0)
			return i;
	return SIZE_MAX;
}

/* A name that the run does not have: a part that it does not compare, or what
 * is gone. */
static enum verdict
why_missing(const struct claim_pair *p, const struct rule_order *o,
    const struct claim *x)
{
	if (strcmp(o->name.name, "part") == 0 &&
	    (!claim_compares(p, x->subject) ||
		(x->object != NULL && !claim_compares(p, x->object))))
		return CLAIM_SILENT;
	return o->in != NULL && strcmp(o->in, "part") == 0 &&
		!claim_compares(p, x->group)
	    ? CLAIM_SILENT
	    : CLAIM_BROKEN;
}

/* Are there rows that the test leaves out?  Where a run sets no words apart, it
 * cannot say which come first among the others. */
static bool
chooses(const struct sheet *s, const struct rule_order *o)
{
	for (uint32_t i = 0; i < s->n_row; i++)
		if (!is_in(s, i, o, NULL))
			return true;
	return false;
}

void
claim_judge_order(struct claim *x, size_t run, const struct claim_pair *p)
{
	const struct rule_order *o = &p->rule->order[x->of];
	const char *name[2] = {
	    claim_cell(p, o->name.sort, x->subject), x->object};
	enum verdict v;
	struct place *ranked;
	size_t at[2];
	size_t n;

	if (o->pairs && name[1] != NULL)
		name[1] = claim_cell(p, o->name.sort, name[1]);
	if (name[0] == NULL || (o->pairs && name[1] == NULL) ||
	    (chooses(p->base, o) && !chooses(p->other, o)))
		return;
	ranked = rank(p->other, o, x->group, &n);
	at[0] = place_of(ranked, n, name[0]);
	at[1] = o->pairs ? place_of(ranked, n, name[1]) : 0;
	if (at[0] == SIZE_MAX || at[1] == SIZE_MAX)
		v = why_missing(p, o, x);
	else if (o->pairs)
		v = ranked[at[0]].value > ranked[at[1]].value ? CLAIM_KEPT
							      : CLAIM_BROKEN;
	else
		v = at[0] < o->n ? CLAIM_KEPT : CLAIM_BROKEN;
	x->verdict[run] = (unsigned char)v;
	free(ranked);
}
