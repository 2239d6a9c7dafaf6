#include "crosstab.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

void
crosstab_open(struct crosstab *l, uint32_t n_text, uint32_t n_term)
{
	*l = (struct crosstab){.n_text = n_text, .n_term = n_term};
	l->text_first = mem_new((size_t)n_text + 1, sizeof(*l->text_first));
	l->term_first = mem_new((size_t)n_term + 1, sizeof(*l->term_first));
	l->text_sum = mem_new(n_text, sizeof(*l->text_sum));
	l->term_sum = mem_new(n_term, sizeof(*l->term_sum));
}

/* Until crosstab_turn() text_first[i + 1] counts the cells of text i. */
void
crosstab_add(struct crosstab *l, uint32_t text, uint32_t term, double f)
{
	size_t n = l->text_first[0]++;

	l->of_text = mem_grow(l->of_text, &l->cap, n + 1, sizeof(*l->of_text));
	l->of_text[n] = (struct crosstab_cell){term, f};
	l->text_first[text + 1]++;
	l->term_first[term + 1]++;
	l->text_sum[text] += f;
	l->term_sum[term] += f;
}

void
crosstab_turn(struct crosstab *l)
{
	size_t n = l->text_first[0];
	size_t *at = mem_new((size_t)l->n_term + 1, sizeof(*at));

	l->text_first[0] = 0;
	for (uint32_t i = 0; i < l->n_text; i++)
		l->text_first[i + 1] += l->text_first[i];
	for (uint32_t j = 0; j < l->n_term; j++)
		l->term_first[j + 1] += l->term_first[j];
	memcpy(at, l->term_first, ((size_t)l->n_term + 1) * sizeof(*at));
	l->of_term = mem_new(n, sizeof(*l->of_term));
	for (uint32_t i = 0; i < l->n_text; i++)
		for (size_t k = l->text_first[i]; k < l->text_first[i + 1];
		     k++) {
			const struct crosstab_cell *x = &l->of_text[k];

			l->of_term[at[x->id]++] =
			    (struct crosstab_cell){i, x->f};
		}
	free(at);
}

void
crosstab_close(struct crosstab *l)
{
	free(l->text_first);
	free(l->of_text);
	free(l->term_first);
	free(l->of_term);
	free(l->text_sum);
	free(l->term_sum);
	*l = (struct crosstab){0};
}
