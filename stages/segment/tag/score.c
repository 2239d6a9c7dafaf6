#include "score.h"

#include <string.h>

/* Keys are looked for in four steps, each of which asks the memory for what the
 * next one reads: a word is one step further when the next one begins. */
enum {
	JOINT = 64, /* templates of more than one word; there are fewer */
	AHEAD = 4
};

/* What is asked for of a word. */
struct asked {
	uint64_t key[JOINT];
	const struct model_slot *slot[JOINT];
	size_t n;
};

/* Its keys, of templates of more than one word. */
static void
make_keys(const struct words *ws, const struct around *a, struct asked *x)
{
	x->n = 0;
	for (size_t k = 0; k < ws->n_joint; k++) {
		uint64_t key = template_key(ws->joint[k], &a->window);

		x->key[x->n] = key;
		x->n += key != 0;
		__builtin_prefetch(model_filter(ws->model, key));
	}
}

/* Those that may be there. */
static void
sift(const struct model *m, struct asked *x)
{
	size_t n = 0;

	for (size_t k = 0; k < x->n; k++) {
		uint64_t key = x->key[k];

		x->key[n] = key;
		n += model_may_have(m, key);
	}
	x->n = n;
	for (size_t k = 0; k < n; k++)
		__builtin_prefetch(model_place(m, x->key[k]));
}

static void
find(const struct model *m, struct asked *x)
{
	size_t n = 0;

	for (size_t k = 0; k < x->n; k++) {
		const struct model_slot *s = model_find(m, x->key[k]);

		if (s == NULL)
			continue;
		x->slot[n++] = s;
		__builtin_prefetch(m->weight + s->at);
	}
	x->n = n;
}

static void
add_up(const struct model *m, const struct asked *x, const struct around *a,
    int32_t *sum)
{
	for (size_t k = 0; k < WINDOW; k++)
		for (size_t t = 0; t < TAG_SUMS; t++)
			sum[t] += a->word[k]->sum[k][t];
	for (size_t k = 0; k < x->n; k++)
		model_add(m, x->slot[k], sum);
}

void
score_sentence(const struct words *ws, const struct word *const *w, size_t n,
    struct place *place)
{
	static struct asked asked[AHEAD];
	static struct around around[AHEAD];
	static size_t at[SENTENCE];
	size_t n_at = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t may = w[i]->may;

		memset(place[i].sum, 0, sizeof(place[i].sum));
		place[i].may = may;
		if ((may & (may - 1)) != 0)
			at[n_at++] = i;
	}
	for (size_t i = 0; i < n_at + AHEAD - 1; i++) {
		if (i < n_at) {
			around[i % AHEAD] = words_around(ws, w, n, at[i]);
			make_keys(ws, &around[i % AHEAD], &asked[i % AHEAD]);
		}
		if (i >= 1 && i - 1 < n_at)
			sift(ws->model, &asked[(i - 1) % AHEAD]);
		if (i >= 2 && i - 2 < n_at)
			find(ws->model, &asked[(i - 2) % AHEAD]);
		if (i >= 3)
			add_up(ws->model, &asked[(i - 3) % AHEAD],
			    &around[(i - 3) % AHEAD], place[at[i - 3]].sum);
	}
}
