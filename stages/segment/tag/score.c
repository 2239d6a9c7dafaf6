#include "score.h"

#include <stdlib.h>
#include <string.h>

#include "asked.h"

enum {
	AHEAD = 4, /* words whose features are looked for together */
	TRIOS_AHEAD = 8,
	TRIOS = 16, /* bits: 8 MB */
	/* So far behind a tag is left out: by the word alone; by the words
	 * around too; by their kinds too (bench/README.md) */
	FAR_WORD = 2500,
	FAR_AROUND = 2000,
	FAR_KINDS = 1900
};

/* A sentence with two words before it and two behind it. */
struct padded {
	const struct word *w[AROUND + SENTENCE + AROUND];
	uint64_t key[AROUND + SENTENCE + AROUND]; /* of the trio from it on */
	size_t at[SENTENCE]; /* words that may have more than one tag */
	struct row sum[SENTENCE];
	size_t n_at;
};

void
scorer_open(struct scorer *s, const struct words *ws)
{
	*s = (struct scorer){.words = ws};
	s->trio = mem_new((size_t)1 << TRIOS, sizeof(*s->trio));
}

void
scorer_close(struct scorer *s)
{
	free(s->trio);
}

/* ---- kinds ---- */

static void
fill(const struct scorer *s, struct trio *to, const struct word *const *w)
{
	const struct model *m = s->words->model;
	const struct atoms *const three[] = {
	    &w[0]->atoms, &w[1]->atoms, &w[2]->atoms};
	struct asked x;

	x.n = template_kinds(x.key, x.of, three);
	asked_open(&x, m);
	asked_sift(&x, m);
	asked_find(&x, m);
	memset(to->sum, 0, sizeof(to->sum));
	asked_sum(&x, m, to->sum);
}

static struct trio *
trio_at(const struct scorer *s, uint64_t key)
{
	return &s->trio[key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - TRIOS)];
}

/* The trio from word i of the padded ones on. */
static const struct trio *
trio_of(const struct scorer *s, const struct padded *p, size_t i)
{
	struct trio *t = trio_at(s, p->key[i]);

	if (t->key != p->key[i]) {
		t->key = p->key[i];
		fill(s, t, p->w + i);
	}
	return t;
}

static void
make_trios(struct padded *p, size_t n)
{
	for (size_t i = 0; i < n + AROUND; i++) {
		uint64_t k = p->w[i]->kind;

		k = k << 21 | p->w[i + 1]->kind;
		k = k << 21 | p->w[i + 2]->kind;
		p->key[i] = k;
	}
}

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

/* The tags of the word i by words alone and kinds, of several. */
static uint32_t
score_place(const struct scorer *s, const struct padded *p, size_t i,
    bool first, struct row *sum)
{
	const struct word *const *w = p->w + i;
	const struct row *const around[] = {&w[2]->own[first],
	    &w[0]->beside->sum[0], &w[1]->beside->sum[1],
	    &w[3]->beside->sum[2], &w[4]->beside->sum[3]};
	uint32_t may;

	row_sum(sum, around, sizeof(around) / sizeof(*around));
	may = near(sum, w[2]->near[first], FAR_AROUND);
	if (!is_several(may))
		return may;
	for (size_t about = 0; about < KINDS; about++)
		row_add(sum, &trio_of(s, p, i + AROUND - about)->sum[about]);
	return near(sum, may, FAR_KINDS);
}

/* ---- all others ---- */

/* What the words around the place i say together. */
static void
ask_joint(const struct scorer *s, const struct padded *p, size_t i,
    struct asked *x)
{
	struct window w;

	for (size_t k = 0; k < WINDOW; k++)
		w.at[k] = &p->w[i + k]->atoms;
	x->n = template_any(x->key, &w);
	memset(x->of, 0, x->n);
	asked_open(x, s->words->model);
}

static void
add_joint(const struct scorer *s, struct padded *p, struct place *place)
{
	static struct asked asked[AHEAD];
	const struct model *m = s->words->model;

	for (size_t i = 0; i < p->n_at + AHEAD - 1; i++) {
		if (i < p->n_at)
			ask_joint(s, p, p->at[i], &asked[i % AHEAD]);
		if (i >= 1 && i - 1 < p->n_at)
			asked_sift(&asked[(i - 1) % AHEAD], m);
		if (i >= 2 && i - 2 < p->n_at)
			asked_find(&asked[(i - 2) % AHEAD], m);
		if (i < 3)
			continue;
		asked_sum(&asked[(i - 3) % AHEAD], m, &p->sum[i - 3]);
		for (size_t t = 0; t < TAGS; t++)
			place[p->at[i - 3]].sum[t] = p->sum[i - 3].v[t];
	}
}

/* ---- a sentence ---- */

static void
pad(const struct words *ws, struct padded *p, const struct word *const *w,
    size_t n)
{
	for (size_t i = 0; i < AROUND; i++) {
		p->w[i] = &ws->edge[0];
		p->w[AROUND + n + i] = &ws->edge[1];
	}
	for (size_t i = 0; i < n; i++)
		p->w[AROUND + i] = w[i];
	p->n_at = 0;
}

void
score_sentence(struct scorer *s, const struct word *const *w, size_t n,
    struct place *place)
{
	static struct padded p;

	pad(s->words, &p, w, n);
	make_trios(&p, n);
	for (size_t i = 0; i < n; i++) {
		bool first = words_first(w, i);
		uint32_t may = w[i]->near[first];

		if (i + TRIOS_AHEAD < n + AROUND) {
			const char *next =
			    (const char *)trio_at(s, p.key[i + TRIOS_AHEAD]);

			__builtin_prefetch(next);
			__builtin_prefetch(next + 64);
		}
		if (is_several(may))
			may = score_place(s, &p, i, first, &p.sum[p.n_at]);
		place[i].may = may;
		place[i].sum[__builtin_ctz(may)] = 0;
		p.at[p.n_at] = i;
		p.n_at += is_several(may);
	}
	add_joint(s, &p, place);
}
