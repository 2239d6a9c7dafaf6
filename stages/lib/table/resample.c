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
	s->hits = mem_new(s->block, sizeof(*s->hits));
	s->drawn = mem_new((size_t)s->block * reps, sizeof(*s->drawn));
}

void
resample_close(struct resample *s)
{
	free(s->unit);
	free(s->at);
	free(s->times);
	free(s->hits);
	free(s->drawn);
	*s = (struct resample){0};
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
		words += s->c->slice[s->unit[k]].total;
	}
	return words;
}

void
resample_rates(
    struct resample *s, struct stat_rng *rng, uint32_t from, uint32_t to)
{
	const struct rollup *r = s->r;

	for (uint32_t i = 0; i < s->n_unit; i++) {
		size_t end = r->first[s->unit[i] + 1];

		if (from == 0)
			s->at[i] = r->first[s->unit[i]];
		while (s->at[i] < end && r->hit[s->at[i]].item < from)
			s->at[i]++;
	}
	for (uint32_t rep = 0; rep < s->reps; rep++) {
		double words = (double)draw(s, rng);

		memset(s->hits, 0, (to - from) * sizeof(*s->hits));
		for (uint32_t i = 0; i < s->n_unit; i++) {
			size_t j = s->at[i];
			size_t end = r->first[s->unit[i] + 1];
			double times = s->times[i];

			if (s->times[i] == 0)
				continue;
			for (; j < end && r->hit[j].item < to; j++)
				s->hits[r->hit[j].item - from] +=
				    times * (double)r->hit[j].f;
		}
		for (uint32_t k = 0; k < to - from; k++)
			s->drawn[(size_t)k * s->reps + rep] =
			    s->base * s->hits[k] / words;
	}
}
