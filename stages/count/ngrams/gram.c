#include "gram.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

enum {
	TOTALS = GRAM_MAX + 1, /* a part, by size */
	PAD = 32,              /* elements of tok behind limit */
	FIRST = 1 << 16,       /* words held at the start */
	HUGE_PAGE = 2 << 20,
	MERGE_ROOM = 64 << 20, /* bytes of buffers while merging */
	LEAST = 1 << 16,       /* records held however little memory */
	RANKED = 100,          /* bytes a word or part takes to be ranked */
	BASE = 3 << 20,        /* bytes of all else */
};

_Static_assert(PAD > GRAM_MAX + 9, "a window behind the last word");

/* Large pages, where the system gives them: fewer faults, and the targets of
 * a radix pass stay within the TLB. */
static void
ask_large(void *p, size_t size)
{
#ifdef MADV_HUGEPAGE
	uintptr_t from = (uintptr_t)p;
	size_t off = (HUGE_PAGE - from % HUGE_PAGE) % HUGE_PAGE;

	if (size > off) /* only speed: may fail */
		(void)madvise((char *)p + off, size - off, MADV_HUGEPAGE);
#else
	(void)p;
	(void)size;
#endif
}

static uint64_t *
big_array(size_t n)
{
	size_t size = n * sizeof(uint64_t);
	void *p = NULL;

	if (n > (SIZE_MAX - HUGE_PAGE) / sizeof(uint64_t)) {
		errno = ENOMEM;
		die_sys("memory");
	}
	size = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
	if ((errno = posix_memalign(&p, HUGE_PAGE, size)) != 0)
		die_sys("memory");
	ask_large(p, size);
	return p;
}

static uint64_t *
room_for(struct gram *g, int i, size_t n)
{
	if (n > g->cap_rec[i]) {
		free(g->rec[i]);
		g->rec[i] = big_array(n);
		g->cap_rec[i] = n;
	}
	return g->rec[i];
}

/* Ways to place n words over the positions that the skips allow. */
static size_t
ways(size_t n, size_t skips)
{
	size_t w = 1;

	for (size_t k = 1; k < n; k++)
		w = w * (skips + k) / k;
	return w;
}

/* Of opts.memory, what is left for words and records.  The distinct words take
 * theirs first; they may still grow: half as much again, and a quarter of all
 * is theirs anyway. */
static size_t
memory_left(const struct gram *g)
{
	size_t types = intern_memory(g->words) * 3 +
	    ((size_t)g->words->n + g->parts->n) * RANKED + BASE;
	size_t quarter = g->opts.memory / 4;

	if (types < quarter)
		types = quarter;
	return g->opts.memory > types ? g->opts.memory - types : 0;
}

/* Words to hold so that their records stay in bounds. */
static size_t
most_held(const struct gram *g)
{
	struct gram_layout l;
	size_t least = 4 * (g->opts.hi + g->opts.skips);
	size_t each = ways(g->opts.hi, g->opts.skips); /* 64-bit words */
	size_t most;
	size_t n;

	gram_lay_out(&l, g->words->n, g->parts->n, g->opts.hi);
	each *= l.width;
	n = g->opts.hold / each;
	if (g->opts.memory > 0) {
		most = memory_left(g) /
		    (sizeof(*g->tok) + 2 * each * sizeof(*g->rec[0]));
		most = most > LEAST / each ? most : LEAST / each;
		n = most < n ? most : n;
	}
	return n > least ? n : least;
}

static void
hold(struct gram *g, size_t limit)
{
	size_t cap = g->tok == NULL ? 0 : g->limit + PAD;

	g->tok = mem_grow(g->tok, &cap, limit + PAD, sizeof(*g->tok));
	ask_large(g->tok, (limit + PAD) * sizeof(*g->tok));
	g->limit = limit;
}

void
gram_open(struct gram *g, const struct gram_opts *opts)
{
	size_t limit;

	g->opts = *opts;
	limit = most_held(g);
	hold(g, limit < FIRST ? limit : FIRST);
	runs_open(&g->runs);
}

void
gram_part(struct gram *g, uint32_t part)
{
	size_t old = g->cap_total;

	if (g->n_span > 0 && g->span[g->n_span - 1].part == part)
		return;
	g->span =
	    mem_grow(g->span, &g->cap_span, g->n_span + 1, sizeof(*g->span));
	g->span[g->n_span++] = (struct gram_span){g->n, part};
	g->total = mem_grow(g->total, &g->cap_total,
	    ((size_t)part + 1) * TOTALS, sizeof(*g->total));
	memset(g->total + old, 0, (g->cap_total - old) * sizeof(*g->total));
}

void
gram_rank(const struct gram *g, struct gram_ranks *ranks)
{
	intern_rank(g->words, &ranks->word, &ranks->word_order);
	intern_rank(g->parts, &ranks->part, &ranks->part_order);
}

void
gram_rank_free(struct gram_ranks *ranks)
{
	free(ranks->word);
	free(ranks->word_order);
	free(ranks->part);
	free(ranks->part_order);
}

/* ---- sorted records of the words held ---- */

/* Raw numbers + 1 to ranks + 1, in place; 0 stays. */
static void
rank_held(struct gram *g, const uint32_t *rank)
{
	uint32_t *map = mem_new((size_t)g->raw->n + 1, sizeof(*map));

	for (uint32_t i = 0; i < g->raw->n; i++)
		map[i + 1] = rank[g->raw->word[i]] + 1;
	for (size_t i = 0; i < g->n; i++)
		g->tok[i] = map[g->tok[i]];
	memset(g->tok + g->n, 0, PAD * sizeof(*g->tok));
	free(map);
}

/* What gram_scan() and each() are to see of some records. */
struct sorted {
	struct gram_layout lay;
	uint64_t *r;
	size_t n;
};

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
	uint64_t *total = g->total + (size_t)g->span[i].part * TOTALS;
	uint64_t sum = 0;

	for (size_t k = hi; k >= (g->opts.skips > 0 ? hi : 1); k--) {
		sum += seen[k];
		total[k] += sum;
	}
}

/* Records of size hi from the spans, one behind the other. */
static void
pack_held(struct gram *g, struct sorted *s, size_t n, const uint32_t *part_rank)
{
	size_t hi = s->lay.hi;
	size_t most = n * ways(hi, g->opts.skips) * s->lay.width;
	uint64_t *spare = room_for(g, 1, most);
	uint64_t *r = room_for(g, 0, most);

	for (size_t i = 0; i < g->n_span && g->span[i].from < n; i++) {
		uint64_t seen[TOTALS] = {0};
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
deal_held(struct gram *g, struct sorted *s, size_t n, const uint32_t *part_rank)
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
		uint64_t seen[TOTALS] = {0};
		struct gram_stretch x = stretch(g, i, n, part_rank);

		x.seen = seen;
		gram_deal(h, &s->lay, &x, s->r);
		add_totals(g, i, s->lay.hi, seen);
	}
	gram_sort(h, &s->lay, s->r, room_for(g, 1, h->most * s->lay.width));
	free(h);
}

/* Sorted records from the first n positions, for sizes lo..hi, or with skips
 * for size hi; sums them up into g->total. */
static void
sort_held(struct gram *g, struct sorted *s, size_t n, size_t hi,
    const uint32_t *part_rank)
{
	gram_lay_out(&s->lay, g->words->n, g->parts->n, hi);
	if (g->opts.skips > 0)
		pack_held(g, s, n, part_rank);
	else
		deal_held(g, s, n, part_rank);
}

/* ---- spilling ---- */

struct spill {
	struct gram *g;
	const struct gram_ranks *ranks;
	struct run *run;
};

static void
put_row(void *arg, const struct gram_row *row)
{
	const struct spill *s = arg;
	uint32_t key[RUNS_KEY];

	key[0] = s->ranks->part_order[row->part];
	for (size_t k = 0; k < row->n; k++)
		key[k + 1] = s->ranks->word_order[row->word[k]];
	runs_put(&s->g->runs, s->run, key, row->n + 1, row->freq);
}

/* The n-grams that begin at the first n positions, as one run a size. */
static void
spill(struct gram *g, size_t n, const struct gram_ranks *ranks)
{
	struct sorted x = {.n = 0};

	rank_held(g, ranks->word);
	g->run = mem_grow(g->run, &g->cap_run,
	    g->n_run + g->opts.hi - g->opts.lo + 1, sizeof(*g->run));
	for (size_t k = g->opts.lo; k <= g->opts.hi; k++) {
		struct run *run = &g->run[g->n_run++];
		struct spill s = {g, ranks, run};

		if (g->opts.skips > 0)
			sort_held(g, &x, n, k, ranks->part);
		else if (k == g->opts.lo)
			sort_held(g, &x, n, g->opts.hi, ranks->part);
		*run = runs_begin(&g->runs);
		gram_scan(
		    &x.lay, &(struct gram_scan){x.r, x.n, k, put_row, &s});
	}
}

/* The words held are spilled but for the last, which may begin n-grams that
 * go on in the words to come. */
static void
spill_most(struct gram *g, size_t most)
{
	uint32_t tail[PAD];
	size_t keep = g->opts.hi + g->opts.skips - 1;
	size_t done = g->n - keep;
	size_t last = 0;
	struct gram_ranks ranks;

	memcpy(tail, g->tok + done, keep * sizeof(*tail));
	gram_rank(g, &ranks);
	spill(g, done, &ranks);
	gram_rank_free(&ranks);
	memcpy(g->tok, tail, keep * sizeof(*tail));
	g->n = keep;
	if (g->limit > most)
		g->limit = most > 2 * keep ? most : 2 * keep;
	for (size_t i = 0; i < g->n_span; i++)
		if (g->span[i].from <= done)
			last = i;
	for (size_t i = last; i < g->n_span; i++) {
		g->span[i - last].part = g->span[i].part;
		g->span[i - last].from = i == last ? 0 : g->span[i].from - done;
	}
	g->n_span -= last;
}

void
gram_full(struct gram *g)
{
	size_t most = most_held(g);

	/* pages that are not touched cost nothing, moving does */
	if (g->limit >= most)
		spill_most(g, most);
	else
		hold(g, most / 64 > g->limit ? g->limit * 16 : most);
}

/* ---- the end ---- */

struct target {
	gram_each *each;
	void *arg;
	const struct gram_ranks *ranks;
};

static void
give_sum(const struct gram *g, const struct target *t, uint32_t part, size_t k)
{
	size_t at = (size_t)t->ranks->part_order[part] * TOTALS + k;
	struct gram_row row = {.part = part, .n = k};

	if (at < g->cap_total)
		row.freq = g->total[at];
	if (row.freq > 0)
		t->each(t->arg, &row);
}

/* All from the records in memory. */
static void
give_held(struct gram *g, const struct target *t)
{
	struct sorted x;

	if (g->n == 0)
		return;
	rank_held(g, t->ranks->word);
	sort_held(g, &x, g->n, g->opts.hi, t->ranks->part);
	for (size_t from = 0; from < x.n;) {
		struct gram_scan s = {.r = x.r + from * x.lay.width,
		    .each = t->each,
		    .arg = t->arg};
		uint32_t part = gram_part_of(&x.lay, s.r);

		s.n = gram_same_part(&x.lay, s.r, x.n - from);
		for (s.k = g->opts.lo; s.k <= g->opts.hi; s.k++) {
			give_sum(g, t, part, s.k);
			gram_scan(&x.lay, &s);
		}
		from += s.n;
	}
}

static void
open_merge(
    struct gram *g, const struct target *t, size_t k, struct runs_merge *m)
{
	size_t n_size = g->opts.hi - g->opts.lo + 1;
	size_t n = g->n_run / n_size;
	struct run *run = mem_new(n, sizeof(*run));
	size_t room = MERGE_ROOM;

	for (size_t i = 0; i < n; i++)
		run[i] = g->run[i * n_size + k - g->opts.lo];
	if (g->opts.memory > 0 && memory_left(g) / 2 < room)
		room = memory_left(g) / 2;
	*m = (struct runs_merge){.n_key = k + 1};
	m->map[0] = t->ranks->part;
	for (size_t i = 1; i <= k; i++)
		m->map[i] = t->ranks->word;
	runs_merge(m, &g->runs, run, n, room / n_size);
	free(run);
}

static void
give_part(struct runs_merge *m, const struct target *t, uint32_t part)
{
	struct gram_row row = {
	    .part = part, .n = m->n_key - 1, .word = m->key + 1};
	uint32_t next;

	while (runs_peek(m, &next) && next == part) {
		(void)runs_next(m);
		row.freq = m->freq;
		t->each(t->arg, &row);
	}
}

/* The rest becomes the last run, then all runs are read together. */
static void
give_merged(struct gram *g, const struct target *t)
{
	struct runs_merge m[GRAM_MAX];
	size_t lo = g->opts.lo;
	size_t hi = g->opts.hi;

	spill(g, g->n, t->ranks);
	for (int i = 0; i < 2; i++) {
		free(g->rec[i]);
		g->rec[i] = NULL;
	}
	free(g->tok);
	g->tok = NULL;
	for (size_t k = lo; k <= hi; k++)
		open_merge(g, t, k, &m[k - lo]);
	for (uint32_t part = 0; part < g->parts->n; part++)
		for (size_t k = lo; k <= hi; k++) {
			give_sum(g, t, part, k);
			give_part(&m[k - lo], t, part);
		}
	for (size_t k = lo; k <= hi; k++)
		runs_merge_free(&m[k - lo]);
}

void
gram_finish(
    struct gram *g, const struct gram_ranks *ranks, gram_each *each, void *arg)
{
	struct target t = {each, arg, ranks};
	bool one_sort = g->opts.skips == 0 || g->opts.lo == g->opts.hi;

	/* with skips each size has its own records: the file keeps them */
	if (g->n_run == 0 && one_sort)
		give_held(g, &t);
	else
		give_merged(g, &t);
}

void
gram_free(struct gram *g)
{
	free(g->rec[0]);
	free(g->rec[1]);
	free(g->tok);
	free(g->span);
	free(g->total);
	free(g->run);
	runs_close(&g->runs);
}
