#include "tenses.h"

#include <stdlib.h>

#include "lib/base/mem.h"

void
tenses_add(struct tenses *t, struct tense_word w)
{
	t->w = mem_grow(t->w, &t->cap_w, t->n + 1, sizeof(*t->w));
	t->w[t->n++] = w;
}

void
tenses_end(struct tenses *t, struct tally *to)
{
	if (t->n == 0)
		return;
	t->tense = mem_grow(t->tense, &t->cap_tense, t->n, sizeof(*t->tense));
	tense_tell(t->w, t->n, t->tense);
	for (size_t i = 0; i < t->n; i++) {
		enum tense is = t->tense[i];

		t->n_untold += is == TENSE_NONE && tense_is_verb(&t->w[i]);
		if (is == TENSE_NONE || is > TENSE_PLUPERFECT)
			continue;
		to->n[TALLY_FINITE]++;
		to->n[TALLY_PRESENT + (is - TENSE_PRESENT)]++;
	}
	t->n = 0;
}

void
tenses_free(struct tenses *t)
{
	free(t->w);
	free(t->tense);
}
