#include "reinert.h"

#include <stdlib.h>
#include <string.h>

#include "deals.h"
#include "lib/base/mem.h"
#include "runs.h"
#include "turns.h"

/* Adds the values of an attribute behind the n_col columns there are; of[] gets
 * each speech's column. */
static uint32_t
number_values(struct reinert *r, size_t attr, uint32_t n_col, uint32_t *of)
{
	struct intern names;
	uint32_t *rank;
	uint32_t *order;

	intern_open(&names);
	for (uint32_t k = 0; k < r->text.n_speech; k++) {
		const char *s = text_name(&r->text, k, attr + 2);

		of[k] = intern_add(&names, s, strlen(s));
	}
	intern_rank(&names, &rank, &order);
	for (uint32_t k = 0; k < r->text.n_speech; k++) {
		of[k] = n_col + rank[of[k]];
		r->value[of[k]] =
		    (struct value){attr, text_name(&r->text, k, attr + 2)};
	}
	n_col += names.n;
	intern_free(&names);
	free(rank);
	free(order);
	return n_col;
}

/* A row a segment, a column a value of an attribute of its speech. */
static void
mark_values(struct reinert *r)
{
	size_t n_attr = r->o->reading.n_attr;
	size_t n = r->text.n_speech;
	uint32_t *of = mem_new(n_attr * n, sizeof(*of));
	uint32_t row[ATTRS];
	uint32_t n_col = 0;

	r->value = mem_new(n_attr * n, sizeof(*r->value));
	for (size_t a = 0; a < n_attr; a++)
		n_col = number_values(r, a, n_col, of + a * n);
	sparse_begin(&r->marks, n_col);
	for (size_t i = 0; i < r->seg.n; i++) {
		for (size_t a = 0; a < n_attr; a++)
			row[a] = of[a * n + r->seg.speech[i]];
		sparse_ones(&r->marks, row, n_attr);
	}
	free(of);
}

/* Which of the classifications that the tree holds it is. */
static void
choose(struct reinert *r)
{
	const struct reinert_opts *o = r->o;
	struct choices *x = &r->choices;
	bool has_runs = (o->choose || o->is_told) && r->table.n_col > 0;

	choices_open(x, &r->classes, o->rule.classes, has_runs ? o->reps : 0);
	if (x->n > 0 && x->n_run > 0)
		runs_do(r);
	if (x->n > 0 && o->choose) {
		runs_by_chance(r);
		choices_choose(x);
	}
	if (x->n > 0 && !o->choose)
		x->chosen = x->n - 1;
	r->wanted = x->chosen < x->n ? x->c[x->chosen].wanted : 0;
	classes_name(&r->classes, r->wanted);
}

/* Words that have no say, by the classes that the others made. */
static void
describe_others(struct reinert *r)
{
	struct active a = r->o->active;

	if (!r->o->others)
		return;
	a.others = true;
	text_table(&r->text, &r->seg, &a, &r->beside, &r->other);
	profile_open(&r->others, &r->classes, &r->beside);
	turns_do(&r->others, &r->beside, r->classes.of, r->seg.speech);
}

void
reinert_open(
    struct reinert *r, const struct reinert_opts *o, char **files, int n)
{
	struct bench w = {.axis.within = WITHIN};

	*r = (struct reinert){.o = o};
	text_read(&r->text, &o->reading, files, n);
	text_cut(&r->text, &r->seg, &o->size);
	text_table(&r->text, &r->seg, &o->active, &r->table, &r->form);
	classes_open(&r->classes, &r->table, r->seg.speech, &o->rule, &w);
	bench_free(&w);
	choose(r);
	profile_open(&r->forms, &r->classes, &r->table);
	describe_others(r);
	mark_values(r);
	profile_open(&r->values, &r->classes, &r->marks);
	deals_do(r);
}

void
reinert_free(struct reinert *r)
{
	profile_free(&r->values);
	sparse_free(&r->marks);
	free(r->value);
	profile_free(&r->others);
	free(r->other);
	sparse_free(&r->beside);
	profile_free(&r->forms);
	choices_free(&r->choices);
	classes_free(&r->classes);
	free(r->form);
	sparse_free(&r->table);
	segments_free(&r->seg);
	text_free(&r->text);
}
