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

/* A sentence with two words before it and two behind it. */
struct padded {
	const struct model *m;
	const struct word *w[AROUND + SENTENCE + AROUND];
	/* places of words that may have more than one tag, and their sums */
	size_t at[SENTENCE];
	struct row sum[SENTENCE];
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

/* By each word alone, and those around at their places. */
static void
add_words(struct padded *p, const struct word *const *w, size_t n,
    struct place *place)
{
	for (size_t i = 0; i < n; i++) {
		bool first = words_first(w, i);
		uint32_t may = w[i]->near[first];

		if (is_several(may)) {
			const struct word *const *x = p->w + i;
			const struct row *const around[] = {&w[i]->own[first],
			    &x[0]->beside->sum[0], &x[1]->beside->sum[1],
			    &x[3]->beside->sum[2], &x[4]->beside->sum[3]};

			row_sum(&p->sum[p->n], around, WINDOW);
			may = near(&p->sum[p->n], may, FAR_AROUND);
		}
		place[i].may = may;
		place[i].sum[__builtin_ctz(may)] = 0;
		p->at[p->n] = i;
		p->n += is_several(may);
	}
}

/* What several words say together, of their kinds or of all else. */
typedef size_t keys(uint64_t *key, const struct window *w);

static inline void
ask(const struct padded *p, size_t i, keys *of, struct asked *x)
{
	struct window w;

	for (size_t k = 0; k < WINDOW; k++)
		w.at[k] = &p->w[i + k]->atoms;
	x->n = of(x->key, &w);
	memset(x->of, 0, x->n);
	asked_open(x, p->m);
}

static void
add_several(struct padded *p, keys *of)
{
	static struct asked asked[AHEAD];

	for (size_t i = 0; i < p->n + AHEAD - 1; i++) {
		if (i < p->n)
			ask(p, p->at[i], of, &asked[i % AHEAD]);
		if (i >= 1 && i - 1 < p->n)
			asked_sift(&asked[(i - 1) % AHEAD], p->m);
		if (i >= 2 && i - 2 < p->n)
			asked_find(&asked[(i - 2) % AHEAD], p->m);
		if (i >= 3)
			asked_sum(&asked[(i - 3) % AHEAD], p->m, &p->sum[i - 3]);
	}
}

/* Leaves words out that have one tag now. */
static void
leave(struct padded *p, struct place *place)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		size_t at = p->at[i];

		place[at].may = near(&p->sum[i], place[at].may, FAR_KINDS);
		place[at].sum[__builtin_ctz(place[at].may)] = 0;
		p->at[n] = at;
		p->sum[n] = p->sum[i];
		n += is_several(place[at].may);
	}
	p->n = n;
}

void
score_sentence(const struct words *ws, const struct word *const *w, size_t n,
    struct place *place)
{
	static struct padded p;

	p.m = ws->model;
	p.n = 0;
	for (size_t i = 0; i < AROUND; i++) {
		p.w[i] = &ws->edge[0];
		p.w[AROUND + n + i] = &ws->edge[1];
	}
	memcpy(p.w + AROUND, w, n * sizeof(*w));
	add_words(&p, w, n, place);
	add_several(&p, template_kinds);
	leave(&p, place);
	add_several(&p, template_any);
	for (size_t i = 0; i < p.n; i++)
		for (size_t t = 0; t < TAGS; t++)
			place[p.at[i]].sum[t] = p.sum[i].v[t];
}
