#include "spread.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

void
spread_open(struct spread *s, uint32_t n_term)
{
	*s = (struct spread){.n_term = n_term};
	s->first = mem_new((size_t)n_term + 1, sizeof(*s->first));
	s->at = mem_new((size_t)n_term + 1, sizeof(*s->at));
}

void
spread_close(struct spread *s)
{
	free(s->first);
	free(s->f);
	free(s->n);
	free(s->at);
	*s = (struct spread){0};
}

void
spread_part(struct spread *s, uint64_t words)
{
	if (s->n_part == 0 || words < s->least)
		s->least = words;
	s->n_part++;
	s->words += words;
}

void
spread_room(struct spread *s)
{
	for (uint32_t k = 0; k < s->n_term; k++)
		s->first[k + 1] += s->first[k];
	memcpy(s->at, s->first, ((size_t)s->n_term + 1) * sizeof(*s->at));
	s->f = mem_new(s->first[s->n_term], sizeof(*s->f));
	s->n = mem_new(s->first[s->n_term], sizeof(*s->n));
}

struct stat_dispersion
spread_of(const struct spread *s, uint32_t term)
{
	size_t from = s->first[term];
	struct stat_dispersion x = {s->f + from, s->n + from,
	    s->first[term + 1] - from, s->n_part, 0, s->words};

	for (size_t i = 0; i < x.range; i++)
		x.F += x.f[i];
	return x;
}
