#include "score.h"

#include <string.h>

#include "asked.h"

enum {
	AHEAD = 4, /* words whose features are looked for together */
	/* So far behind a tag is left out: by the word alone; by the words
	 * around too; by their kinds too (bench/README.md) */
	FAR_WORD = 2500,
	FAR_AROUND = 2000,
	FAR_KINDS = 1900
};

/* A word that may have more than one tag. */
struct open_word {
	const struct word **w; /* it, the words around at their places */
	size_t at;             /* its number */
	struct row sum;
};

/* Sentences with two words before each and two behind it. */
struct padded {
	const struct model *m;
	const struct word *w[SCORES * (AROUND + 1 + AROUND)];
	size_t n_w;
	struct open_word open[SCORES];
	size_t n;
};

static bool
is_several(uint32_t may)
{
	return (may & (may - 1)) != 0;
}

/* Tags that are not far behind the best one. */
static uint32_t
near(const struct row *sum, uint32_t may, int32_t far)
{
	int32_t best = INT32_MIN;
	uint32_t is = 0;

	for (uint32_t left = may; left != 0; left &= left - 1) {
		int32_t v = sum->v[__builtin_ctz(left)];

		best = v > best ? v : best;
	}
	for (uint32_t left = may; left != 0; left &= left - 1) {
		int tag = __builtin_ctz(left);

		is |= (uint32_t)(best - sum->v[tag] < far) << tag;
	}
	return is;
}

void
score_word(struct word *w)
{
	for (size_t first = 0; first < 2; first++)
		w->near[first] = near(&w->own[first], w->may, FAR_WORD);
}

/* A sentence, with what surrounds it. */
static const struct word **
pad(struct padded *p, const struct words *ws, const struct word *const *w,
    size_t n)
{
	const struct word **to = p->w + p->n_w;

	for (size_t i = 0; i < AROUND; i++) {
		to[i] = &ws->edge[0];
		to[AROUND + n + i] = &ws->edge[1];
	}
	for (size_t i = 0; i < n; i++)
		to[AROUND + i] = w[i];
	p->n_w += AROUND + n + AROUND;
	return to;
}

/* By the word alone; before a pronoun that is joined to it, it is a verb if it
 * may be one: Marche-t-il ? */
static uint32_t
may_here(const struct word *const *w, bool first)
{
	return w[1]->joined && w[0]->verb != 0 ? w[0]->verb : w[0]->near[first];
}

/* By each word alone, and those around at their places. */
static void
add_words(struct padded *p, const struct word **w, size_t from, size_t n,
    struct place *place)
{
	for (size_t i = 0; i < n; i++, w++) {
		struct open_word *to = &p->open[p->n];
		bool first = words_first(w + AROUND - i, i);
		uint32_t may = may_here(w + AROUND, first);

		if (is_several(may)) {
			const struct row *const around[] = {&w[2]->own[first],
			    &w[0]->beside->sum[0], &w[1]->beside->sum[1],
			    &w[3]->beside->sum[2], &w[4]->beside->sum[3]};

			row_sum(&to->sum, around, WINDOW);
			may = near(&to->sum, may, FAR_AROUND);
		}
		place[from + i].may = may;
		place[from + i].sum[__builtin_ctz(may)] = 0;
		to->w = w;
		to->at = from + i;
		p->n += is_several(may);
	}
}

/* What several words say together, of their kinds or of all else. */
typedef size_t keys(uint64_t *key, const struct window *w);

static inline void
ask(const struct model *m, const struct word **w, keys *of, struct asked *x)
{
	struct window window;

	for (size_t k = 0; k < WINDOW; k++)
		window.at[k] = &w[k]->atoms;
	x->n = of(x->key, &window);
	memset(x->of, 0, x->n);
	asked_open(x, m);
}

static void
add_several(struct padded *p, keys *of)
{
	static struct asked asked[AHEAD];

	for (size_t i = 0; i < p->n + AHEAD - 1; i++) {
		if (i < p->n)
			ask(p->m, p->open[i].w, of, &asked[i % AHEAD]);
		if (i >= 1 && i - 1 < p->n)
			asked_sift(&asked[(i - 1) % AHEAD], p->m);
		if (i >= 2 && i - 2 < p->n)
			asked_find(&asked[(i - 2) % AHEAD], p->m);
		if (i >= 3)
			asked_sum(
			    &asked[(i - 3) % AHEAD], p->m, &p->open[i - 3].sum);
	}
}

/* Leaves words out that have one tag now. */
static void
leave(struct padded *p, struct place *place)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct place *to = &place[p->open[i].at];

		to->may = near(&p->open[i].sum, to->may, FAR_KINDS);
		to->sum[__builtin_ctz(to->may)] = 0;
		p->open[n] = p->open[i];
		n += is_several(to->may);
	}
	p->n = n;
}

void
score_sentences(const struct words *ws, const struct word *const *w,
    const size_t *end, size_t n_end, struct place *place)
{
	static struct padded p;
	size_t from = 0;

	p.m = ws->model;
	p.n_w = 0;
	p.n = 0;
	for (size_t k = 0; k < n_end; k++) {
		size_t n = end[k] - from;

		add_words(&p, pad(&p, ws, w + from, n), from, n, place);
		from = end[k];
	}
	add_several(&p, template_kinds);
	leave(&p, place);
	add_several(&p, template_any);
	for (size_t i = 0; i < p.n; i++)
		for (size_t t = 0; t < TAGS; t++)
			place[p.open[i].at].sum[t] = p.open[i].sum.v[t];
}
