#include "all_pairs.h"

#include <inttypes.h>
#include <stdlib.h>

#include "communities.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "network.h"
#include "order.h"

enum {
	ROW = 144 /* bytes that a row takes with its test and sorting */
};

/* The words that pairs are made of, by number; freq by rank. */
static bool *
choose_words(const struct cooc *c, const struct cooc_stream *s,
    const struct opts *o, uint64_t *freq)
{
	bool *kept = mem_new(s->t.types.n, sizeof(*kept));
	uint64_t n_left;

	for (uint32_t k = 0; k < s->t.types.n; k++) {
		freq[c->rank[k]] = s->pairs.word[k].freq;
		kept[k] = !s->hidden[k] && s->pairs.word[k].freq >= o->min_freq;
	}
	n_left = cooc_most_frequent(c, freq, kept, o->max_words);
	if (n_left > 0)
		note("words left out: %" PRIu64 " (-n)", n_left);
	return kept;
}

/* The pairs of the words kept alone: of few words they are few. */
static void
count_late(struct pairs *p, const struct ties *t, const bool *kept)
{
	for (size_t i = 0; i < t->n; i++)
		if (kept[t->token[i].word])
			pairs_late(p, t->token[i].at, t->token[i].word);
	pairs_late_end(p);
}

/* The next pair of words kept, as ranks in order. */
static bool
next_pair(struct pairs *p, const struct cooc *c, const struct opts *o,
    const bool *kept, struct cooc_row *r)
{
	uint64_t key;

	while (pairs_next(p, &key, &r->f)) {
		uint32_t a = (uint32_t)(key >> 32);
		uint32_t b = (uint32_t)key;

		if (!kept[a] || !kept[b] || r->f < o->min)
			continue;
		a = c->rank[a];
		b = c->rank[b];
		r->a = a < b ? a : b;
		r->b = a < b ? b : a;
		return true;
	}
	return false;
}

/* The margins; the number of pairs that could have been so frequent. */
static uint64_t
add_margins(struct cooc *c, const struct pairs *p, const struct opts *o,
    const bool *kept)
{
	uint64_t n = 0;

	c->T = p->T;
	for (uint32_t k = 0; k < p->n_word; k++) {
		c->F[c->rank[k]] = p->word[k].margin;
		n += kept[k] && p->word[k].margin >= o->min;
	}
	return n > 0 ? n * (n - 1) / 2 : 0;
}

/* All pairs become rows; refused, where they do not fit into the memory. */
static void
add_pairs(
    struct cooc *c, struct pairs *p, const struct opts *o, const bool *kept)
{
	size_t max = o->what.memory / ROW;
	struct cooc_row r;
	size_t n = 0;

	for (; next_pair(p, c, o, kept, &r); n++)
		if (o->what.memory == 0 || n < max)
			cooc_add(c, r.a, r.b, r.f);
	if (c->n == n)
		return;
	mem_over(n * ROW,
	    "ask for more occurrences (-m, -F), fewer words (-n) or counts "
	    "(-f counts)");
}

/* The pairs as a count table, put in order beyond memory where need be. */
static void
put_counts(const struct cooc *c, struct pairs *p, const struct opts *o,
    const bool *kept, struct out *out)
{
	struct order x;
	struct cooc_row r;

	order_open(&x, c->words->n, o->what.memory - o->what.memory / 2);
	while (next_pair(p, c, o, kept, &r))
		order_add(&x, (uint64_t)r.a << 32 | r.b, r.f);
	order_finish(&x);
	cooc_put_counts(c, kept, &x, out);
	order_close(&x);
}

static void
put_pairs(const struct cooc *c, struct out *o)
{
	cooc_put_head(c, o);
	cooc_put_more_head(c, o);
	out_ch(o, '\n');
	for (size_t i = 0; i < c->n; i++) {
		cooc_put_row(c, o, &c->row[i]);
		cooc_put_more(c, o, &c->row[i]);
		out_ch(o, '\n');
	}
}

static void
put_communities(
    const struct opts *o, const struct cooc *c, const uint64_t *freq)
{
	struct aside list;

	aside_open(&list, o->prefix, ".communities.tsv");
	communities_write(c, freq, &list.out);
	aside_close(&list);
	aside_rename(&list);
}

static void
put_rows(const struct opts *o, const struct cooc *c, const uint64_t *freq,
    struct out *out)
{
	if (o->format == TABLE)
		put_pairs(c, out);
	else if (o->format == EDGES)
		network_put_edges(c, out);
	else if (o->format == GRAPHML)
		network_put_graphml(c, freq, out);
	else
		communities_write(c, freq, out);
}

/* The family is that of q: of all pairs those shown were chosen by what the
 * same speeches say. */
static void
ask_speeches(struct cooc *c, const struct cooc_stream *s, uint64_t family)
{
	ties_test(&s->ties, c);
	cooc_test_speeches(c, family);
	note("pairs tested by speech: %" PRIu64 " of a family of %" PRIu64,
	    c->n_by_speech, family);
}

void
all_pairs(const struct opts *o, struct cooc_stream *s)
{
	struct cooc c = {.pairs = true,
	    .by_speech = o->what.by_speech,
	    .by = o->by,
	    .measures = o->measures};
	uint64_t *freq = mem_new(s->t.types.n, sizeof(*freq));
	uint64_t family;
	bool *kept;
	struct out out;

	cooc_open(&c, &s->t.types);
	kept = choose_words(&c, s, o, freq);
	family = add_margins(&c, &s->pairs, o, kept);
	if (o->what.late)
		count_late(&s->pairs, &s->ties, kept);
	if (o->format != COUNTS)
		add_pairs(&c, &s->pairs, o, kept);
	out_stdout(&out);
	if (o->format == COUNTS)
		put_counts(&c, &s->pairs, o, kept, &out);
	else {
		cooc_finish(&c, family, o->min);
		note("pairs: %zu; the family of tests: %" PRIu64, c.n, family);
		if (o->tree)
			note("trees: %" PRIu32, network_tree(&c));
		if (c.by_speech)
			ask_speeches(&c, s, family);
		put_rows(o, &c, freq, &out);
	}
	if (o->prefix != NULL)
		put_communities(o, &c, freq);
	out_close(&out);
	free(kept);
	free(freq);
	cooc_free(&c);
}
