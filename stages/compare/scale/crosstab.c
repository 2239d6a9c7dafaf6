#include "crosstab.h"

#include <stdlib.h>

#include "lib/base/mem.h"

void
crosstab_open(struct crosstab *l, uint32_t n_text, uint32_t n_term)
{
	*l = (struct crosstab){.n_text = n_text, .n_term = n_term};
	sparse_begin(&l->text, n_term);
	l->text_sum = mem_new(n_text, sizeof(*l->text_sum));
	l->term_sum = mem_new(n_term, sizeof(*l->term_sum));
}

static void
end_rows(struct crosstab *l, uint32_t n)
{
	while (l->text.n_row < n)
		sparse_end(&l->text);
}

void
crosstab_add(struct crosstab *l, uint32_t text, uint32_t term, double f)
{
	end_rows(l, text);
	sparse_cell(&l->text, term, f);
	l->text_sum[text] += f;
	l->term_sum[term] += f;
}

void
crosstab_turn(struct crosstab *l)
{
	end_rows(l, l->n_text);
	sparse_transpose(&l->term, &l->text);
}

void
crosstab_close(struct crosstab *l)
{
	sparse_free(&l->text);
	sparse_free(&l->term);
	free(l->text_sum);
	free(l->term_sum);
	*l = (struct crosstab){0};
}
