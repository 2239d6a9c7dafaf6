/* Segments that stand at several places of a longer one. */
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"
#include "repeat.h"

/* Positions, each below 2^32, in rising order. */
struct places {
	uint64_t *p;
	size_t n;
	size_t cap;
	uint64_t *spare; /* room to sort in */
	size_t cap_spare;
};

static void
free_places(struct places *v)
{
	free(v->p);
	free(v->spare);
}

static void
take_places(struct repeat *r, struct places *v, uint32_t lb, uint32_t size)
{
	v->p = mem_grow(v->p, &v->cap, size, sizeof(*v->p));
	v->spare = mem_grow(v->spare, &v->cap_spare, size, sizeof(*v->spare));
	v->n = size;
	for (uint32_t i = 0; i < size; i++)
		v->p[i] = repeat_at(r, lb + i);
	if (radix_sort(v->p, v->spare, size, 1) != v->p) {
		uint64_t *sorted = v->spare;
		size_t cap = v->cap_spare;

		v->spare = v->p;
		v->cap_spare = v->cap;
		v->p = sorted;
		v->cap = cap;
	}
	r->work += size;
}

/* Lies every piece of `short_len` words within one of the `len`? */
static bool
covers(const struct places *piece, uint32_t short_len,
    const struct places *whole, uint32_t len)
{
	size_t k = 0;

	for (size_t i = 0; i < piece->n; i++) {
		uint64_t p = piece->p[i];

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
	uint32_t a = repeat_rank(r, c->at);
	uint32_t b = a;

	while (repeat_lcp(r, a) >= c->len)
		a--;
	while (repeat_lcp(r, b + 1) >= c->len)
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

	c->len = repeat_longest(r, c->at);
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
		a = repeat_lcp(r, c->lb);
		b = repeat_lcp(r, c->lb + c->size);
		c->len = a > b ? a : b;
	}
	free_places(&whole);
	return found;
}

/* The first position whose longest repeated segment reaches `end`: the ends
 * of these segments never fall. */
static uint32_t
first_reaching(struct repeat *r, uint32_t at, uint32_t end)
{
	uint32_t lo = 0;

	while (lo < at) {
		uint32_t mid = lo + (at - lo) / 2;

		if (mid + repeat_longest(r, mid) >= end)
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
	first = (uint32_t)piece->p[0];
	end = (uint32_t)piece->p[1] + v->len;
	last = first + repeat_longest(r, first);
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

/* ---- all of them ---- */

static int
by_len(const void *a, const void *b)
{
	const struct repeat_cover *x = a;
	const struct repeat_cover *y = b;

	if (x->len != y->len)
		return x->len < y->len ? -1 : 1;
	return (x->lb > y->lb) - (x->lb < y->lb);
}

/* Of a far text it goes back to its place, and among those that other nodes
 * are to find. */
static void
keep_cover(struct repeat *r, uint32_t i, const struct repeat_node *v)
{
	if (r->text.far == NULL) {
		r->node[i] = *v;
		return;
	}
	spool_set(&r->nodes, (uint64_t)i * sizeof(*v), v, sizeof(*v));
	if (v->cover_len == 0 || v->cover_len == REPEAT_UNKNOWN)
		return;
	r->cover = mem_grow(
	    r->cover, &r->cap_cover, r->n_cover + 1, sizeof(*r->cover));
	r->cover[r->n_cover++] = (struct repeat_cover){
	    v->len, v->lb, v->size, v->cover_at, v->cover_len};
}

void
cover_all(struct repeat *r)
{
	struct places piece = {0};

	r->limit = 100 * (uint64_t)r->text.n + 100000000;
	for (uint32_t i = 0; i < r->n; i++) {
		struct repeat_node v = repeat_node(r, i, false);

		if (v.cover_len == 0)
			continue;
		if (r->work <= r->limit) {
			find_cover(r, &v, &piece);
			keep_cover(r, i, &v);
		}
		r->n_unknown += v.cover_len == REPEAT_UNKNOWN;
	}
	free_places(&piece);
	if (r->n_cover > 0)
		qsort(r->cover, r->n_cover, sizeof(*r->cover), by_len);
}

void
cover_look(struct repeat *r, struct repeat_node *v)
{
	struct repeat_cover key = {.len = v->len + v->back};
	size_t lo = 0;
	size_t hi = r->n_cover;

	if (hi == 0)
		return;
	key.lb = repeat_rank(r, v->at - v->back);
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (by_len(&r->cover[mid], &key) <= 0)
			lo = mid;
		else
			hi = mid;
	}
	if (r->cover[lo].len != key.len || r->cover[lo].lb > key.lb ||
	    r->cover[lo].lb + r->cover[lo].size <= key.lb)
		return;
	v->cover_at = r->cover[lo].cover_at;
	v->cover_len = r->cover[lo].cover_len;
}
