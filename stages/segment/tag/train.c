#include "train.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "gold.h"
#include "learn.h"
#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/stat/rng.h"
#include "means.h"
#include "words.h"

enum {
	RUNS = 3,     /* from nothing again, of which the mean is taken */
	ROUNDS = 12,  /* of each */
	FEATURES = 64 /* of a word; there are fewer templates */
};

/* A word at its place. */
struct token {
	uint32_t feature[FEATURES];
	uint8_t n_plain; /* first those that ask no dictionary */
	uint8_t n;
};

struct trainer {
	const struct gold *g;
	struct intern forms;
	uint32_t *form; /* by word */
	struct words words;
	struct word *word; /* by word */
	struct closed closed;
	struct features features;
	struct token *token;
	struct chain chain;
	uint32_t now; /* sentences so far */
	struct stat_rng rng;
	uint64_t wrong; /* of a round */
};

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
		t->word[i] =
		    words_make(&t->words, &(struct spelt){s, len, b.s, b.len});
	}
	buf_free(&b);
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
				to->feature[to->n++] =
				    features_find(&t->features, key);
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
		const struct word *w[SENTENCE];
		size_t n = t->g->end[s] - from;

		for (size_t i = 0; i < n; i++)
			w[i] = &t->word[t->g->w[from + i].word];
		for (size_t i = 0; i < n; i++) {
			struct around a = words_around(&t->words, w, n, i);

			make_token(t, &t->token[from + i], &a.window);
		}
		from += n;
	}
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
			chain_move(&t->chain, right, 1, t->now);
			chain_move(&t->chain, wrong, -1, t->now);
		}
		if (right[2] == wrong[2])
			continue;
		t->wrong++;
		for (size_t k = 0; k < n_f; k++)
			features_move(&t->features.f[x->feature[k]], right[2],
			    wrong[2], t->now);
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
			const int32_t *w = t->features.f[x->feature[k]].weight;

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
	for (int r = 0; r < ROUNDS * RUNS; r++) {
		if (r > 0 && r % ROUNDS == 0)
			means_again(&t->features, &t->chain, t->now);
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

static void
train_on(const struct gold *g, struct speller *sp, struct out *o)
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
	chain_put(&t->chain, o, t->now);
	features_put(&t->features, o, t->now);
	features_close(&t->features);
	words_close(&t->words);
	closed_free(&t->closed);
	intern_free(&t->forms);
	free(t->form);
	free(t->word);
	free(t->token);
	free(t);
	model_close(&nothing);
}

void
train(char **files, int n, struct speller *sp)
{
	static char dash[] = "-";
	static char *stdin_alone[] = {dash};
	struct gold g;
	struct out o;

	if (n == 0) {
		files = stdin_alone;
		n = 1;
	}
	gold_open(&g);
	for (int i = 0; i < n; i++)
		gold_read(&g, files[i]);
	if (g.n == 0)
		die_data(files[0], 0, "no words with a part of speech");
	note_count(g.n_left_out,
	    "word left out: a sentence with words without "
	    "a part of speech, or too long",
	    "words left out: sentences with words without a part of speech, or "
	    "too long");
	out_stdout(&o);
	out_str(&o, MODEL_HEAD "\n");
	train_on(&g, sp, &o);
	out_close(&o);
	gold_close(&g);
}
