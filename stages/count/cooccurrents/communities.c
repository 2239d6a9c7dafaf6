#include "communities.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "stat_louvain.h"

struct member {
	uint32_t rank;
	uint32_t group;
	uint32_t edges;
	double weight; /* of its edges */
	double inside; /* of those to its own group */
	double whole;  /* of the group: sum of its words' weights */
};

struct network {
	struct stat_edge *edge;
	size_t n_edge;
	struct member *word; /* those with an edge, by rank */
	uint32_t n;
};

/* Falling weight of the groups, the first word where equal; in a group those
 * that hold it together first. */
static int
by_group(const void *a, const void *b)
{
	const struct member *x = a;
	const struct member *y = b;

	if (x->group != y->group) {
		if (x->whole != y->whole)
			return x->whole > y->whole ? -1 : 1;
		return x->group < y->group ? -1 : 1;
	}
	if (x->inside != y->inside)
		return x->inside > y->inside ? -1 : 1;
	return (x->rank > y->rank) - (x->rank < y->rank);
}

/* The edges, with the words that have one numbered by rank. */
static void
network_open(struct network *w, const struct cooc *c)
{
	uint32_t *number = mem_new(c->words->n, sizeof(*number));

	*w = (struct network){.edge = mem_new(c->n, sizeof(*w->edge)),
	    .word = mem_new(c->words->n, sizeof(*w->word))};
	for (size_t i = 0; i < c->n; i++)
		if (c->row[i].weight > 0) {
			number[c->row[i].a] = 1;
			number[c->row[i].b] = 1;
		}
	for (uint32_t k = 0; k < c->words->n; k++)
		if (number[k] > 0) {
			number[k] = w->n;
			w->word[w->n++].rank = k;
		}
	for (size_t i = 0; i < c->n; i++)
		if (c->row[i].weight > 0)
			w->edge[w->n_edge++] =
			    (struct stat_edge){number[c->row[i].a],
				number[c->row[i].b], c->row[i].weight};
	free(number);
}

static void
add_weights(struct network *w, uint32_t n_group)
{
	double *whole = mem_new(n_group, sizeof(*whole));

	for (size_t i = 0; i < w->n_edge; i++) {
		const struct stat_edge *e = &w->edge[i];
		struct member *a = &w->word[e->a];
		struct member *b = &w->word[e->b];
		double inside = a->group == b->group ? e->weight : 0;

		a->edges++;
		b->edges++;
		a->weight += e->weight;
		b->weight += e->weight;
		a->inside += inside;
		b->inside += inside;
		whole[a->group] += e->weight;
		whole[b->group] += e->weight;
	}
	for (uint32_t k = 0; k < w->n; k++)
		w->word[k].whole = whole[w->word[k].group];
	free(whole);
}

static void
put_words(const struct cooc *c, const struct network *w, const uint64_t *freq,
    struct out *o)
{
	uint32_t group = 0;

	out_str(o, "community\tterm\tfreq\tedges\tweight\tinside\n");
	for (uint32_t k = 0; k < w->n; k++) {
		const struct member *m = &w->word[k];

		group += k == 0 || m->group != w->word[k - 1].group;
		out_u64(o, group);
		out_ch(o, '\t');
		cooc_put_word(c, o, m->rank);
		out_ch(o, '\t');
		out_u64(o, freq[m->rank]);
		out_ch(o, '\t');
		out_u64(o, m->edges);
		out_tab_real(o, m->weight);
		out_tab_real(o, m->inside / m->weight);
		out_ch(o, '\n');
	}
}

void
communities_write(const struct cooc *c, const uint64_t *freq, struct out *o)
{
	struct network w;
	uint32_t *group;
	uint32_t n_group;

	network_open(&w, c);
	group = mem_new(w.n, sizeof(*group));
	n_group = stat_louvain(w.edge, w.n_edge, w.n, group);
	for (uint32_t k = 0; k < w.n; k++)
		w.word[k].group = group[k];
	if (w.n > 0)
		note("communities: %" PRIu32 "; modularity: %.3g", n_group,
		    stat_modularity(w.edge, w.n_edge, w.n, group));
	add_weights(&w, n_group);
	if (w.n > 0)
		qsort(w.word, w.n, sizeof(*w.word), by_group);
	put_words(c, &w, freq, o);
	free(group);
	free(w.edge);
	free(w.word);
}
