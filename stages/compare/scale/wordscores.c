#include "wordscores.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

void
wordscores_open(struct wordscores *w, const struct crosstab *l,
    const double *known, const uint64_t *words)
{
	const struct sparse *t = &l->term;

	w->term = mem_new(l->n_term, sizeof(*w->term));
	for (uint32_t j = 0; j < l->n_term; j++) {
		double sum = 0;
		double score = 0;

		for (size_t k = t->at[j]; k < t->at[j + 1]; k++) {
			uint32_t i = t->col[k];
			double rate;

			if (isnan(known[i]))
				continue;
			rate = t->f[k] / (double)words[i];
			sum += rate;
			score += rate * known[i];
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
	const struct sparse *t = &l->text;
	struct wordscores_text r = {0, 0, 0, 0};
	double size = 0; /* of what is added up */
	double spread = 0;

	for (size_t k = t->at[text]; k < t->at[text + 1]; k++) {
		double score = w->term[t->col[k]];

		if (isnan(score))
			continue;
		r.score += t->f[k] * score;
		size += t->f[k] * fabs(score);
		r.tokens += t->f[k];
		r.terms++;
	}
	/* scores that cancel out leave rounding errors */
	r.score = fabs(r.score) <= 1e-14 * size ? 0 : r.score / r.tokens;
	if (!(r.tokens > 0))
		r.score = (double)NAN;
	for (size_t k = t->at[text]; k < t->at[text + 1]; k++) {
		double d = w->term[t->col[k]] - r.score;

		if (!isnan(d))
			spread += t->f[k] * d * d;
	}
	r.se = sqrt(spread) / r.tokens;
	return r;
}
