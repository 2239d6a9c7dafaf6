#include "gram.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "gram_sorted.h"
#include "lib/base/mem.h"

enum {
	FIRST = 1 << 16,       /* words held at the start */
	MERGE_ROOM = 64 << 20, /* bytes of buffers while merging */
	LEAST = 1 << 16,       /* records held however little memory */
	RANKED = 100,          /* bytes a word or part takes to be ranked */
	BASE = 3 << 20,        /* bytes of all else */
};

_Static_assert(GRAM_PAD > GRAM_MAX + 9, "a window behind the last word");

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
	size_t each = gram_ways(g->opts.hi, g->opts.skips); /* 64-bit words */
	size_t enough = 2 * (size_t)g->words->n; /* to be worth ranking them */
	size_t most;
	size_t n;

	gram_lay_out(&l, g->words->n, g->parts->n, g->opts.hi);
	each *= l.width;
	n = g->opts.hold / each;
	if (g->opts.memory > 0) {
		most = memory_left(g) /
		    (sizeof(*g->tok) + 2 * each * sizeof(*g->rec[0]));
		enough = enough > LEAST ? enough : LEAST;
		most = most > enough / each ? most : enough / each;
		n = most < n ? most : n;
	}
	return n > least ? n : least;
}

static void
hold(struct gram *g, size_t limit)
{
	size_t cap = g->tok == NULL ? 0 : g->limit + GRAM_PAD;

	g->tok = mem_grow(g->tok, &cap, limit + GRAM_PAD, sizeof(*g->tok));
	mem_large(g->tok, (limit + GRAM_PAD) * sizeof(*g->tok));
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
	    ((size_t)part + 1) * GRAM_TOTALS, sizeof(*g->total));
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
	struct gram_sorted x = {.n = 0};

	gram_rank_held(g, ranks->word);
	g->run = mem_grow(g->run, &g->cap_run,
	    g->n_run + g->opts.hi - g->opts.lo + 1, sizeof(*g->run));
	for (size_t k = g->opts.lo; k <= g->opts.hi; k++) {
		struct run *run = &g->run[g->n_run++];
		struct spill s = {g, ranks, run};

		if (g->opts.skips > 0)
			gram_sort_held(g, &x, n, k, ranks->part);
		else if (k == g->opts.lo)
			gram_sort_held(g, &x, n, g->opts.hi, ranks->part);
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
	uint32_t tail[GRAM_PAD];
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

void
gram_add_all(struct gram *g, const uint32_t *id1, size_t n)
{
	uint32_t last = g->n > 0 ? g->tok[g->n - 1] : 0;
	uint32_t *to = g->tok + g->n;

	if (g->limit - g->n < n) {
		for (size_t i = 0; i < n; i++)
			if (id1[i] == 0)
				gram_break(g);
			else
				gram_add(g, id1[i]);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		*to = id1[i];
		to += (id1[i] | last) != 0;
		last = id1[i];
	}
	g->n = (size_t)(to - g->tok);
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
	size_t at = (size_t)t->ranks->part_order[part] * GRAM_TOTALS + k;
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
	struct gram_sorted x;

	if (g->n == 0)
		return;
	gram_rank_held(g, t->ranks->word);
	gram_sort_held(g, &x, g->n, g->opts.hi, t->ranks->part);
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
