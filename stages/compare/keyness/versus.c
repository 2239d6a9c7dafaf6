#include "versus.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/groups.h"
#include "lib/table/intern.h"

/* ---- the sides of the parts of one table ---- */

/* Groups of the parts of a table; without -b each part is one. */
struct grouping {
	const struct counts *c;
	struct groups g;
	uint8_t *side; /* by group */
};

static void
grouping_open(struct grouping *k, const struct versus *v, int table)
{
	const struct versus_rule *r = v->rule;

	*k = (struct grouping){.c = &v->c[table]};
	if (r->by != NULL) {
		counts_need_part(k->c);
		groups_open(&k->g, k->c, r->table, r->by);
	} else
		groups_open_parts(&k->g, k->c);
	k->side = mem_new(k->g.names.n, sizeof(*k->side));
	memset(k->side, VERSUS_NEITHER, k->g.names.n);
}

static void
grouping_close(struct grouping *k)
{
	groups_close(&k->g);
	free(k->side);
}

/* The groups named for the side; returns how many names there are. */
static size_t
mark(struct grouping *k, const struct versus_rule *r, int side)
{
	for (size_t i = 0; i < r->n_name[side]; i++) {
		const char *name = r->name[side][i];
		uint32_t id;
		uint64_t line;

		counts_need_part(k->c);
		id = counts_among(&k->g.names, name);
		if (id == UINT32_MAX)
			die_data(counts_where(k->c, 1, &line), 0, "no %s '%s'",
			    r->by != NULL ? r->by : "part", name);
		if (k->side[id] != VERSUS_NEITHER && k->side[id] != side)
			die_usage(
			    "'%s' cannot be both target and reference", name);
		k->side[id] = (uint8_t)side;
	}
	return r->n_name[side];
}

/* Those that no name put elsewhere. */
static void
mark_rest(struct grouping *k, int side)
{
	for (uint32_t i = 0; i < k->g.names.n; i++)
		if (k->side[i] == VERSUS_NEITHER)
			k->side[i] = (uint8_t)side;
}

static void
choose(struct versus *v, int table)
{
	const struct counts *c = &v->c[table];
	struct grouping k;

	grouping_open(&k, v, table);
	if (v->n_table == 2) {
		if (mark(&k, v->rule, table) == 0)
			mark_rest(&k, table);
	} else {
		(void)mark(&k, v->rule, VERSUS_TARGET);
		if (mark(&k, v->rule, VERSUS_REFERENCE) == 0)
			mark_rest(&k, VERSUS_REFERENCE);
	}
	v->side[table] = mem_new(c->parts.n, sizeof(*v->side[table]));
	for (uint32_t i = 0; i < c->parts.n; i++)
		v->side[table][i] = k.side[k.g.of[i]];
	grouping_close(&k);
}

static void
need_both(const struct versus *v)
{
	bool has[VERSUS_NEITHER + 1] = {false};
	bool any = false;
	uint64_t line;

	for (int i = 0; i < v->n_table; i++)
		for (uint32_t k = 0; k < v->c[i].parts.n; k++) {
			has[v->side[i][k]] = true;
			any = true;
		}
	if (any && !has[VERSUS_REFERENCE])
		die_data(counts_where(&v->c[v->n_table - 1], 1, &line), 0,
		    "the target is all there is: nothing to compare it with");
}

/* ---- names of two tables ---- */

static int
compare_terms(const struct versus *v, uint32_t i, uint32_t j)
{
	size_t n;
	size_t m;
	const char *a = counts_name(&v->c[0].terms, i, &n);
	const char *b = counts_name(&v->c[1].terms, j, &m);
	int d = memcmp(a, b, n < m ? n : m);

	return d != 0 ? d : (n > m) - (n < m);
}

/* Both lists stand by rising bytes, and so does what they make. */
static void
join_names(struct versus *v)
{
	uint32_t n = v->c[0].terms.n;
	uint32_t m = v->n_table == 2 ? v->c[1].terms.n : 0;
	uint32_t i = 0;
	uint32_t j = 0;

	v->name = mem_new((size_t)n + m, sizeof(*v->name));
	v->joint[0] = mem_new(n, sizeof(*v->joint[0]));
	v->joint[1] = mem_new(m, sizeof(*v->joint[1]));
	while (i < n || j < m) {
		int d = i == n ? 1 : j == m ? -1 : compare_terms(v, i, j);

		v->name[v->n_name] = d <= 0 ? (struct versus_joint){0, i}
					    : (struct versus_joint){1, j};
		if (d <= 0)
			v->joint[0][i++] = v->n_name;
		if (d >= 0)
			v->joint[1][j++] = v->n_name;
		v->n_name++;
	}
}

const char *
versus_name(const struct versus *v, uint32_t name, size_t *len)
{
	const struct versus_joint *x = &v->name[name];

	return counts_name(&v->c[x->table].terms, x->id, len);
}

static void
same_columns(const struct versus *v)
{
	const struct counts *a = &v->c[0];
	const struct counts *b = &v->c[1];
	uint64_t line;

	if (a->has_size != b->has_size || strcmp(a->header.s, b->header.s) != 0)
		die_data(v->rule->file, 1,
		    "columns other than those of the target's table, %s",
		    counts_where(a, 1, &line));
}

void
versus_open(
    struct versus *v, const struct versus_rule *rule, char **files, int n)
{
	char *second[1] = {NULL};

	*v = (struct versus){.rule = rule, .n_table = 1};
	counts_read(&v->c[0], files, n);
	if (rule->file != NULL) {
		second[0] = mem_string(rule->file);
		counts_read(&v->c[1], second, 1);
		v->n_table = 2;
		same_columns(v);
	} else
		counts_need_part(&v->c[0]);
	for (int i = 0; i < v->n_table; i++) {
		counts_note_sums(&v->c[i]);
		choose(v, i);
	}
	need_both(v);
	join_names(v);
	free(second[0]);
}

/* ---- one n ---- */

static void
forget(struct versus *v)
{
	free(v->term);
	free(v->unit);
	free(v->cell);
	v->term = NULL;
	v->unit = NULL;
	v->cell = NULL;
	v->n_term = 0;
	v->n_unit = 0;
	v->n_empty = 0;
	memset(v->n_part, 0, sizeof(v->n_part));
	memset(v->words, 0, sizeof(v->words));
}

void
versus_close(struct versus *v)
{
	forget(v);
	for (int i = 0; i < VERSUS_SIDES; i++) {
		free(v->side[i]);
		free(v->joint[i]);
	}
	for (int i = 0; i < v->n_table; i++)
		counts_free(&v->c[i]);
	free(v->name);
	*v = (struct versus){0};
}

/* Sums of the slices of one table into sum[], by joint name, and room for
 * their units. */
static size_t
add_table(struct versus *v, int table, uint32_t size, struct versus_term *sum)
{
	const struct counts *c = &v->c[table];
	size_t n_cell = 0;

	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];
		int side = v->side[table][s->part];

		if (s->size != size || side == VERSUS_NEITHER)
			continue;
		if (s->total == 0) {
			v->n_empty++;
			continue;
		}
		v->words[side] += s->total;
		v->n_part[side]++;
		n_cell += s->to - s->from;
		for (size_t j = s->from; j < s->to; j++) {
			uint32_t k = v->joint[table][c->cell[j].term];

			sum[k].f[side] += c->cell[j].f;
		}
	}
	return n_cell;
}

/* The terms that are frequent enough, and in sum[].name where they are. */
static void
keep_terms(struct versus *v, struct versus_term *sum)
{
	uint64_t min = v->rule->min > 0 ? v->rule->min : 1;

	v->term = mem_new(v->n_name, sizeof(*v->term));
	for (uint32_t k = 0; k < v->n_name; k++) {
		struct versus_term *x = &sum[k];

		x->name = UINT32_MAX;
		if (x->f[VERSUS_TARGET] + x->f[VERSUS_REFERENCE] < min)
			continue;
		x->name = v->n_term;
		v->term[v->n_term] = *x;
		v->term[v->n_term++].name = k;
	}
}

/* Units and cells of the slices of one table, behind the n_cell there are. */
static size_t
keep_cells(struct versus *v, int table, uint32_t size,
    const struct versus_term *sum, size_t n_cell)
{
	const struct counts *c = &v->c[table];

	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];
		int side = v->side[table][s->part];
		struct versus_unit *u = &v->unit[v->n_unit];

		if (s->size != size || side == VERSUS_NEITHER || s->total == 0)
			continue;
		*u = (struct versus_unit){side, s->total, n_cell, n_cell};
		for (size_t j = s->from; j < s->to; j++) {
			uint32_t k = v->joint[table][c->cell[j].term];

			if (sum[k].name != UINT32_MAX)
				v->cell[u->to++] = (struct versus_cell){
				    c->cell[j].f, sum[k].name};
		}
		n_cell = u->to;
		v->n_unit++;
	}
	return n_cell;
}

/* The number in a table of the n that is number `size` in the first one, or
 * UINT32_MAX. */
static uint32_t
size_in(const struct versus *v, int table, uint32_t size)
{
	const struct counts_names *k = &v->c[table].sizes;
	const char *name;
	size_t len;
	uint32_t id;

	if (table == 0)
		return size;
	name = counts_name(&v->c[0].sizes, size, &len);
	id = intern_find(&k->table, name, len);
	return id == UINT32_MAX ? id : k->rank[id];
}

bool
versus_take(struct versus *v, uint32_t size)
{
	struct versus_term *sum;
	size_t n_cell = 0;

	forget(v);
	if (size_in(v, v->n_table - 1, size) == UINT32_MAX)
		return false;
	sum = mem_new(v->n_name, sizeof(*sum));
	for (int i = 0; i < v->n_table; i++)
		n_cell += add_table(v, i, size_in(v, i, size), sum);
	keep_terms(v, sum);
	v->unit =
	    mem_new((size_t)v->n_part[0] + v->n_part[1] + 1, sizeof(*v->unit));
	v->cell = mem_new(n_cell, sizeof(*v->cell));
	n_cell = 0;
	for (int i = 0; i < v->n_table; i++)
		n_cell = keep_cells(v, i, size_in(v, i, size), sum, n_cell);
	free(sum);
	return true;
}
