#include "profiles.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

void
profiles_text(struct profiles *p, uint32_t part, uint64_t size)
{
	p->text =
	    mem_grow(p->text, &p->cap_text, p->n_text + 1, sizeof(*p->text));
	p->text[p->n_text++] =
	    (struct profile){p->n_cell, p->n_cell, size, part};
}

static void
add_cell(struct profiles *p, uint32_t term, double f)
{
	p->term =
	    mem_grow(p->term, &p->cap_term, p->n_cell + 1, sizeof(*p->term));
	p->f = mem_grow(p->f, &p->cap_f, p->n_cell + 1, sizeof(*p->f));
	p->term[p->n_cell] = term;
	p->f[p->n_cell++] = f;
}

void
profiles_add(struct profiles *p, uint32_t term, double f)
{
	add_cell(p, term, f);
	p->text[p->n_text - 1].to = p->n_cell;
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

	*to = (struct profile){p->n_cell, p->n_cell, 0, part};
	if (p->first[part + 1] - p->first[part] == 1) {
		*to = p->text[p->first[part]];
		return;
	}
	for (size_t i = p->first[part]; i < p->first[part + 1]; i++) {
		to->size += p->text[i].size;
		for (size_t k = p->text[i].from; k < p->text[i].to; k++)
			p->sum[p->term[k]] += p->f[k];
	}
	for (uint32_t k = 0; to->size > 0 && k < p->n_term; k++)
		if (p->sum[k] > 0) {
			add_cell(p, k, p->sum[k]);
			p->sum[k] = 0;
		}
	to->to = p->n_cell;
}

void
profiles_done(struct profiles *p)
{
	sort_texts(p);
	p->part = mem_new(p->n_part, sizeof(*p->part));
	p->sum = mem_new(p->n_term, sizeof(*p->sum));
	for (uint32_t i = 0; i < p->n_part; i++)
		pool(p, i);
	for (uint32_t i = 0; i < p->n_part; i++) {
		p->total += p->part[i].size;
		for (size_t k = p->part[i].from; k < p->part[i].to; k++) {
			p->sum[p->term[k]] += p->f[k];
			p->rows += (uint64_t)p->f[k];
		}
	}
}

void
profiles_counts(struct profiles *p, const struct counts *c)
{
	uint64_t line;

	*p = (struct profiles){.n_part = c->parts.n, .n_term = c->terms.n};
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

		profiles_text(p, s->part, s->total);
		for (size_t k = s->from; k < s->to; k++)
			profiles_add(p, c->cell[k].term, (double)c->cell[k].f);
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
	free(p->term);
	free(p->f);
	free(p->sum);
}

void
profiles_pair_open(struct profiles_pair *r, const struct profiles *p)
{
	size_t most = 0;

	for (uint32_t i = 0; i < p->n_part; i++)
		if (p->part[i].to - p->part[i].from > most)
			most = p->part[i].to - p->part[i].from;
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
	const struct profiles *p = r->p;

	if (r->a != NULL)
		for (size_t i = r->a->from; i < r->a->to; i++)
			r->of_a[p->term[i]] = 0;
	r->a = a;
	for (size_t i = a->from; i < a->to; i++)
		r->of_a[p->term[i]] = p->f[i];
}

/* The terms of b, then those of a alone.  No jump depends on which text has a
 * term: a processor could not foresee it. */
struct stat_pair
profiles_pair(struct profiles_pair *r, const struct profile *b, bool weigh)
{
	const struct profiles *p = r->p;
	const double total = (double)p->total;
	size_t n = 0;

	for (size_t j = b->from; j < b->to; j++, n++) {
		uint32_t t = p->term[j];

		r->x[n] = r->of_a[t];
		r->y[n] = p->f[j];
		r->of_b[t] = 1;
		if (weigh)
			r->w[n] = total / p->sum[t];
	}
	for (size_t i = r->a->from; i < r->a->to; i++) {
		uint32_t t = p->term[i];

		r->x[n] = p->f[i];
		r->y[n] = 0;
		if (weigh)
			r->w[n] = total / p->sum[t];
		n += !r->of_b[t];
	}
	for (size_t j = b->from; j < b->to; j++)
		r->of_b[p->term[j]] = 0;
	return (struct stat_pair){
	    r->x, r->y, r->w, n, (double)r->a->size, (double)b->size};
}
