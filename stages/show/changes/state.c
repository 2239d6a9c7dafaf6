#include "state.h"

#include <stdlib.h>
#include <string.h>

#include "lib/text/figure.h"

static const uint32_t none = UINT32_MAX; /* there is no such row */

void
state_fill(struct buf *to, const struct differ_table *t, size_t side,
    uint32_t row, const char *s)
{
	const struct grid *g = &t->grid[side];

	buf_mem(to, "", 0);
	while (*s != '\0') {
		size_t len = strcspn(s, "{");
		char *name;
		size_t col;

		buf_mem(to, s, len);
		s += len;
		if (*s == '\0')
			break;
		len = strcspn(++s, "}");
		name = mem_copy(s, len);
		col = grid_has(g, name);
		if (strcmp(name, "PART") == 0 && t->part != NULL)
			buf_str(to, t->part);
		else if (col != SIZE_MAX)
			buf_str(to, grid_cell(g, row, col));
		free(name);
		s += len + (s[len] == '}');
	}
}

static struct state *
add(struct states *s, const struct differ_table *t, enum state_kind kind,
    char *text)
{
	s->state = mem_grow(s->state, &s->cap, s->n + 1, sizeof(*s->state));
	s->state[s->n] = (struct state){.kind = kind, .text = text, .table = t};
	return &s->state[s->n++];
}

/* ---- what is said of a row ---- */

static bool
holds(const struct differ_table *t, size_t side, uint32_t row,
    const struct family_say *say)
{
	if (row == none)
		return false;
	for (size_t i = 0; i < say->n_test; i++) {
		const struct family_test *test = &say->test[i];
		size_t col = grid_has(&t->grid[side], test->column);

		if (col == SIZE_MAX ||
		    !sign_holds(test->sign, grid_cell(&t->grid[side], row, col),
			test->value))
			return false;
	}
	return true;
}

/* A changed count of a row, with the speeches behind it. */
static const struct differ_cell *
count_of(const struct differ_table *t, const uint32_t row[2])
{
	for (size_t i = 0; i < t->n; i++)
		if (t->cell[i].row[0] == row[0] &&
		    t->cell[i].row[1] == row[1] &&
		    t->cell[i].share != DIFFER_NO_SHARE)
			return &t->cell[i];
	return NULL;
}

static void
say_row(struct states *s, const struct differ_table *t, const uint32_t row[2])
{
	for (size_t i = 0; i < t->family->n_say; i++) {
		const struct family_say *say = &t->family->say[i];
		bool is[2] = {
		    holds(t, 0, row[0], say), holds(t, 1, row[1], say)};
		struct buf b = {0};
		struct buf other = {0};
		size_t side = is[1];

		if (is[0])
			state_fill(&other, t, 0, row[0], say->text);
		if (is[1])
			state_fill(&b, t, 1, row[1], say->text);
		if (is[0] && is[1] && strcmp(other.s, b.s) != 0) {
			buf_str(&other, "; now: ");
			buf_str(&other, b.s);
			add(s, t, STATE_TURNED, mem_copy(other.s, other.len))
			    ->count = count_of(t, row);
		} else if (is[0] != is[1])
			add(s, t, side ? STATE_NEW : STATE_GONE,
			    mem_copy(
				side ? b.s : other.s, side ? b.len : other.len))
			    ->count = count_of(t, row);
		buf_free(&b);
		buf_free(&other);
	}
}

static void
say_rows(struct states *s, const struct differ_table *t)
{
	if (t->family->n_say == 0)
		return;
	for (uint32_t i = 0; i < t->key[0].n; i++) {
		uint32_t k = intern_find(
		    &t->key[1], t->key[0].str[i].s, t->key[0].str[i].len);

		say_row(s, t, (const uint32_t[2]){i, k});
	}
	for (uint32_t k = 0; k < t->key[1].n; k++)
		if (intern_find(&t->key[0], t->key[1].str[k].s,
			t->key[1].str[k].len) == none)
			say_row(s, t, (const uint32_t[2]){none, k});
}

/* ---- what is shown in falling order ---- */

/* A name in a group. */
struct item {
	const char *name;
	uint32_t row[2];
	double value[2];
	size_t rank[2]; /* from 0 */
};

struct ranking {
	const struct differ_table *t;
	const struct family_order *o;
	const char *group; /* or NULL */
	struct intern names;
	struct item *item; /* by number of its name */
	size_t n;
	size_t cap;
};

static struct item *
item_of(struct ranking *r, const char *name)
{
	uint32_t n = r->names.n;
	uint32_t id = intern_add(&r->names, name, strlen(name));

	if (id == n) {
		r->item = mem_grow(r->item, &r->cap, n + 1, sizeof(*r->item));
		r->item[r->n++] = (struct item){.name = name,
		    .row = {none, none},
		    .rank = {SIZE_MAX, SIZE_MAX}};
	}
	return &r->item[id];
}

static void
take_side(struct ranking *r, size_t side)
{
	const struct grid *g = &r->t->grid[side];
	size_t of = grid_column(g, r->o->of);
	size_t value = grid_column(g, r->o->column);
	size_t in = r->o->in != NULL ? grid_column(g, r->o->in) : 0;
	size_t theme = grid_has(g, "theme");

	for (uint32_t i = 0; i < g->n_row; i++) {
		struct item *m;

		if ((r->o->in != NULL &&
			strcmp(grid_cell(g, i, in), r->group) != 0) ||
		    (r->o->top && theme != SIZE_MAX &&
			strchr(grid_cell(g, i, theme), '/') != NULL) ||
		    !figure_is(grid_cell(g, i, value)))
			continue;
		m = item_of(r, grid_cell(g, i, of));
		m->row[side] = i;
		m->value[side] = strtod(grid_cell(g, i, value), NULL);
	}
}

/* An item in the order of one run. */
struct place {
	struct item *item;
	double value;
};

static int
by_value(const void *a, const void *b)
{
	const struct place *x = a;
	const struct place *y = b;

	return x->value != y->value ? (x->value < y->value ? 1 : -1)
				    : strcmp(x->item->name, y->item->name);
}

static void
rank_side(struct ranking *r, size_t side)
{
	struct place *p = mem_new(r->n, sizeof(*p));
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		if (r->item[i].row[side] != none)
			p[n++] =
			    (struct place){&r->item[i], r->item[i].value[side]};
	if (n > 0)
		qsort(p, n, sizeof(*p), by_value);
	for (size_t i = 0; i < n; i++)
		p[i].item->rank[side] = i;
	free(p);
}

/* x was before y and is right behind it now. */
static void
say_turned(struct states *s, const struct ranking *r, const struct item *x,
    const struct item *y)
{
	struct buf b = {0};
	struct state *turned;

	if (x->rank[0] >= y->rank[0] || x->rank[1] != y->rank[1] + 1 ||
	    x->value[0] <= y->value[0] || x->value[1] >= y->value[1] ||
	    y->rank[1] >= r->o->first || x->rank[0] >= r->o->first ||
	    x->row[1] == none || y->row[0] == none)
		return;
	state_fill(&b, r->t, 0, x->row[0], r->o->text);
	buf_str(&b, ": ");
	buf_str(&b, y->name);
	buf_str(&b, " is before ");
	buf_str(&b, x->name);
	turned = add(s, r->t, STATE_TURNED, b.s);
	turned->count = count_of(r->t, y->row);
	turned->whose = y->name;
	if (turned->count == NULL) {
		turned->count = count_of(r->t, x->row);
		turned->whose = x->name;
	}
}

/* Those that are among the first in one run alone. */
static void
say_first(struct states *s, const struct ranking *r, const struct item *m)
{
	bool is[2] = {m->rank[0] < r->o->first, m->rank[1] < r->o->first};
	struct buf b = {0};

	if (is[0] == is[1])
		return;
	buf_str(&b, "among the first ");
	buf_u64(&b, r->o->first);
	buf_str(&b, ", ");
	state_fill(&b, r->t, is[1], m->row[is[1]], r->o->text);
	buf_str(&b, ": ");
	buf_str(&b, m->name);
	add(s, r->t, is[1] ? STATE_NEW : STATE_GONE, b.s)->count =
	    count_of(r->t, m->row);
}

/* Those that are not among the first in either run say nothing. */
static void
leave_last(struct ranking *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		if (r->o->first == UINT64_MAX ||
		    r->item[i].rank[0] <= r->o->first ||
		    r->item[i].rank[1] <= r->o->first)
			r->item[n++] = r->item[i];
	r->n = n;
}

static void
order_group(struct states *s, const struct differ_table *t,
    const struct family_order *o, const char *group)
{
	struct ranking r = {.t = t, .o = o, .group = group};

	intern_open(&r.names);
	for (size_t side = 0; side < 2; side++)
		take_side(&r, side);
	for (size_t side = 0; side < 2; side++)
		rank_side(&r, side);
	leave_last(&r);
	for (size_t i = 0; i < r.n; i++)
		for (size_t k = 0; k < r.n; k++)
			if (i != k)
				say_turned(s, &r, &r.item[i], &r.item[k]);
	for (size_t i = 0; o->first != UINT64_MAX && i < r.n; i++)
		say_first(s, &r, &r.item[i]);
	free(r.item);
	intern_free(&r.names);
}

/* Each value of the column in the first table or, if it is new, in the second
 * is a group. */
static void
order_groups(struct states *s, const struct differ_table *t,
    const struct family_order *o)
{
	struct intern seen;

	if (o->in == NULL) {
		order_group(s, t, o, NULL);
		return;
	}
	intern_open(&seen);
	for (size_t side = 0; side < 2; side++) {
		const struct grid *g = &t->grid[side];
		size_t in = grid_column(g, o->in);

		for (size_t i = 0; i < g->n_row; i++) {
			const char *v = grid_cell(g, i, in);
			uint32_t n = seen.n;

			if ((o->top && strcmp(o->in, "theme") == 0 &&
				strchr(v, '/') != NULL) ||
			    intern_add(&seen, v, strlen(v)) < n)
				continue;
			order_group(s, t, o, v);
		}
	}
	intern_free(&seen);
}

void
state_open(struct states *s, const struct differ *d)
{
	*s = (struct states){0};
	for (size_t i = 0; i < d->n; i++) {
		const struct differ_table *t = &d->table[i];

		say_rows(s, t);
		for (size_t k = 0; k < t->family->n_order; k++)
			order_groups(s, t, &t->family->order[k]);
	}
}

void
state_close(struct states *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->state[i].text);
	free(s->state);
}
