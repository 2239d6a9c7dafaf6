#include "spectrum.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	SMALL = 64, /* frequencies counted without sorting: nearly all */
	TURNS = 4,
};

void
spectrum_clear(struct spectrum *s)
{
	s->n = 0;
	s->tokens = 0;
	s->types = 0;
}

void
spectrum_add(struct spectrum *s, uint64_t f, uint64_t types)
{
	if (f == 0 || types == 0)
		return;
	s->c = mem_grow(s->c, &s->cap, s->n + 1, sizeof(*s->c));
	s->c[s->n++] = (struct spectrum_class){f, types};
	s->tokens += f * types;
	s->types += types;
}

static int
by_frequency(const void *a, const void *b)
{
	uint64_t x = ((const struct spectrum_class *)a)->f;
	uint64_t y = ((const struct spectrum_class *)b)->f;

	return (x > y) - (x < y);
}

void
spectrum_sort(struct spectrum *s)
{
	size_t n = 0;

	if (s->n == 0)
		return;
	qsort(s->c, s->n, sizeof(*s->c), by_frequency);
	for (size_t i = 1; i < s->n; i++)
		if (s->c[i].f == s->c[n].f)
			s->c[n].types += s->c[i].types;
		else
			s->c[++n] = s->c[i];
	s->n = n + 1;
}

void
spectrum_count(struct spectrum *s, const uint64_t *f, size_t n)
{
	/* by turns, for most frequencies are the same few */
	uint32_t small[TURNS][SMALL] = {{0}};
	uint64_t most = 0;
	size_t large = 0;

	spectrum_clear(s);
	for (size_t i = 0; i < n; i++) {
		most = f[i] > most ? f[i] : most;
		if (f[i] < SMALL)
			small[i % TURNS][f[i]]++;
		else {
			s->large = mem_grow(s->large, &s->cap_large, large + 1,
			    sizeof(*s->large));
			s->large[large++] = f[i];
		}
	}
	for (size_t i = 1; i < SMALL && i <= most; i++) {
		uint64_t types = 0;

		for (int k = 0; k < TURNS; k++)
			types += small[k][i];
		spectrum_add(s, i, types);
	}
	for (size_t i = 0; i < large; i++)
		spectrum_add(s, s->large[i], 1);
	if (large > 1)
		spectrum_sort(s);
}

void
spectrum_free(struct spectrum *s)
{
	free(s->c);
	free(s->large);
	*s = (struct spectrum){0};
}

uint64_t
spectrum_types(const struct spectrum *s, uint64_t f)
{
	for (size_t i = 0; i < s->n && s->c[i].f <= f; i++)
		if (s->c[i].f == f)
			return s->c[i].types;
	return 0;
}
