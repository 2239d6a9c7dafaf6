#include "profiles.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

void
profiles_open(struct profiles *p)
{
	*p = (struct profiles){0};
	sparse_begin(&p->cells, 0);
}

struct profile *
profiles_text(struct profiles *p, uint32_t part, uint64_t size)
{
	p->text =
	    mem_grow(p->text, &p->cap_text, p->n_text + 1, sizeof(*p->text));
	p->text[p->n_text++] =
	    (struct profile){.row = p->cells.n_row, .part = part, .size = size};
	sparse_end(&p->cells);
	return &p->text[p->n_text - 1];
}

/* The texts of a part behind one another, in the order they came. */
static void
sort_texts(struct profiles *p)
{
	struct profile *to = mem_new(p->n_text, sizeof(*to));
	size_t *at = mem_new((size_t)p->n_part + 1, sizeof(*at));

	p->first = mem_new((size_t)p->n_part + 1, sizeof(*p->first));
	for (size_t i = 0; i < p->n_text; i++)
		p->first[p->text[i].part + 1]++;
	for (uint32_t i = 0; i < p->n_part; i++)
		at[i + 1] = p->first[i + 1] += p->first[i];
	for (size_t i = 0; i < p->n_text; i++)
		to[at[p->text[i].part]++] = p->text[i];
	free(p->text);
	free(at);
	p->text = to;
}

/* The texts of a part as one profile; all of sum are 0, and are so after. */
static void
pool(struct profiles *p, uint32_t part)
{
	struct profile *to = &p->part[part];
	struct sparse *t = &p->cells;

	*to = (struct profile){.row = t->n_row, .part = part};
	if (p->first[part + 1] - p->first[part] == 1) {
		*to = p->text[p->first[part]];
		return;
	}
	for (size_t i = p->first[part]; i < p->first[part + 1]; i++) {
		uint32_t row = p->text[i].row;

		to->size += p->text[i].size;
		for (size_t k = t->at[row]; k < t->at[row + 1]; k++)
			p->sum[t->col[k]] += t->f[k];
	}
	for (uint32_t k = 0; to->size > 0 && k < p->n_term; k++)
		if (p->sum[k] > 0) {
			sparse_cell(t, k, p->sum[k]);
			p->sum[k] = 0;
		}
	sparse_end(t);
}

void
profiles_done(struct profiles *p)
{
	const struct sparse *t = &p->cells;

	sort_texts(p);
	p->part = mem_new(p->n_part, sizeof(*p->part));
	p->sum = mem_new(p->n_term, sizeof(*p->sum));
	for (uint32_t i = 0; i < p->n_part; i++)
		pool(p, i);
	for (uint32_t i = 0; i < p->n_part; i++) {
		uint32_t row = p->part[i].row;

		p->total += p->part[i].size;
		for (size_t k = t->at[row]; k < t->at[row + 1]; k++) {
			p->sum[t->col[k]] += t->f[k];
			p->rows += (uint64_t)t->f[k];
		}
	}
}

void
profiles_counts(struct profiles *p, const struct counts *c, bool rows)
{
	uint64_t line;

	profiles_open(p);
	p->n_part = c->parts.n;
	p->n_term = c->terms.n;
	if (c->sizes.n > 1)
		die_data(counts_where(c, 1, &line), 0,
		    "column n holds %" PRIu32 " sizes, and distances are "
		    "those of one: count it alone (ngrams -n)",
		    c->sizes.n);
	p->name = mem_new(p->n_part, sizeof(*p->name));
	for (uint32_t i = 0; i < p->n_part; i++) {
		size_t len;
		const char *s = counts_name(&c->parts, i, &len);

		p->name[i] = mem_copy(s, len);
	}
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];
		uint64_t sum = 0;

		for (size_t k = s->from; k < s->to; k++) {
			sparse_cell(
			    &p->cells, c->cell[k].term, (double)c->cell[k].f);
			sum += c->cell[k].f;
		}
		(void)profiles_text(p, s->part, rows ? sum : s->total);
	}
	profiles_done(p);
}

void
profiles_free(struct profiles *p)
{
	for (uint32_t i = 0; i < p->n_part; i++)
		free(p->name[i]);
	free(p->name);
	free(p->part);
	free(p->first);
	free(p->text);
	sparse_free(&p->cells);
	free(p->sum);
}

size_t
profiles_terms(const struct profiles *p, const struct profile *x)
{
	return p->cells.at[x->row + 1] - p->cells.at[x->row];
}

void
profiles_pair_open(struct profiles_pair *r, const struct profiles *p)
{
	size_t most = 0;

	for (uint32_t i = 0; i < p->n_part; i++)
		if (profiles_terms(p, &p->part[i]) > most)
			most = profiles_terms(p, &p->part[i]);
	*r = (struct profiles_pair){.p = p};
	r->x = mem_new(2 * most + 1, sizeof(*r->x));
	r->y = mem_new(2 * most + 1, sizeof(*r->y));
	r->w = mem_new(2 * most + 1, sizeof(*r->w));
	r->of_a = mem_new(p->n_term, sizeof(*r->of_a));
	r->of_b = mem_new(p->n_term, sizeof(*r->of_b));
}

void
profiles_pair_free(struct profiles_pair *r)
{
	free(r->x);
	free(r->y);
	free(r->w);
	free(r->of_a);
	free(r->of_b);
}

void
profiles_pair_first(struct profiles_pair *r, const struct profile *a)
{
	const struct sparse *t = &r->p->cells;

	if (r->a != NULL)
		for (size_t i = t->at[r->a->row]; i < t->at[r->a->row + 1]; i++)
			r->of_a[t->col[i]] = 0;
	r->a = a;
	for (size_t i = t->at[a->row]; i < t->at[a->row + 1]; i++)
		r->of_a[t->col[i]] = t->f[i];
}

/* The terms of b, then those of a alone.  No jump depends on which text has a
 * term: a processor could not foresee it. */
struct stat_pair
profiles_pair(struct profiles_pair *r, const struct profile *b, bool weigh)
{
	const struct profiles *p = r->p;
	const double total = (double)p->total;
	const struct sparse *cells = &p->cells;
	const uint32_t *term = cells->col;
	size_t from = cells->at[b->row];
	size_t to = cells->at[b->row + 1];
	size_t a_to = cells->at[r->a->row + 1];
	size_t n = 0;

	for (size_t j = from; j < to; j++, n++) {
		uint32_t t = term[j];

		r->x[n] = r->of_a[t];
		r->y[n] = cells->f[j];
		r->of_b[t] = 1;
		if (weigh)
			r->w[n] = total / p->sum[t];
	}
	for (size_t i = cells->at[r->a->row]; i < a_to; i++) {
		uint32_t t = term[i];

		r->x[n] = cells->f[i];
		r->y[n] = 0;
		if (weigh)
			r->w[n] = total / p->sum[t];
		n += !r->of_b[t];
	}
	for (size_t j = from; j < to; j++)
		r->of_b[term[j]] = 0;
	return (struct stat_pair){
	    r->x, r->y, r->w, n, (double)r->a->size, (double)b->size};
}
