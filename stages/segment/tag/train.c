#include "train.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "learn.h"
#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/stat/rng.h"
#include "words.h"

enum {
	ROUNDS = 8,
	SCALE = 32,  /* a step of the perceptron in the file */
	LEAST = 4,   /* smaller weights are left out */
	MOST = 2000, /* and larger ones are cut */
	FEATURES = 64
};

/* Weights of a feature, and their sums over all sentences up to `last`. */
struct feature {
	uint64_t key;
	int32_t weight[TAGS];
	int64_t sum[TAGS];
	uint32_t last;
};

/* A word at its place. */
struct token {
	uint32_t feature[FEATURES];
	uint8_t n_plain; /* first those that ask no dictionary */
	uint8_t n;
};

/* Weights of tags behind others, and their sums. */
struct chain {
	struct behind now;
	int64_t pair[TAG_STATES][TAGS];
	int64_t triple[TAG_STATES][TAG_STATES][TAGS];
	uint32_t last_pair[TAG_STATES][TAGS];
	uint32_t last_triple[TAG_STATES][TAG_STATES][TAGS];
};

struct trainer {
	const struct gold *g;
	struct intern forms;
	uint32_t *form; /* by word */
	struct words words;
	struct word *word; /* by word */
	struct closed closed;
	struct feature *feature;
	size_t n_feature;
	size_t cap_feature;
	uint32_t *slot; /* features by key, and 1; 0 is free */
	size_t n_slot;
	struct token *token;
	struct chain chain;
	uint32_t now; /* sentences so far */
	struct stat_rng rng;
	uint64_t wrong; /* of a round */
};

static void
grow_slots(struct trainer *t)
{
	size_t n = t->n_slot == 0 ? 1 << 16 : 2 * t->n_slot;

	free(t->slot);
	t->slot = mem_new(n, sizeof(*t->slot));
	t->n_slot = n;
	for (size_t f = 0; f < t->n_feature; f++) {
		size_t i = t->feature[f].key & (n - 1);

		while (t->slot[i] != 0)
			i = (i + 1) & (n - 1);
		t->slot[i] = (uint32_t)f + 1;
	}
}

static uint32_t
feature_of(struct trainer *t, uint64_t key)
{
	size_t i;

	if (2 * t->n_feature >= t->n_slot)
		grow_slots(t);
	for (i = key & (t->n_slot - 1); t->slot[i] != 0;
	     i = (i + 1) & (t->n_slot - 1))
		if (t->feature[t->slot[i] - 1].key == key)
			return t->slot[i] - 1;
	t->feature = mem_grow(
	    t->feature, &t->cap_feature, t->n_feature + 1, sizeof(*t->feature));
	t->feature[t->n_feature] = (struct feature){.key = key};
	t->slot[i] = (uint32_t)++t->n_feature;
	return t->slot[i] - 1;
}

/* The distinct words of the treebanks. */
static void
make_words(struct trainer *t)
{
	const struct intern *words = &t->g->words;
	struct buf b = {0};

	intern_open(&t->forms);
	t->form = mem_new(words->n, sizeof(*t->form));
	t->word = mem_new(words->n, sizeof(*t->word));
	for (uint32_t i = 0; i < words->n; i++) {
		size_t len;
		const char *s = intern_s(words, i, &len);

		b.len = 0;
		form_put(&b, s, len);
		t->form[i] = intern_add(&t->forms, b.s, b.len);
		t->word[i] = words_make(&t->words, s, len, b.s, b.len);
	}
	buf_free(&b);
}

/* The atoms around word i of a sentence. */
static struct window
window_of(const struct trainer *t, size_t from, size_t end, size_t i)
{
	struct window w;

	for (int k = -AROUND; k <= AROUND; k++) {
		size_t at = i + (size_t)k;
		const struct atoms *a = &t->words.edge[k > 0].atoms;

		if (k < 0 ? i - from >= (size_t)-k : at < end)
			a = &t->word[t->g->w[at].word].atoms;
		w.at[AROUND + k] = a;
	}
	w.first = atom_first(words_first(
	    i - from, i == from ? NULL : &t->word[t->g->w[i - 1].word]));
	return w;
}

static void
make_token(struct trainer *t, struct token *to, const struct window *w)
{
	for (int asks = 0; asks < 2; asks++) {
		for (size_t k = 0; k < n_templates; k++) {
			uint64_t key;

			if (template_asks(&templates[k]) != (asks == 1))
				continue;
			key = template_key(k, w);
			if (key != 0)
				to->feature[to->n++] = feature_of(t, key);
		}
		if (asks == 0)
			to->n_plain = to->n;
	}
}

static void
make_tokens(struct trainer *t)
{
	size_t from = 0;

	t->token = mem_new(t->g->n, sizeof(*t->token));
	for (size_t s = 0; s < t->g->n_end; s++) {
		for (size_t i = from; i < t->g->end[s]; i++) {
			struct window w = window_of(t, from, t->g->end[s], i);

			make_token(t, &t->token[i], &w);
		}
		from = t->g->end[s];
	}
}

/* The sums of a feature as they are now. */
static void
catch_up(struct feature *f, uint32_t now)
{
	for (size_t k = 0; k < TAGS; k++)
		f->sum[k] += (int64_t)f->weight[k] * (now - f->last);
	f->last = now;
}

static void
move(int32_t *weight, int64_t *sum, uint32_t *last, uint32_t now, int by)
{
	*sum += (int64_t)*weight * (now - *last);
	*last = now;
	*weight += by;
}

static void
move_chain(struct trainer *t, const int *tag, int by)
{
	struct chain *c = &t->chain;

	move(&c->now.pair[tag[1]][tag[2]], &c->pair[tag[1]][tag[2]],
	    &c->last_pair[tag[1]][tag[2]], t->now, by);
	move(&c->now.triple[tag[0]][tag[1]][tag[2]],
	    &c->triple[tag[0]][tag[1]][tag[2]],
	    &c->last_triple[tag[0]][tag[1]][tag[2]], t->now, by);
}

/* What was decoded loses, what is right gains. */
static void
correct(struct trainer *t, const struct place *p, size_t from, size_t n,
    bool dictionary)
{
	int right[3] = {TAG_START, TAG_START, TAG_START};
	int wrong[3] = {TAG_START, TAG_START, TAG_START};

	for (size_t i = 0; i < n; i++) {
		const struct token *x = &t->token[from + i];
		size_t n_f = dictionary ? x->n : x->n_plain;

		for (size_t k = 0; k < 2; k++) {
			right[k] = right[k + 1];
			wrong[k] = wrong[k + 1];
		}
		right[2] = t->g->w[from + i].tag;
		wrong[2] = p[i].tag;
		if (memcmp(right, wrong, sizeof(right)) != 0) {
			move_chain(t, right, 1);
			move_chain(t, wrong, -1);
		}
		if (right[2] == wrong[2])
			continue;
		t->wrong++;
		for (size_t k = 0; k < n_f; k++) {
			struct feature *f = &t->feature[x->feature[k]];

			catch_up(f, t->now);
			f->weight[right[2]]++;
			f->weight[wrong[2]]--;
		}
	}
}

static void
learn_sentence(struct trainer *t, size_t from, size_t end, bool dictionary)
{
	static struct place place[SENTENCE];

	for (size_t i = from; i < end; i++) {
		const struct token *x = &t->token[i];
		struct place *p = &place[i - from];
		size_t n_f = dictionary ? x->n : x->n_plain;

		*p = (struct place){
		    .may = closed_may(&t->closed, t->form[t->g->w[i].word])};
		for (size_t k = 0; k < n_f; k++) {
			const int32_t *w = t->feature[x->feature[k]].weight;

			for (size_t tag = 0; tag < TAGS; tag++)
				p->sum[tag] += w[tag];
		}
	}
	decode(&t->chain.now, place, end - from);
	t->now++;
	correct(t, place, from, end - from, dictionary);
}

static void
rounds(struct trainer *t)
{
	uint32_t n = (uint32_t)t->g->n_end;
	uint32_t *order = mem_new(n, sizeof(*order));

	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	for (int r = 0; r < ROUNDS; r++) {
		t->wrong = 0;
		for (uint32_t i = n; i-- > 1;) {
			uint32_t k = stat_rng_below(&t->rng, i + 1);
			uint32_t x = order[i];

			order[i] = order[k];
			order[k] = x;
		}
		for (uint32_t i = 0; i < n; i++) {
			uint32_t s = order[i];

			learn_sentence(t, s == 0 ? 0 : t->g->end[s - 1],
			    t->g->end[s],
			    t->words.speller != NULL &&
				stat_rng_below(&t->rng, 4) != 0);
		}
		note_more("round %d: %.2f %% of words right", r + 1,
		    100 * (1 - (double)t->wrong / (double)t->g->n));
	}
	free(order);
}

/* The mean of a weight over all sentences, in the file's scale. */
static int
mean(int64_t sum, uint32_t n)
{
	int64_t twice = 2 * (int64_t)SCALE * (sum < 0 ? -sum : sum);
	int64_t v = (twice + n) / (2 * (int64_t)n);

	v = v > MOST ? MOST : v;
	return (int)(sum < 0 ? -v : v);
}

static int
by_key(const void *a, const void *b)
{
	const struct feature *x = a;
	const struct feature *y = b;

	return x->key < y->key ? -1 : x->key > y->key;
}

static void
put_features(struct trainer *t, struct out *o)
{
	qsort(t->feature, t->n_feature, sizeof(*t->feature), by_key);
	for (size_t i = 0; i < t->n_feature; i++) {
		struct feature *f = &t->feature[i];
		bool begun = false;

		catch_up(f, t->now);
		for (size_t k = 0; k < TAGS; k++) {
			int w = mean(f->sum[k], t->now);

			if (abs(w) < LEAST)
				continue;
			if (!begun) {
				out_str(o, "w\t");
				model_put_key(o, f->key);
				out_ch(o, '\t');
			}
			begun = true;
			out_fmt(o, "%c%d", (char)('A' + k), w);
		}
		if (begun)
			out_ch(o, '\n');
	}
}

/* A line of the chain, where one of its weights is not 0. */
static void
put_behind(struct out *o, const int *before, const int64_t *sum,
    const int32_t *weight, const uint32_t *last, uint32_t now)
{
	int w[TAGS];
	int any = 0;

	for (size_t k = 0; k < TAGS; k++) {
		w[k] = mean(sum[k] + (int64_t)weight[k] * (now - last[k]), now);
		any |= w[k];
	}
	if (any == 0)
		return;
	out_str(o, "behind");
	for (size_t i = 0; i < 2; i++)
		if (before[i] >= 0)
			out_tab_str(
			    o, before[i] < TAGS ? tag_name[before[i]] : "-");
	for (size_t k = 0; k < TAGS; k++)
		out_fmt(o, "%c%d", k == 0 ? '\t' : ' ', w[k]);
	out_ch(o, '\n');
}

static void
put_chain(const struct trainer *t, struct out *o)
{
	const struct chain *c = &t->chain;

	for (int a = 0; a < TAG_STATES; a++) {
		const int before[] = {a, -1};

		put_behind(o, before, c->pair[a], c->now.pair[a],
		    c->last_pair[a], t->now);
	}
	for (int a = 0; a < TAG_STATES; a++)
		for (int b = 0; b < TAG_STATES; b++) {
			const int before[] = {a, b};

			put_behind(o, before, c->triple[a][b],
			    c->now.triple[a][b], c->last_triple[a][b], t->now);
		}
}

void
train(const struct gold *g, struct speller *sp, struct out *o)
{
	struct trainer *t = mem_new(1, sizeof(*t));
	struct model nothing;

	model_start(&nothing);
	t->g = g;
	stat_rng_open(&t->rng, STAT_RNG_SEED, "tag", 3);
	words_open(&t->words, &nothing, sp);
	make_words(t);
	closed_count(&t->closed, g, t->form, t->forms.n);
	make_tokens(t);
	rounds(t);
	learn_closed(o, &t->closed, &t->forms);
	learn_lemmas(o, g, t->form, &t->forms);
	learn_endings(o, g, t->form, &t->forms);
	put_chain(t, o);
	put_features(t, o);
	words_close(&t->words);
	closed_free(&t->closed);
	intern_free(&t->forms);
	free(t->form);
	free(t->word);
	free(t->feature);
	free(t->slot);
	free(t->token);
	free(t);
	model_close(&nothing);
}
