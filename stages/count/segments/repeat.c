#include "repeat.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "suffix.h"

#define NONE UINT32_MAX

/* A node under way, and what is known of its occurrences so far. */
struct frame {
	uint32_t lb;
	uint32_t len;
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

static struct frame
leaf(const struct repeat *r, uint32_t rank)
{
	uint32_t p = r->sa[rank];
	uint32_t left = p > 0 ? r->text.s[p - 1] : 0;

	return (struct frame){.lb = rank,
	    .left = left < REPEAT_STOP ? 0 : left,
	    .first = {p, NONE},
	    .last = {p, NONE}};
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
}

/* Words that the suffix at p shares with another one. */
static uint32_t
longest_at(const struct repeat *r, uint32_t p)
{
	uint32_t a = r->lcp[r->rank[p]];
	uint32_t b = r->lcp[r->rank[p] + 1];

	return a > b ? a : b;
}

/* If a longer segment holds all occurrences, though not all at one place of
 * it, it holds the first and the second one, and the last two. */
static bool
may_be_covered(const struct repeat *r, const struct frame *f)
{
	return longest_at(r, f->first[0]) >=
	    f->first[1] - f->first[0] + f->len &&
	    longest_at(r, f->last[1]) >= f->last[0] - f->last[1] + f->len;
}

static void
add_node(struct walk *w, const struct frame *f, uint32_t end, uint32_t shorter)
{
	struct repeat *r = w->r;
	uint32_t size = end - f->lb;
	bool whole = f->left == 0;

	if (f->len < 2 || size < w->min)
		return;
	r->node = mem_grow(r->node, &r->cap, r->n + 1, sizeof(*r->node));
	r->node[r->n] = (struct repeat_node){.lb = f->lb,
	    .size = size,
	    .len = f->len,
	    .shorter = shorter,
	    .parts = size - f->again,
	    .link = whole ? (uint32_t)r->n : NONE,
	    .cover_len = whole && may_be_covered(r, f) ? REPEAT_UNKNOWN : 0};
	r->n++;
}

/* Counts the suffix of this rank in the nodes that have another one of its
 * part already: the lowest node that does, and those above. */
static void
see_part(struct walk *w, uint32_t rank)
{
	uint32_t *seen = &w->seen[w->r->text.part[w->r->sa[rank]]];
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
	const struct repeat *r = w->r;

	w->stack = mem_grow(w->stack, &w->cap, 1, sizeof(*w->stack));
	w->stack[0] = leaf(r, 0);
	w->n = 1;
	see_part(w, 0);
	for (uint32_t i = 1; i <= r->text.n; i++) {
		uint32_t l = r->lcp[i];
		struct frame f = leaf(r, i - 1);

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
		if (i < r->text.n)
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

/* Links each node to the one that is longer by the word before it, then to the
 * last one of this way. */
static void
link_nodes(struct repeat *r)
{
	uint32_t *at = mem_new(r->text.n, sizeof(*at));

	for (uint32_t i = 0; i < r->n; i++)
		at[place_of(r, r->node[i].lb, r->node[i].size)] = i;
	for (uint32_t i = 0; i < r->n; i++) {
		struct repeat_node *v = &r->node[i];

		if (v->link == NONE)
			v->link =
			    at[place_of(r, r->rank[r->sa[v->lb] - 1], v->size)];
	}
	free(at);
	for (uint32_t i = 0; i < r->n; i++) {
		uint32_t last = i;

		while (r->node[last].link != last)
			last = r->node[last].link;
		for (uint32_t k = i, next; k != last; k = next) {
			next = r->node[k].link;
			r->node[k].link = last;
		}
	}
}

/* ---- segments that stand at several places of a longer one ---- */

/* Positions in rising order. */
struct places {
	uint32_t *p;
	size_t n;
	size_t cap;
};

static int
by_position(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a;
	uint32_t y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void
take_places(struct repeat *r, struct places *v, uint32_t lb, uint32_t size)
{
	v->p = mem_grow(v->p, &v->cap, size, sizeof(*v->p));
	v->n = size;
	memcpy(v->p, r->sa + lb, size * sizeof(*v->p));
	qsort(v->p, v->n, sizeof(*v->p), by_position);
	r->work += size;
}

/* Lies every piece of `short_len` words within one of the `len`? */
static bool
covers(const struct places *piece, uint32_t short_len,
    const struct places *whole, uint32_t len)
{
	size_t k = 0;

	for (size_t i = 0; i < piece->n; i++) {
		uint32_t p = piece->p[i];

		while (k + 1 < whole->n && whole->p[k + 1] <= p)
			k++;
		if (whole->p[k] > p || p + short_len > whole->p[k] + len)
			return false;
	}
	return true;
}

/* A candidate: text[at ..], its length and occurrences. */
struct cover {
	uint32_t at;
	uint32_t len;
	uint32_t lb;
	uint32_t size;
};

static void
find_occurrences(struct repeat *r, struct cover *c)
{
	uint32_t a = r->rank[c->at];
	uint32_t b = a;

	while (r->lcp[a] >= c->len)
		a--;
	while (r->lcp[b + 1] >= c->len)
		b++;
	c->lb = a;
	c->size = b - a + 1;
	r->work += c->size;
}

static bool
is_better(const struct cover *c, const struct cover *best)
{
	if (c->len != best->len)
		return c->len > best->len;
	if (c->size != best->size)
		return c->size > best->size;
	return c->lb < best->lb;
}

/* The longest segment from c->at on that holds all pieces and has `need` words
 * at least; false if there is none. */
static bool
cover_from(struct repeat *r, struct cover *c, const struct places *piece,
    uint32_t short_len, uint32_t need)
{
	struct places whole = {0};
	bool found = false;

	c->len = longest_at(r, c->at);
	r->work++;
	while (c->len >= need && r->work <= r->limit) {
		uint32_t a;
		uint32_t b;

		find_occurrences(r, c);
		take_places(r, &whole, c->lb, c->size);
		r->work += piece->n;
		found = covers(piece, short_len, &whole, c->len);
		if (found)
			break;
		a = r->lcp[c->lb];
		b = r->lcp[c->lb + c->size];
		c->len = a > b ? a : b;
	}
	free(whole.p);
	return found;
}

/* The first position whose longest repeated segment reaches `end`: the ends
 * of these segments never fall. */
static uint32_t
first_reaching(const struct repeat *r, uint32_t at, uint32_t end)
{
	uint32_t lo = 0;

	while (lo < at) {
		uint32_t mid = lo + (at - lo) / 2;

		if (mid + longest_at(r, mid) >= end)
			at = mid;
		else
			lo = mid + 1;
	}
	return at;
}

static void
find_cover(struct repeat *r, struct repeat_node *v, struct places *piece)
{
	struct cover best = {0};
	uint32_t first;
	uint32_t end; /* of the second piece: the segment ends there or later */
	uint32_t last; /* it ends there or earlier */

	take_places(r, piece, v->lb, v->size);
	first = piece->p[0];
	end = piece->p[1] + v->len;
	last = first + longest_at(r, first);
	for (uint32_t at = first_reaching(r, first, end);
	     at <= first && last - at >= best.len; at++) {
		struct cover c = {.at = at};
		uint32_t need = end - at > best.len ? end - at : best.len;

		if (cover_from(r, &c, piece, v->len, need) &&
		    is_better(&c, &best))
			best = c;
		if (r->work > r->limit)
			return;
	}
	v->cover_at = best.at;
	v->cover_len = best.len;
}

static void
find_covers(struct repeat *r)
{
	struct places piece = {0};

	r->limit = 100 * (uint64_t)r->text.n + 100000000;
	for (size_t i = 0; i < r->n; i++) {
		struct repeat_node *v = &r->node[i];

		if (v->cover_len == REPEAT_UNKNOWN && r->work <= r->limit)
			find_cover(r, v, &piece);
		r->n_unknown += v->cover_len == REPEAT_UNKNOWN;
	}
	free(piece.p);
}

/* ---- the outside ---- */

void
repeat_open(struct repeat *r, const struct repeat_text *text, uint32_t min)
{
	struct walk w = {.r = r, .min = min};

	*r = (struct repeat){.text = *text};
	r->sa = mem_new(text->n, sizeof(*r->sa));
	suffix_sort(text->s, r->sa, text->n, text->k);
	r->rank = mem_new(text->n, sizeof(*r->rank));
	r->lcp = mem_new(text->n + 1, sizeof(*r->lcp));
	suffix_lcp(text->s, r->sa, text->n, REPEAT_STOP, r->rank, r->lcp);
	w.seen = mem_new(text->n_part, sizeof(*w.seen));
	memset(w.seen, 0xFF, text->n_part * sizeof(*w.seen));
	walk_tree(&w);
	free(w.seen);
	link_nodes(r);
	find_covers(r);
	free(r->rank);
	free(r->lcp);
	r->rank = NULL;
	r->lcp = NULL;
}

void
repeat_free(struct repeat *r)
{
	free(r->sa);
	free(r->node);
}

uint32_t
repeat_parent(const struct repeat *r, const struct repeat_node *v, uint32_t len,
    uint32_t *at)
{
	const struct repeat_node *last = &r->node[v->link];

	bool itself = last == v && len == v->len;

	if (last->cover_len > 0 &&
	    (itself || last->cover_len != REPEAT_UNKNOWN)) {
		*at = last->cover_at;
		return last->cover_len;
	}
	if (itself)
		return 0;
	*at = r->sa[v->lb] - (last->len - v->len);
	return last->len;
}
