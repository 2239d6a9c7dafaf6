#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "count/common/rows.h"
#include "lib/base/mem.h"

/* ---- which segments ---- */

void
segment_lengths(const struct choice *c, const struct repeat_node *v,
    uint32_t *lo, uint32_t *hi)
{
	uint32_t at;
	uint32_t parent;

	*lo = v->shorter + 1 > c->lo ? v->shorter + 1 : c->lo;
	*hi = v->len < c->hi ? v->len : c->hi;
	if (c->all || *lo > *hi)
		return;
	parent = repeat_parent(v, v->len, &at);
	*lo = parent == 0 || parent == REPEAT_UNKNOWN ? v->len : UINT32_MAX;
}

void
segment_sums(struct segment_sums *x, struct repeat *r, const struct choice *c)
{
	*x = (struct segment_sums){0};
	for (uint32_t i = 0; i < r->n; i++) {
		struct repeat_node node = repeat_node(r, i, false);
		const struct repeat_node *v = &node;
		struct choice all = {c->lo, c->hi, true};
		uint32_t lo;
		uint32_t hi;
		uint32_t at;
		uint32_t parent = repeat_parent(v, v->len, &at);

		segment_lengths(&all, v, &lo, &hi);
		if (lo > hi)
			continue;
		x->n_constrained += hi - lo + 1;
		if (v->len <= c->hi &&
		    (parent == 0 || parent == REPEAT_UNKNOWN)) {
			x->n_constrained--;
			x->n_free += parent == 0;
			x->n_unknown += parent != 0;
		}
		segment_lengths(c, v, &lo, &hi);
		if (lo > hi)
			continue;
		x->part_rows += (uint64_t)v->parts * (hi - lo + 1);
		if (x->words <= WORDS_MAX)
			x->words += ((uint64_t)lo + hi + 2 * (uint64_t)PARENT) *
			    (hi - lo + 1) / 2;
	}
}

/* ---- writing ---- */

/* The words of text[at ..]. */
static void
put_words(struct writer *w, uint32_t at, uint32_t len)
{
	const uint32_t *s = text_at(w->t, at, len);

	for (uint32_t i = 0; i < len; i++) {
		uint32_t k = s[i] - REPEAT_STOP;
		size_t from = w->rows.at[k];
		size_t n = w->rows.at[k + 1] - from; /* a space behind */

		out_mem(w->o, w->rows.pool + from, i + 1 < len ? n : n - 1);
	}
}

void
segment_put(struct writer *w, const struct segment_row *x)
{
	put_words(w, x->at, x->len);
	out_tab_u64(w->o, x->len);
	out_tab_u64(w->o, x->size);
	out_tab_u64(w->o, x->parts);
	if (x->parent == 0 || x->parent == REPEAT_UNKNOWN)
		out_str(w->o, x->parent == 0 ? "\tfree\tNA" : "\tNA\tNA");
	else {
		out_str(w->o, "\tconstrained\t");
		put_words(
		    w, x->parent_at, x->parent < PARENT ? x->parent : PARENT);
		if (x->parent > PARENT)
			out_str(w->o, " […]");
	}
	out_ch(w->o, '\n');
}

void
segment_put_head(struct writer *w)
{
	out_str(w->o, "segment\tn\tfreq\tparts\tstatus\tparent\n");
}

static void
put_row(struct writer *w, const struct repeat_node *v, uint32_t len)
{
	struct segment_row x = {
	    .at = v->at, .len = len, .size = v->size, .parts = v->parts};

	x.parent = repeat_parent(v, len, &x.parent_at);
	segment_put(w, &x);
}

/* ---- the list ---- */

/* A node with its longest and shortest segment to show. */
struct span {
	uint32_t hi;
	uint32_t lo;
	uint32_t node;
	uint32_t size;
	uint32_t lb;
};

static int
by_size(const void *a, const void *b)
{
	const struct span *x = a;
	const struct span *y = b;

	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	return (x->lb > y->lb) - (x->lb < y->lb);
}

static int
by_length(const void *a, const void *b)
{
	const struct span *x = a;
	const struct span *y = b;

	if (x->hi != y->hi)
		return x->hi > y->hi ? -1 : 1;
	return by_size(a, b);
}

static struct span *
list_spans(struct repeat *r, const struct choice *c, size_t *n)
{
	struct span *v = NULL;
	size_t cap = 0;

	*n = 0;
	for (uint32_t i = 0; i < r->n; i++) {
		struct span x = {
		    .node = i, .size = r->node[i].size, .lb = r->node[i].lb};

		segment_lengths(c, &r->node[i], &x.lo, &x.hi);
		if (x.lo > x.hi)
			continue;
		v = mem_grow(v, &cap, *n + 1, sizeof(*v));
		v[(*n)++] = x;
	}
	if (*n > 0)
		qsort(v, *n, sizeof(*v), by_length);
	return v;
}

/* Nodes that have a segment of the length, in the order of rows: those of
 * alive[] that still do, and new ones. */
static size_t
renew(struct span *alive, size_t n, const struct span *fresh, size_t n_fresh,
    uint32_t len)
{
	size_t kept = 0;
	size_t to;

	for (size_t i = 0; i < n; i++)
		if (alive[i].lo <= len)
			alive[kept++] = alive[i];
	to = kept + n_fresh;
	n = to;
	while (n_fresh > 0) {
		if (kept > 0 &&
		    by_size(&alive[kept - 1], &fresh[n_fresh - 1]) > 0)
			alive[--to] = alive[--kept];
		else
			alive[--to] = fresh[--n_fresh];
	}
	return n;
}

void
segment_list(struct repeat *r, struct segment_text *t, const struct choice *c,
    struct out *o)
{
	struct writer w = {.t = t, .o = o};
	size_t n;
	struct span *v = list_spans(r, c, &n);
	struct span *alive = mem_new(n, sizeof(*alive));
	size_t n_alive = 0;
	size_t i = 0;

	rows_open(&w.rows, o, &t->words, t->order);
	segment_put_head(&w);
	for (uint32_t len = n > 0 ? v[0].hi : 0; len >= c->lo; len--) {
		size_t from = i;

		if (n_alive == 0 && i == n)
			break;
		while (i < n && v[i].hi == len)
			i++;
		n_alive = renew(alive, n_alive, v + from, i - from, len);
		for (size_t k = 0; k < n_alive; k++)
			put_row(&w, &r->node[alive[k].node], len);
	}
	rows_free(&w.rows);
	free(v);
	free(alive);
}
