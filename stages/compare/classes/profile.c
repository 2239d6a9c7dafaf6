#include "profile.h"

#include <math.h>
#include <stdlib.h>

#include "compare/common/ranked.h"
#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/stat/keyness.h"

static void
count(struct profile *p, const struct classes *c, const struct sparse *t)
{
	for (uint32_t i = 0; i < t->n_row; i++) {
		if (c->of[i] == 0)
			continue;
		for (size_t j = t->at[i]; j < t->at[i + 1]; j++) {
			size_t k = (size_t)(c->of[i] - 1) * p->n_item;

			p->mark[k + t->col[j]].in++;
		}
	}
	for (uint32_t j = 0; j < p->n_item; j++) {
		uint32_t all = 0;

		for (uint32_t i = 0; i < p->n_class; i++)
			all += p->mark[(size_t)i * p->n_item + j].in;
		for (uint32_t i = 0; i < p->n_class; i++) {
			p->mark[(size_t)i * p->n_item + j].item = j;
			p->mark[(size_t)i * p->n_item + j].all = all;
		}
	}
}

static void
test(struct profile *p, const struct classes *c)
{
	size_t n = (size_t)p->n_class * p->n_item;
	double *q = mem_new(n, sizeof(*q));

	for (size_t i = 0; i < n; i++) {
		struct mark *m = &p->mark[i];
		uint32_t size = c->size[i / p->n_item + 1];
		struct stat_keyness x = {
		    m->in, size, m->all - m->in, p->n - size};

		m->chi2 = stat_keyness_chi2(&x);
		m->ln_p = stat_keyness_ln_p(m->chi2);
		q[i] = m->ln_p;
	}
	p->n_test = stat_adjust_bh(q, NULL, n);
	for (size_t i = 0; i < n; i++)
		p->mark[i].ln_q = q[i];
	free(q);
}

static void
rank(struct profile *p)
{
	struct ranked *r = mem_new(p->n_item, sizeof(*r));

	for (uint32_t i = 0; i < p->n_class; i++) {
		size_t at = (size_t)i * p->n_item;

		for (uint32_t j = 0; j < p->n_item; j++)
			r[j] = (struct ranked){p->mark[at + j].chi2, j};
		ranked_falling(r, p->n_item);
		for (uint32_t j = 0; j < p->n_item; j++)
			p->order[at + j] = r[j].id;
	}
	free(r);
}

void
profile_open(struct profile *p, const struct classes *c, const struct sparse *t)
{
	size_t n = (size_t)c->n * t->n_col;

	*p = (struct profile){.n_class = c->n,
	    .n_item = t->n_col,
	    .n = c->n_segment - c->size[0]};
	p->mark = mem_new(n, sizeof(*p->mark));
	p->order = mem_new(n, sizeof(*p->order));
	count(p, c, t);
	test(p, c);
	rank(p);
}

void
profile_free(struct profile *p)
{
	free(p->mark);
	free(p->order);
}

uint32_t
profile_typical(const struct profile *p, const struct classes *c,
    const struct sparse *t, const struct wish *w, struct typical *to)
{
	struct ranked *all = mem_new(c->size[w->class], sizeof(*all));
	uint32_t n = 0;
	uint32_t k = 0;

	for (uint32_t i = 0; i < t->n_row; i++) {
		double score = 0;

		if (c->of[i] != w->class)
			continue;
		for (size_t j = t->at[i]; j < t->at[i + 1]; j++) {
			double x = profile_mark(p, w->class, t->col[j])->chi2;

			if (x > 0 && x >= w->least)
				score += x;
		}
		all[n++] = (struct ranked){score, i};
	}
	ranked_falling(all, n);
	for (; k < n && k < w->most; k++)
		to[k] = (struct typical){all[k].id, all[k].v};
	free(all);
	return k;
}
