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
	size_t n_at;
};

void
scorer_open(struct scorer *s, const struct words *ws)
{
	*s = (struct scorer){.words = ws};
	s->trio = mem_new((size_t)1 << TRIOS, sizeof(*s->trio));
	for (size_t k = 0; k < n_templates; k++) {
		int at;
		enum template_of of = template_of(&templates[k], &at);

		if (ws->speller == NULL && template_asks(&templates[k]))
			continue;
		if (of == TEMPLATE_KINDS)
			s->kinds[-at][s->n_kinds[-at]++] = k;
		else if (of == TEMPLATE_ANY)
			s->joint[s->n_joint++] = k;
	}
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
	int32_t sum[KINDS][TAG_SUMS] = {{0}};
	struct asked x;

	x.n = 0;
	for (size_t about = 0; about < KINDS; about++) {
		struct window window = window_empty(false);

		for (size_t k = 0; k < KINDS; k++)
			window.at[AROUND - about + k] = &w[k]->atoms;
		for (size_t k = 0; k < s->n_kinds[about]; k++)
			asked_add(&x, m,
			    template_key(s->kinds[about][k], &window), about);
	}
	asked_sift(&x, m);
	asked_find(&x, m);
	asked_sum(&x, m, sum);
	for (size_t about = 0; about < KINDS; about++)
		for (size_t t = 0; t < TAG_SUMS; t++)
			to->sum[about][t] = words_sum(sum[about][t]);
}

static struct trio *
trio_at(const struct scorer *s, uint64_t key)
{
	return &s->trio[key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - TRIOS)];
}

static inline void
add(int32_t *sum, const int16_t *what)
{
	for (size_t t = 0; t < TAG_SUMS; t++)
		sum[t] += what[t];
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

/* The words around at their places. */
static void
add_around(const struct padded *p, size_t i, const int16_t *own, int32_t *sum)
{
	const int16_t *beside[] = {p->w[i]->beside->sum[0],
	    p->w[i + 1]->beside->sum[1], p->w[i + 3]->beside->sum[2],
	    p->w[i + 4]->beside->sum[3]};

	for (size_t t = 0; t < TAG_SUMS; t++)
		sum[t] = own[t] + beside[0][t] + beside[1][t] + beside[2][t] +
		    beside[3][t];
}

static bool
is_several(uint32_t may)
{
	return (may & (may - 1)) != 0;
}

/* Tags that are not far behind the best one. */
static uint32_t
near(const int32_t *sum, uint32_t may, int32_t far)
{
	int32_t best = sum[place_best(sum, may)];
	uint32_t is = 0;

	for (uint32_t left = may; left != 0; left &= left - 1) {
		int tag = __builtin_ctz(left);

		is |= (uint32_t)(best - sum[tag] < far) << tag;
	}
	return is;
}

void
score_word(struct word *w)
{
	for (size_t first = 0; first < 2; first++) {
		int32_t sum[TAG_SUMS] = {0};

		add(sum, w->own[first]);
		w->near[first] = near(sum, w->may, FAR_WORD);
	}
}

/* The tags of the word i by words alone and kinds, of several. */
static uint32_t
score_place(const struct scorer *s, const struct padded *p, size_t i,
    bool first, int32_t *sum)
{
	const struct word *w = p->w[AROUND + i];
	uint32_t may;

	add_around(p, i, w->own[first], sum);
	may = near(sum, w->near[first], FAR_AROUND);
	if (!is_several(may))
		return may;
	for (size_t about = 0; about < KINDS; about++)
		add(sum, trio_of(s, p, i + AROUND - about)->sum[about]);
	return near(sum, may, FAR_KINDS);
}

/* ---- all others ---- */

static void
make_keys(const struct scorer *s, const struct around *a, struct asked *x)
{
	x->n = 0;
	for (size_t k = 0; k < s->n_joint; k++)
		asked_add(x, s->words->model,
		    template_key(s->joint[k], &a->window), 0);
}

static void
add_joint(const struct scorer *s, const struct padded *p, size_t n,
    struct place *place)
{
	static struct asked asked[AHEAD];
	const struct model *m = s->words->model;

	for (size_t i = 0; i < p->n_at + AHEAD - 1; i++) {
		if (i < p->n_at) {
			struct around a =
			    words_around(s->words, p->w + AROUND, n, p->at[i]);

			make_keys(s, &a, &asked[i % AHEAD]);
		}
		if (i >= 1 && i - 1 < p->n_at)
			asked_sift(&asked[(i - 1) % AHEAD], m);
		if (i >= 2 && i - 2 < p->n_at)
			asked_find(&asked[(i - 2) % AHEAD], m);
		if (i >= 3)
			asked_sum(&asked[(i - 3) % AHEAD], m,
			    &place[p->at[i - 3]].sum);
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
			may = score_place(s, &p, i, first, place[i].sum);
		else
			memset(place[i].sum, 0, sizeof(place[i].sum));
		place[i].may = may;
		p.at[p.n_at] = i;
		p.n_at += is_several(may);
	}
	add_joint(s, &p, n, place);
}
