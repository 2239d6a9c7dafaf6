#include "band.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/deal.h"

enum {
	AT_ONCE = 4 /* deals */
};

/* Points whose units are each in a stratum of one point. */
static void
find_still(struct band *b, const struct within *w)
{
	const struct series *s = &b->t->s;
	bool *moves = mem_new(w->n_stratum, sizeof(*moves));

	for (uint32_t g = 0; g < w->n_stratum; g++)
		moves[g] =
		    w->cell_end[g] - (g > 0 ? w->cell_end[g - 1] : 0) > 1;
	for (uint32_t k = 0; k < s->n_point; k++)
		b->still[k] = true;
	for (uint32_t i = 0; i < s->n_unit; i++)
		if (moves[w->stratum[i]])
			b->still[s->point[i]] = false;
	free(moves);
}

static void
deal_out(struct band *b, const struct within *w)
{
	const struct series *s = &b->t->s;
	struct stat_deal d;
	size_t len;
	const char *name = counts_name(&b->t->c->sizes, b->t->size, &len);

	stat_deal_open(&d, s->point, w->stratum, s->n_unit);
	stat_deal_seed(&d, b->t->rule->seed, name, len);
	for (uint32_t i = 0; i < b->n_deal; i++) {
		double *per = b->per + (size_t)i * s->n_point;

		stat_deal_next(&d);
		memcpy(b->point + (size_t)i * s->n_unit, d.part,
		    s->n_unit * sizeof(*d.part));
		for (uint32_t u = 0; u < s->n_unit; u++)
			per[d.part[u]] += (double)s->words[u];
		for (uint32_t k = 0; k < s->n_point; k++)
			per[k] = b->t->rule->base / per[k];
	}
	stat_deal_close(&d);
}

void
band_open(struct band *b, const struct trend *t, const struct within *w)
{
	const struct series *s = &t->s;
	const struct rule *r = t->rule;

	*b = (struct band){.t = t};
	if (r->pooled && s->n_point > 1 && r->deals >= BAND_LEAST)
		b->n_deal =
		    r->deals < BAND_DEALS ? (uint32_t)r->deals : BAND_DEALS;
	b->point = mem_new((size_t)b->n_deal * s->n_unit, sizeof(*b->point));
	b->per = mem_new((size_t)b->n_deal * s->n_point, sizeof(*b->per));
	b->rate = mem_new((size_t)b->n_deal * s->n_point, sizeof(*b->rate));
	b->still = mem_new(s->n_point, sizeof(*b->still));
	b->f = mem_new((size_t)s->n_point * AT_ONCE, sizeof(*b->f));
	find_still(b, w);
	if (b->n_deal > 0)
		deal_out(b, w);
}

void
band_close(struct band *b)
{
	free(b->point);
	free(b->per);
	free(b->still);
	free(b->f);
	free(b->rate);
	*b = (struct band){0};
}

/* The rates of an item in some deals, from one on; those behind the last are
 * the last one again. */
static void
look(struct band *b, uint32_t item, uint32_t deal)
{
	const struct series *s = &b->t->s;
	size_t n = s->n_point;
	uint64_t *f = b->f;
	const uint32_t *point[AT_ONCE];
	uint32_t of[AT_ONCE];

	for (uint32_t k = 0; k < AT_ONCE; k++) {
		of[k] = deal + k < b->n_deal ? deal + k : b->n_deal - 1;
		point[k] = b->point + (size_t)of[k] * s->n_unit;
	}
	memset(f, 0, (size_t)n * AT_ONCE * sizeof(*f));
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++) {
		const struct series_hit *x = &s->hit[j];

		f[point[0][x->unit]] += x->f;
		f[n + point[1][x->unit]] += x->f;
		f[2 * n + point[2][x->unit]] += x->f;
		f[3 * n + point[3][x->unit]] += x->f;
	}
	for (uint32_t i = 0; i < AT_ONCE; i++)
		for (size_t k = 0; k < n; k++)
			b->rate[k * b->n_deal + of[i]] = (double)f[i * n + k] *
			    b->per[(size_t)of[i] * n + k];
}

void
band_find(struct band *b, uint32_t item, struct stat_interval *x)
{
	const struct series *s = &b->t->s;

	for (uint32_t i = 0; i < b->n_deal; i += AT_ONCE)
		look(b, item, i);
	for (uint32_t k = 0; k < s->n_point; k++)
		x[k] = b->n_deal == 0 || b->still[k]
		    ? stat_interval_none
		    : stat_interval_percentile(b->rate + (size_t)k * b->n_deal,
			  b->n_deal, b->t->rule->level);
}
