#include "repeat.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "suffix.h"

#define NONE UINT32_MAX

enum {
	LOOK = 64 * 1024, /* bytes of nodes */
	AHEAD = 16        /* suffixes that memory is asked for in advance */
};

/* A node under way, and what is known of its occurrences so far. */
struct frame {
	uint32_t lb;
	uint32_t len;
	uint32_t at;       /* the first of them in order */
	uint32_t back;     /* words before all of them, in a far text */
	uint32_t left;     /* the number before all of them, 0: several */
	uint32_t first[2]; /* the two least positions */
	uint32_t last[2];  /* the two greatest */
	uint32_t again;    /* occurrences in parts that had one before */
};

struct walk {
	struct repeat *r;
	struct frame *stack;
	size_t n;
	size_t cap;
	uint32_t *seen; /* by part: rank of its last suffix, or NONE */
	uint32_t min;
};

/* The suffix of this rank alone. */
static struct frame
leaf(struct repeat *r, uint32_t rank)
{
	struct far_place p;

	if (r->text.far == NULL) {
		p.at = r->sa[rank];
		p.left = p.at > 0 ? r->text.s[p.at - 1] : 0;
	} else
		p = far_sa(&r->far, rank);
	return (struct frame){.lb = rank,
	    .at = p.at,
	    .back = UINT32_MAX,
	    .left = p.left < REPEAT_STOP ? 0 : p.left,
	    .first = {p.at, NONE},
	    .last = {p.at, NONE}};
}

/* Asks for what leaf() and repeat_part() will read, in no order of places.  Not
 * inline, a compiler may take a function that only asks for one without use. */
static inline __attribute__((always_inline)) void
ask_ahead(const struct repeat *r, uint32_t rank)
{
	uint32_t p;

	if (r->text.far != NULL || rank + AHEAD >= r->text.n)
		return;
	p = r->sa[rank + AHEAD];
	__builtin_prefetch(&r->text.s[p > 0 ? p - 1 : 0]);
	__builtin_prefetch(&r->text.part[p]);
}

static void
merge(struct frame *to, const struct frame *f)
{
	if (to->left != f->left)
		to->left = 0;
	for (size_t i = 0; i < 2; i++) {
		uint32_t p = f->first[i];

		if (p < to->first[0]) {
			to->first[1] = to->first[0];
			to->first[0] = p;
		} else if (p < to->first[1])
			to->first[1] = p;
		p = f->last[i];
		if (p == NONE)
			continue;
		if (p > to->last[0]) {
			to->last[1] = to->last[0];
			to->last[0] = p;
		} else if (to->last[1] == NONE || p > to->last[1])
			to->last[1] = p;
	}
	to->again += f->again;
	to->back = f->back < to->back ? f->back : to->back;
}

uint32_t
repeat_longest(struct repeat *r, uint32_t p)
{
	uint32_t i = repeat_rank(r, p);
	uint32_t a;
	uint32_t b;

	if (i == NONE) /* no word begins there */
		return 0;
	a = repeat_lcp(r, i);
	b = repeat_lcp(r, i + 1);
	return a > b ? a : b;
}

/* If a longer segment holds all occurrences, though not all at one place of
 * it, it holds the first and the second one, and the last two. */
static bool
may_be_covered(struct repeat *r, const struct frame *f)
{
	uint32_t first = f->first[1] - f->first[0] + f->len;
	uint32_t last = f->last[0] - f->last[1] + f->len;

	if (r->text.far != NULL &&
	    (first > r->far.longest || last > r->far.longest))
		return false;
	return repeat_longest(r, f->first[0]) >= first &&
	    repeat_longest(r, f->last[1]) >= last;
}

static void
add_node(struct walk *w, const struct frame *f, uint32_t end, uint32_t shorter)
{
	struct repeat *r = w->r;
	uint32_t size = end - f->lb;
	bool whole = f->left == 0;
	struct repeat_node v;

	if (f->len < 2 || size < w->min)
		return;
	v = (struct repeat_node){.lb = f->lb,
	    .size = size,
	    .len = f->len,
	    .shorter = shorter,
	    .parts = size - f->again,
	    .at = f->at,
	    .back = whole ? 0 : f->back,
	    .cover_len = whole && may_be_covered(r, f) ? REPEAT_UNKNOWN : 0};
	if (r->text.far == NULL) {
		r->node = mem_grow(
		    r->node, &r->cap, (size_t)r->n + 1, sizeof(*r->node));
		r->node[r->n] = v;
	} else
		spool_put(&r->nodes, &v, sizeof(v));
	r->n++;
}

/* Counts the suffix of this rank in the nodes that have another one of its
 * part already: the lowest node that does, and those above. */
static void
see_part(struct walk *w, uint32_t rank)
{
	uint32_t *seen = &w->seen[repeat_part(w->r, rank)];
	size_t lo = 0;
	size_t hi = w->n;

	while (*seen != NONE && hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (w->stack[mid].lb <= *seen)
			lo = mid;
		else
			hi = mid;
	}
	if (*seen != NONE)
		w->stack[lo].again++;
	*seen = rank;
}

/* The suffixes in order; the stack has the nodes that the last one is in. */
static void
walk_tree(struct walk *w)
{
	struct repeat *r = w->r;
	size_t n = r->text.far == NULL ? r->text.n : r->far.n;

	if (n == 0)
		return;
	w->stack = mem_grow(w->stack, &w->cap, 1, sizeof(*w->stack));
	w->stack[0] = leaf(r, 0);
	w->n = 1;
	see_part(w, 0);
	for (uint32_t i = 1; i <= n; i++) {
		uint32_t l = repeat_lcp(r, i);
		struct frame f = leaf(r, i - 1);

		ask_ahead(r, i);
		while (w->stack[w->n - 1].len > l) {
			struct frame *top = &w->stack[--w->n];
			uint32_t under = top[-1].len;

			merge(top, &f);
			add_node(w, top, i, under > l ? under : l);
			f = *top;
		}
		if (w->stack[w->n - 1].len == l)
			merge(&w->stack[w->n - 1], &f);
		else {
			f.len = l;
			w->stack = mem_grow(
			    w->stack, &w->cap, w->n + 1, sizeof(*w->stack));
			w->stack[w->n++] = f;
		}
		if (i == n)
			break;
		if (r->text.far != NULL) {
			struct frame *top = &w->stack[w->n - 1];
			uint32_t back = far_near(&r->far, i).back;

			top->back = back < top->back ? back : top->back;
		}
		see_part(w, i);
	}
	free(w->stack);
}

/* ---- segments that always follow the same word ---- */

/* A place in an array of text.n that no other node has. */
static uint32_t
place_of(const struct repeat *r, uint32_t lb, uint32_t size)
{
	return r->lcp[lb] >= r->lcp[lb + size] ? lb : lb + size - 1;
}

/* The node that is longer by the word before each one, or itself; then the last
 * one of this way. */
static uint32_t *
link_nodes(struct repeat *r)
{
	uint32_t *at = mem_new(r->text.n, sizeof(*at));
	uint32_t *link = mem_new(r->n, sizeof(*link));

	for (uint32_t i = 0; i < r->n; i++)
		at[place_of(r, r->node[i].lb, r->node[i].size)] = i;
	for (uint32_t i = 0; i < r->n; i++) {
		const struct repeat_node *v = &r->node[i];

		link[i] = v->back == 0
		    ? i
		    : at[place_of(r, r->rank[v->at - 1], v->size)];
	}
	free(at);
	for (uint32_t i = 0; i < r->n; i++) {
		uint32_t last = i;

		while (link[last] != last)
			last = link[last];
		for (uint32_t k = i, next; k != last; k = next) {
			next = link[k];
			link[k] = last;
		}
	}
	return link;
}

/* A node has what that at the end of its way has. */
static void
take_from_last(struct repeat *r)
{
	uint32_t *link = link_nodes(r);

	for (uint32_t i = 0; i < r->n; i++) {
		struct repeat_node *v = &r->node[i];
		const struct repeat_node *last = &r->node[link[i]];

		if (last == v)
			continue;
		v->back = last->len - v->len;
		if (last->cover_len != REPEAT_UNKNOWN) {
			v->cover_at = last->cover_at;
			v->cover_len = last->cover_len;
		}
	}
	free(link);
}

/* ---- the outside ---- */

static void
open_near(struct repeat *r)
{
	const struct repeat_text *t = &r->text;

	r->sa = mem_new(t->n, sizeof(*r->sa));
	suffix_sort(t->s, r->sa, t->n, t->k);
	r->rank = mem_new(t->n, sizeof(*r->rank));
	r->lcp = mem_new(t->n + 1, sizeof(*r->lcp));
	suffix_lcp(t->s, r->sa, t->n, REPEAT_STOP, r->rank, r->lcp);
}

void
repeat_open(struct repeat *r, const struct repeat_text *text, uint32_t min)
{
	struct walk w = {.r = r, .min = min};

	*r = (struct repeat){.text = *text};
	if (text->far == NULL)
		open_near(r);
	else {
		far_open(&r->far, text->far, text->room);
		spool_open(&r->nodes, 1);
	}
	w.seen = mem_new(text->n_part, sizeof(*w.seen));
	memset(w.seen, 0xFF, text->n_part * sizeof(*w.seen));
	walk_tree(&w);
	free(w.seen);
	if (text->far != NULL)
		spool_view(&r->nodes_look, &r->nodes, LOOK);
	cover_all(r);
	if (text->far != NULL) {
		spool_view_free(&r->nodes_look); /* they have changed */
		spool_view(&r->nodes_look, &r->nodes, LOOK);
		return;
	}
	take_from_last(r);
	free(r->rank);
	free(r->lcp);
	r->rank = NULL;
	r->lcp = NULL;
}

struct repeat_node
repeat_node(struct repeat *r, uint32_t i, bool all)
{
	struct repeat_node v;

	if (r->text.far == NULL)
		return r->node[i];
	memcpy(&v, spool_at(&r->nodes_look, (uint64_t)i * sizeof(v), sizeof(v)),
	    sizeof(v));
	if (all && v.back > 0)
		cover_look(r, &v);
	return v;
}

uint32_t
repeat_at(struct repeat *r, uint32_t i)
{
	return r->text.far == NULL ? r->sa[i] : far_sa(&r->far, i).at;
}

uint32_t
repeat_part(struct repeat *r, uint32_t i)
{
	return r->text.far == NULL ? r->text.part[r->sa[i]]
				   : far_near(&r->far, i).part;
}

void
repeat_free(struct repeat *r)
{
	if (r->text.far != NULL) {
		spool_view_free(&r->nodes_look);
		far_close(&r->far);
	}
	spool_close(&r->nodes);
	free(r->cover);
	free(r->sa);
	free(r->node);
}

uint32_t
repeat_parent(const struct repeat_node *v, uint32_t len, uint32_t *at)
{
	bool itself = v->back == 0 && len == v->len;

	if (v->cover_len > 0 && (itself || v->cover_len != REPEAT_UNKNOWN)) {
		*at = v->cover_at;
		return v->cover_len;
	}
	if (itself)
		return 0;
	*at = v->at - v->back;
	return v->len + v->back;
}
