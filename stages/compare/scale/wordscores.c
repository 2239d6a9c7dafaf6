#include "wordscores.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

void
wordscores_open(struct wordscores *w, const struct crosstab *l,
    const double *known, const uint64_t *words)
{
	w->term = mem_new(l->n_term, sizeof(*w->term));
	for (uint32_t j = 0; j < l->n_term; j++) {
		double sum = 0;
		double score = 0;

		for (size_t k = l->term_first[j]; k < l->term_first[j + 1];
		     k++) {
			const struct crosstab_cell *x = &l->of_term[k];
			double rate;

			if (isnan(known[x->id]))
				continue;
			rate = x->f / (double)words[x->id];
			sum += rate;
			score += rate * known[x->id];
		}
		w->term[j] = sum > 0 ? score / sum : (double)NAN;
	}
}

void
wordscores_close(struct wordscores *w)
{
	free(w->term);
	w->term = NULL;
}

struct wordscores_text
wordscores_text(
    const struct wordscores *w, const struct crosstab *l, uint32_t text)
{
	struct wordscores_text r = {0, 0, 0, 0};
	double size = 0; /* of what is added up */
	double spread = 0;

	for (size_t k = l->text_first[text]; k < l->text_first[text + 1]; k++) {
		const struct crosstab_cell *x = &l->of_text[k];

		if (isnan(w->term[x->id]))
			continue;
		r.score += x->f * w->term[x->id];
		size += x->f * fabs(w->term[x->id]);
		r.tokens += x->f;
		r.terms++;
	}
	/* scores that cancel out leave rounding errors */
	r.score = fabs(r.score) <= 1e-14 * size ? 0 : r.score / r.tokens;
	if (!(r.tokens > 0))
		r.score = (double)NAN;
	for (size_t k = l->text_first[text]; k < l->text_first[text + 1]; k++) {
		const struct crosstab_cell *x = &l->of_text[k];
		double d = w->term[x->id] - r.score;

		if (!isnan(w->term[x->id]))
			spread += x->f * d * d;
	}
	r.se = sqrt(spread) / r.tokens;
	return r;
}
