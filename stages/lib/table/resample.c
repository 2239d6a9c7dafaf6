#include "resample.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	HELD = 1 << 22 /* rates */
};

void
resample_open(
    struct resample *s, const struct rollup *r, uint32_t reps, double base)
{
	uint32_t block = HELD / reps + 1;

	*s = (struct resample){
	    .c = r->c, .r = r, .reps = reps, .base = base, .block = block};
	if (s->block > r->n_item)
		s->block = r->n_item;
	s->unit = mem_new(r->c->n_slice, sizeof(*s->unit));
	s->at = mem_new(r->c->n_slice, sizeof(*s->at));
	s->times = mem_new(r->c->n_slice, sizeof(*s->times));
	s->words = mem_new(r->c->n_slice, sizeof(*s->words));
	s->place = mem_new(s->block, sizeof(*s->place));
	s->item = mem_new(s->block, sizeof(*s->item));
	s->hits = mem_new(s->block, sizeof(*s->hits));
	s->drawn = mem_new((size_t)s->block * reps, sizeof(*s->drawn));
}

void
resample_close(struct resample *s)
{
	free(s->unit);
	free(s->at);
	free(s->times);
	free(s->words);
	free(s->place);
	free(s->item);
	free(s->hit);
	free(s->hits);
	free(s->drawn);
	*s = (struct resample){0};
}

/* The hits of the units in items from .. to - 1, by item; s->n_place gets how
 * many items have some. */
static void
gather(struct resample *s, uint32_t from, uint32_t to)
{
	const struct rollup *r = s->r;
	size_t n = 0;

	s->n_place = 0;
	memset(s->place, 0xFF, (to - from) * sizeof(*s->place));
	for (uint32_t i = 0; i < s->n_unit; i++) {
		size_t end = r->first[s->unit[i] + 1];

		if (from == 0)
			s->at[i] = r->first[s->unit[i]];
		for (; s->at[i] < end && r->hit[s->at[i]].item < to;
		     s->at[i]++) {
			const struct rollup_hit *h = &r->hit[s->at[i]];
			uint32_t *place = &s->place[h->item - from];

			if (*place == UINT32_MAX) {
				s->item[s->n_place] = h->item - from;
				*place = s->n_place++;
			}
			s->hit = mem_grow(
			    s->hit, &s->cap_hit, n + 1, sizeof(*s->hit));
			s->hit[n++] =
			    (struct resample_hit){i, *place, (double)h->f};
		}
	}
	s->n_hit = n;
}

/* Draws as many units as there are; returns their words. */
static uint64_t
draw(struct resample *s, struct stat_rng *rng)
{
	uint64_t words = 0;

	memset(s->times, 0, s->n_unit * sizeof(*s->times));
	for (uint32_t i = 0; i < s->n_unit; i++) {
		uint32_t k = stat_rng_below(rng, s->n_unit);

		s->times[k]++;
		words += s->words[k];
	}
	return words;
}

void
resample_rates(
    struct resample *s, struct stat_rng *rng, uint32_t from, uint32_t to)
{
	gather(s, from, to);
	for (uint32_t i = 0; i < s->n_unit; i++)
		s->words[i] = s->c->slice[s->unit[i]].total;
	for (uint32_t rep = 0; rep < s->reps; rep++) {
		double words = (double)draw(s, rng);

		memset(s->hits, 0, s->n_place * sizeof(*s->hits));
		for (size_t j = 0; j < s->n_hit; j++)
			s->hits[s->hit[j].place] +=
			    s->times[s->hit[j].unit] * s->hit[j].f;
		for (uint32_t k = 0; k < s->n_place; k++)
			s->drawn[(size_t)s->item[k] * s->reps + rep] =
			    s->base * s->hits[k] / words;
	}
}
