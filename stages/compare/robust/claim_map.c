/* claim_map - axes of a factor map, groups of a tree (robust.1). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim.h"
#include "lib/base/mem.h"
#include "places.h"

/* ---- axes ---- */

void
claim_find_axes(struct claims *c, const struct runs *runs,
    const struct rule *rule, const char *part, const struct sheet *base)
{
	struct places p;

	(void)base;
	places_open(&p, runs->run[0].folder, part);
	for (size_t i = 0; i < p.n_axis; i++)
		if (p.real[i])
			claim_add(c, runs, rule, part, rule->axes, p.axis[i]);
	places_close(&p);
}

void
claim_judge_axis(struct claim *x, size_t run, const struct claim_pair *p)
{
	struct places base;
	struct places other;
	size_t own;

	places_open(&base, p->runs->run[0].folder, p->part);
	places_open(&other, p->run->folder, p->part);
	own = places_axis(&base, x->subject);
	if (places_shared(&base, &other) >= PLACES_FEWEST) {
		x->verdict[run] = CLAIM_BROKEN;
		for (size_t i = 0; i < other.n_axis; i++)
			if (other.real[i] &&
			    places_agree(&base, own, &other, i) >= 0.9)
				x->verdict[run] = CLAIM_KEPT;
	}
	places_close(&base);
	places_close(&other);
}

/* ---- groups ---- */

/* The members of a group, sorted, with line ends between. */
struct group {
	char *members;
	bool held;
};

struct groups {
	struct group *group;
	size_t n;
};

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Two lists of members as one. */
static char *
join(const char *a, const char *b)
{
	char *all = mem_join(a, "\n", b);
	struct buf to = {0};
	char **name = NULL;
	size_t cap = 0;
	size_t n = 0;
	char *rest = all;

	do {
		name = mem_grow(name, &cap, n + 1, sizeof(*name));
		name[n++] = strsep(&rest, "\n");
	} while (rest != NULL);
	qsort(name, n, sizeof(*name), by_bytes);
	for (size_t i = 0; i < n; i++) {
		buf_str(&to, i > 0 ? "\n" : "");
		buf_str(&to, name[i]);
	}
	free(name);
	free(all);
	return to.s;
}

/* A side of a step: a part, or #N, what step N made. */
static const char *
side(const struct groups *g, const char *cell)
{
	char *end;
	unsigned long n;

	if (*cell != '#')
		return cell;
	n = strtoul(cell + 1, &end, 10);
	return *end == '\0' && n >= 1 && n <= g->n ? g->group[n - 1].members
						   : cell;
}

static void
read_groups(struct groups *g, const struct sheet *s)
{
	size_t left = sheet_column(s, "left");
	size_t right = sheet_column(s, "right");
	size_t support = sheet_column(s, "support");

	*g = (struct groups){mem_new(s->n_row, sizeof(*g->group)), 0};
	for (uint32_t i = 0; i < s->n_row; i++) {
		g->group[i].members = join(side(g, sheet_cell(s, i, left)),
		    side(g, sheet_cell(s, i, right)));
		g->group[i].held =
		    sign_holds(SIGN_LEAST, sheet_cell(s, i, support), "0.9");
		g->n++;
	}
}

static void
free_groups(struct groups *g)
{
	for (size_t i = 0; i < g->n; i++)
		free(g->group[i].members);
	free(g->group);
}

void
claim_find_groups(struct claims *c, const struct runs *runs,
    const struct rule *rule, const char *part, const struct sheet *base)
{
	struct groups g;

	read_groups(&g, base);
	for (size_t i = 0; i < g.n; i++)
		if (g.group[i].held)
			claim_add(c, runs, rule, part, rule->tree,
			    g.group[i].members);
	free_groups(&g);
}

static bool
compares_all(const struct claim_pair *p, const char *members)
{
	char *copy = mem_string(members);
	char *rest = copy;
	bool all = true;

	while (all && rest != NULL)
		all = claim_compares(p, strsep(&rest, "\n"));
	free(copy);
	return all;
}

void
claim_judge_group(struct claim *x, size_t run, const struct claim_pair *p)
{
	struct groups g;

	if (!compares_all(p, x->subject))
		return;
	x->verdict[run] = CLAIM_BROKEN;
	read_groups(&g, p->other);
	for (size_t i = 0; i < g.n; i++)
		if (g.group[i].held &&
		    strcmp(g.group[i].members, x->subject) == 0)
			x->verdict[run] = CLAIM_KEPT;
	free_groups(&g);
}
