#include "pairs.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stream/tokens.h"
#include "lib/table/types.h"

/* One more word of a speech. */
static void
add(struct pairs *p, uint32_t speech, uint32_t word)
{
	uint32_t at = (uint32_t)p->n + 1;

	p->term = mem_grow(p->term, &p->cap, p->n + 1, sizeof(*p->term));
	p->term[p->n++] = (struct pairs_term){.word = word};
	if (p->first[speech] == 0)
		p->first[speech] = at;
	else
		p->term[p->last[speech] - 1].next = at;
	p->last[speech] = at;
	p->n_of[speech]++;
}

static uint32_t
speech_of(struct pairs *p, const char *s, size_t len)
{
	uint32_t n = p->speeches.n;
	uint32_t k = intern_add(&p->speeches, s, len);

	if (k < n)
		return k;
	p->first = mem_grow(p->first, &p->cap_first, k + 1, sizeof(*p->first));
	p->last = mem_grow(p->last, &p->cap_last, k + 1, sizeof(*p->last));
	p->n_of = mem_grow(p->n_of, &p->cap_n_of, k + 1, sizeof(*p->n_of));
	p->first[k] = p->last[k] = p->n_of[k] = 0;
	return k;
}

void
pairs_read(struct pairs *p, struct tsv *t, uint64_t most, const char *listed)
{
	struct intern passed;
	size_t part;
	size_t word;
	int score;

	*p = (struct pairs){.speech = UINT32_MAX};
	intern_open(&p->speeches);
	intern_open(&p->words);
	intern_open(&passed);
	if (listed != NULL)
		types_listed(&passed, listed);
	part = tsv_column(t, "part");
	word = tsv_column(t, "ngram");
	score = tsv_has(t, "S");
	while (tsv_next(t)) {
		uint32_t k;

		if (score >= 0 && !(tsv_real(t, (size_t)score) > 0))
			continue;
		if (intern_find(&passed, t->cell[word], t->size[word]) !=
		    UINT32_MAX)
			continue;
		k = speech_of(p, t->cell[part], t->size[part]);
		if (p->n_of[k] < most)
			add(p, k,
			    intern_add(
				&p->words, t->cell[word], t->size[word]));
	}
	intern_free(&passed);
}

void
pairs_free(struct pairs *p)
{
	intern_free(&p->speeches);
	intern_free(&p->words);
	free(p->first);
	free(p->last);
	free(p->n_of);
	free(p->term);
}

/* One of 64 bits, the same for the same word. */
static inline uint64_t
sign_of(const char *s, size_t len)
{
	unsigned sum = (unsigned)len;

	if (len > 0)
		sum += (unsigned char)s[0] * 7U + (unsigned char)s[len - 1];
	return UINT64_C(1) << sum % 64;
}

void
pairs_enter(struct pairs *p, const char *speech)
{
	p->signs = 0;
	p->speech = speech != NULL
	    ? intern_find(&p->speeches, speech, strlen(speech))
	    : UINT32_MAX;
	if (p->speech == UINT32_MAX)
		return;
	for (uint32_t i = p->first[p->speech]; i != 0;
	     i = p->term[i - 1].next) {
		size_t len;
		const char *s = intern_s(&p->words, p->term[i - 1].word, &len);

		p->signs |= sign_of(s, len);
	}
}

static bool
is_of_class(const struct pairs *p, const struct vrt *v)
{
	size_t len;
	const char *s;

	if (p->classes == NULL)
		return true;
	s = vrt_col(v, p->pos, &len);
	return tokens_among(p->classes, s, len) == TOKENS_AMONG;
}

bool
pairs_take(struct pairs *p, const struct vrt *v, size_t col, uint64_t limit)
{
	size_t len;
	const char *s = vrt_col(v, col, &len);
	uint32_t word;

	if ((p->signs & sign_of(s, len)) == 0)
		return false;
	word = intern_find(&p->words, s, len);
	if (word == UINT32_MAX || !is_of_class(p, v))
		return false;
	for (uint32_t i = p->first[p->speech]; i != 0; i = p->term[i - 1].next)
		if (p->term[i - 1].word == word)
			return p->term[i - 1].n++ < limit;
	return false;
}
