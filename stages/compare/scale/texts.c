#include "texts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

/* The one n that counts, by number. */
static uint32_t
choose_size(const struct scale *s)
{
	const struct counts *c = s->c;
	uint64_t line;
	uint32_t k;

	if (s->rule->size == NULL) {
		if (c->sizes.n > 1)
			die_data(counts_where(c, 1, &line), 0,
			    "several n: choose one with -n");
		return 0;
	}
	if (!c->has_size)
		die_data(counts_where(c, 1, &line), 1,
		    "no column 'n', so -n makes no sense");
	k = counts_find(&c->sizes, s->rule->size);
	if (k == UINT32_MAX)
		die_data(counts_where(c, 1, &line), 0, "no row has n %s",
		    s->rule->size);
	return k;
}

/* Texts in the order of their bytes; text[group] is UINT32_MAX for NA. */
static uint32_t *
number_texts(struct scale *s)
{
	uint32_t *text = mem_new(s->g.names.n, sizeof(*text));
	uint32_t na = intern_find(&s->g.names, "NA", 2);
	uint32_t *rank;

	intern_rank(&s->g.names, &rank, &s->group);
	free(rank);
	for (uint32_t i = 0; i < s->g.names.n; i++) {
		uint32_t group = s->group[i];

		text[group] = UINT32_MAX;
		if (group == na)
			continue;
		text[group] = s->n_text;
		s->group[s->n_text++] = group;
	}
	return text;
}

static void
list_parts(struct scale *s, uint32_t size)
{
	const struct counts *c = s->c;
	uint32_t *text = number_texts(s);
	size_t *at = mem_new((size_t)s->n_text + 1, sizeof(*at));
	uint64_t n_left = 0;

	s->first = mem_new((size_t)s->n_text + 1, sizeof(*s->first));
	s->words = mem_new(s->n_text, sizeof(*s->words));
	s->slice = mem_new(c->n_slice, sizeof(*s->slice));
	for (size_t i = 0; i < c->n_slice; i++) {
		uint32_t k = text[s->g.of[c->slice[i].part]];

		if (c->slice[i].size != size)
			continue;
		n_left += k == UINT32_MAX;
		if (k == UINT32_MAX || c->slice[i].total == 0)
			continue;
		s->first[k + 1]++;
		s->words[k] += c->slice[i].total;
	}
	for (uint32_t k = 0; k < s->n_text; k++)
		s->first[k + 1] += s->first[k];
	memcpy(at, s->first, ((size_t)s->n_text + 1) * sizeof(*at));
	for (size_t i = 0; i < c->n_slice; i++) {
		uint32_t k = text[s->g.of[c->slice[i].part]];

		if (c->slice[i].size == size && k != UINT32_MAX &&
		    c->slice[i].total > 0)
			s->slice[at[k]++] = i;
	}
	if (n_left > 0)
		note("parts of the text NA, left out: %" PRIu64, n_left);
	free(at);
	free(text);
}

/* The terms that the texts have often enough. */
static void
list_terms(struct scale *s)
{
	const struct counts *c = s->c;
	uint64_t *F = mem_new(c->terms.n, sizeof(*F));

	for (size_t i = 0; i < s->first[s->n_text]; i++) {
		const struct counts_slice *x = &c->slice[s->slice[i]];

		for (size_t j = x->from; j < x->to; j++)
			F[c->cell[j].term] += c->cell[j].f;
	}
	s->term = mem_new(c->terms.n, sizeof(*s->term));
	s->number = mem_new(c->terms.n, sizeof(*s->number));
	for (uint32_t k = 0; k < c->terms.n; k++) {
		s->number[k] = UINT32_MAX;
		if (F[k] < s->rule->min)
			continue;
		s->number[k] = s->n_term;
		s->term[s->n_term++] = k;
	}
	free(F);
}

void
scale_open(struct scale *s, const struct rule *rule, const struct counts *c)
{
	uint32_t size;

	*s = (struct scale){.rule = rule, .c = c};
	size = choose_size(s);
	if (rule->by != NULL)
		groups_open(&s->g, c, rule->table, rule->by);
	else
		groups_open_parts(&s->g, c);
	list_parts(s, size);
	list_terms(s);
}

void
scale_close(struct scale *s)
{
	groups_close(&s->g);
	free(s->group);
	free(s->words);
	free(s->first);
	free(s->slice);
	free(s->term);
	free(s->number);
	*s = (struct scale){0};
}

const char *
scale_name(const struct scale *s, uint32_t text, size_t *len)
{
	return intern_s(&s->g.names, s->group[text], len);
}

uint32_t
scale_find(const struct scale *s, const char *name)
{
	uint32_t group = counts_among(&s->g.names, name);
	uint32_t k = 0;

	while (k < s->n_text && s->group[k] != group)
		k++;
	return k < s->n_text ? k : UINT32_MAX;
}

void
scale_count(const struct scale *s, struct crosstab *l, const uint32_t *times)
{
	const struct counts *c = s->c;
	double *sum = mem_new(s->n_term, sizeof(*sum));

	crosstab_open(l, s->n_text, s->n_term);
	for (uint32_t k = 0; k < s->n_text; k++) {
		for (size_t i = s->first[k]; i < s->first[k + 1]; i++) {
			const struct counts_slice *x = &c->slice[s->slice[i]];
			double n = times != NULL ? times[i] : 1;

			for (size_t j = x->from; n > 0 && j < x->to; j++) {
				uint32_t term = s->number[c->cell[j].term];

				if (term != UINT32_MAX)
					sum[term] += n * (double)c->cell[j].f;
			}
		}
		for (uint32_t j = 0; j < s->n_term; j++) {
			if (sum[j] > 0)
				crosstab_add(l, k, j, sum[j]);
			sum[j] = 0;
		}
	}
	crosstab_turn(l);
	free(sum);
}

void
put_term(const struct scale *s, struct out *to, uint32_t term)
{
	size_t len;
	const char *name = counts_name(&s->c->terms, s->term[term], &len);

	out_mem(to, name, len);
}

void
put_count(struct out *to, double v)
{
	out_tab_u64(to, (uint64_t)v);
}
