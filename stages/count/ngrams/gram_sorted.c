#include "gram_sorted.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

enum {
	LINE = 64, /* of cache */
	HUGE_PAGE = 2 << 20
};

void *
gram_new_large(size_t n)
{
	size_t size = n * sizeof(uint64_t);
	size_t align = size < HUGE_PAGE ? LINE : HUGE_PAGE;
	void *p = NULL;

	if (n > (SIZE_MAX - HUGE_PAGE) / sizeof(uint64_t)) {
		errno = ENOMEM;
		die_sys("memory");
	}
	size = (size + align - 1) / align * align;
	if ((errno = posix_memalign(&p, align, size)) != 0)
		die_sys("memory");
	if (align == HUGE_PAGE)
		mem_large(p, size);
	return p;
}

static uint64_t *
room_for(struct gram *g, int i, size_t n)
{
	if (n > g->cap_rec[i]) {
		free(g->rec[i]);
		g->rec[i] = gram_new_large(n);
		g->cap_rec[i] = n;
	}
	return g->rec[i];
}

size_t
gram_ways(size_t n, size_t skips)
{
	size_t w = 1;

	for (size_t k = 1; k < n; k++)
		w = w * (skips + k) / k;
	return w;
}

void
gram_rank_held(struct gram *g, const uint32_t *rank)
{
	uint32_t *map = mem_new((size_t)g->raw->n + 1, sizeof(*map));

	for (uint32_t i = 0; i < g->raw->n; i++)
		map[i + 1] = rank[g->raw->word[i]] + 1;
	for (size_t i = 0; i < g->n; i++)
		g->tok[i] = map[g->tok[i]];
	memset(g->tok + g->n, 0, GRAM_PAD * sizeof(*g->tok));
	free(map);
}

/* Span i of the first n positions. */
static struct gram_stretch
stretch(const struct gram *g, size_t i, size_t n, const uint32_t *part_rank)
{
	size_t to = i + 1 < g->n_span && g->span[i + 1].from < n
	    ? g->span[i + 1].from
	    : n;

	return (struct gram_stretch){.tok = g->tok + g->span[i].from,
	    .n = to - g->span[i].from,
	    .skips = g->opts.skips,
	    .part = part_rank[g->span[i].part]};
}

/* Adds what a stretch of span i has to the sums of its part; without skips a
 * record of k words holds one of each smaller size, too. */
static void
add_totals(struct gram *g, size_t i, size_t hi, const uint64_t *seen)
{
	uint64_t *total = g->total + (size_t)g->span[i].part * GRAM_TOTALS;
	uint64_t sum = 0;

	for (size_t k = hi; k >= (g->opts.skips > 0 ? hi : 1); k--) {
		sum += seen[k];
		total[k] += sum;
	}
}

/* Records of size hi from the spans, one behind the other. */
static void
pack_held(
    struct gram *g, struct gram_sorted *s, size_t n, const uint32_t *part_rank)
{
	size_t hi = s->lay.hi;
	size_t most = n * gram_ways(hi, g->opts.skips) * s->lay.width;
	uint64_t *spare = room_for(g, 1, most);
	uint64_t *r = room_for(g, 0, most);

	for (size_t i = 0; i < g->n_span && g->span[i].from < n; i++) {
		uint64_t seen[GRAM_TOTALS] = {0};
		struct gram_stretch x = stretch(g, i, n, part_rank);

		x.seen = seen;
		r = gram_pack(&s->lay, &x, r);
		add_totals(g, i, hi, seen);
	}
	s->n = (size_t)(r - g->rec[0]) / s->lay.width;
	s->r = radix_sort(g->rec[0], spare, s->n, s->lay.width);
}

/* Records of up to hi words from the spans, heap by heap. */
static void
deal_held(
    struct gram *g, struct gram_sorted *s, size_t n, const uint32_t *part_rank)
{
	struct gram_heaps *h = mem_new(1, sizeof(*h));

	gram_heaps(h, &s->lay);
	for (size_t i = 0; i < g->n_span && g->span[i].from < n; i++) {
		struct gram_stretch x = stretch(g, i, n, part_rank);

		gram_count(h, &s->lay, &x);
	}
	s->n = gram_places(h);
	s->r = room_for(g, 0, s->n * s->lay.width);
	for (size_t i = 0; i < g->n_span && g->span[i].from < n; i++) {
		uint64_t seen[GRAM_TOTALS] = {0};
		struct gram_stretch x = stretch(g, i, n, part_rank);

		x.seen = seen;
		gram_deal(h, &s->lay, &x, s->r);
		add_totals(g, i, s->lay.hi, seen);
	}
	gram_sort(h, &s->lay, s->r, room_for(g, 1, h->most * s->lay.width));
	free(h);
}

void
gram_sort_held(struct gram *g, struct gram_sorted *s, size_t n, size_t hi,
    const uint32_t *part_rank)
{
	gram_lay_out(&s->lay, g->words->n, g->parts->n, hi);
	if (g->opts.skips > 0)
		pack_held(g, s, n, part_rank);
	else
		deal_held(g, s, n, part_rank);
}
