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

/* The rates of the items that are hit, in n resamples from rep on. */
static void
put_rates(struct resample *s, uint32_t rep, uint32_t n, const boot_lanes *words)
{
	for (uint32_t k = 0; k < s->n_place; k++) {
		boot_lanes rate = s->base * s->hits[k] / *words;

		memcpy(s->drawn + (size_t)s->item[k] * s->reps + rep, &rate,
		    n * sizeof(*s->drawn));
	}
}

void
resample_rates(
    struct resample *s, struct stat_rng *rng, uint32_t from, uint32_t to)
{
	gather(s, from, to);
	for (uint32_t i = 0; i < s->n_unit; i++)
		s->words[i] = (double)s->c->slice[s->unit[i]].total;
	for (uint32_t rep = 0; rep < s->reps; rep += BOOT_LANES) {
		uint32_t n =
		    s->reps - rep < BOOT_LANES ? s->reps - rep : BOOT_LANES;
		boot_lanes words = {0};

		boot_draw_lanes(rng, s->n_unit, n, s->times);
		for (uint32_t i = 0; i < s->n_unit; i++)
			words += s->times[i] * s->words[i];
		memset(s->hits, 0, s->n_place * sizeof(*s->hits));
		for (size_t j = 0; j < s->n_hit; j++)
			s->hits[s->hit[j].place] +=
			    s->times[s->hit[j].unit] * s->hit[j].f;
		put_rates(s, rep, n, &words);
	}
}
