#include "series.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* The units of size, sorted by period: a count by period, then places. */
static void
list_units(struct series *s, const struct counts *c, const struct period *p,
    uint32_t size)
{
	uint32_t *at = mem_new((size_t)p->n + 1, sizeof(*at));
	uint32_t *period_of = mem_new(c->n_slice, sizeof(*period_of));

	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *x = &c->slice[i];

		period_of[i] = UINT32_MAX;
		if (x->size != size || p->of[x->part] == UINT32_MAX)
			continue;
		if (x->total == 0) {
			s->n_empty++;
			continue;
		}
		period_of[i] = p->of[x->part];
		at[period_of[i] + 1]++;
		s->n_unit++;
	}
	s->slice = mem_new(s->n_unit, sizeof(*s->slice));
	s->words = mem_new(s->n_unit, sizeof(*s->words));
	for (uint32_t k = 0; k < p->n; k++)
		at[k + 1] += at[k];
	for (size_t i = 0; i < c->n_slice; i++)
		if (period_of[i] != UINT32_MAX) {
			uint32_t k = at[period_of[i]]++;

			s->slice[k] = i;
			s->words[k] = c->slice[i].total;
		}
	free(period_of);
	free(at);
}

static void
list_points(struct series *s, const struct counts *c, const struct period *p)
{
	s->point = mem_new(s->n_unit, sizeof(*s->point));
	s->period = mem_new(s->n_unit, sizeof(*s->period));
	s->x = mem_new(s->n_unit, sizeof(*s->x));
	s->t = mem_new(s->n_unit, sizeof(*s->t));
	for (uint32_t i = 0; i < s->n_unit; i++) {
		uint32_t k = p->of[c->slice[s->slice[i]].part];

		if (s->n_point == 0 || s->period[s->n_point - 1] != k) {
			s->period[s->n_point] = k;
			s->x[s->n_point++] = p->x[k];
		}
		s->point[i] = s->n_point - 1;
		s->t[s->n_point - 1] += s->words[i];
		s->T += s->words[i];
	}
}

/* The hits by slice and item become hits by item and unit. */
static void
turn(struct series *s, const struct rollup *r)
{
	size_t *at = mem_new((size_t)r->n_item + 1, sizeof(*at));

	s->n_item = r->n_item;
	s->first = mem_new((size_t)r->n_item + 1, sizeof(*s->first));
	s->F = mem_new(r->n_item, sizeof(*s->F));
	for (uint32_t i = 0; i < s->n_unit; i++)
		for (size_t j = r->first[s->slice[i]];
		     j < r->first[s->slice[i] + 1]; j++)
			s->first[r->hit[j].item + 1]++;
	for (uint32_t k = 0; k < r->n_item; k++)
		s->first[k + 1] += s->first[k];
	memcpy(at, s->first, ((size_t)r->n_item + 1) * sizeof(*at));
	s->hit = mem_new(s->first[r->n_item], sizeof(*s->hit));
	for (uint32_t i = 0; i < s->n_unit; i++)
		for (size_t j = r->first[s->slice[i]];
		     j < r->first[s->slice[i] + 1]; j++) {
			const struct rollup_hit *x = &r->hit[j];

			s->hit[at[x->item]++] = (struct series_hit){i, x->f};
			s->F[x->item] += x->f;
		}
	free(at);
}

void
series_open(struct series *s, const struct rollup *r, const struct period *p,
    uint32_t size)
{
	*s = (struct series){0};
	list_units(s, r->c, p, size);
	list_points(s, r->c, p);
	turn(s, r);
}

void
series_close(struct series *s)
{
	free(s->period);
	free(s->x);
	free(s->t);
	free(s->point);
	free(s->words);
	free(s->slice);
	free(s->F);
	free(s->first);
	free(s->hit);
	*s = (struct series){0};
}

void
series_sum(const struct series *s, uint32_t item, uint64_t *f)
{
	memset(f, 0, s->n_point * sizeof(*f));
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		f[s->point[s->hit[j].unit]] += s->hit[j].f;
}
