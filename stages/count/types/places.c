#include "places.h"

#include <stdlib.h>

#include "lib/base/mem.h"
#include "stat_arf.h"

enum {
	HELD = 64 << 20 /* bytes in memory */
};

void
places_open(struct places *p)
{
	*p = (struct places){.block = mem_new(PLACES_BLOCK, sizeof(*p->block))};
	spool_open(&p->file, HELD);
}

void
places_flush(struct places *p)
{
	spool_put(&p->file, p->block, p->n_block * sizeof(*p->block));
	p->n_block = 0;
}

void
places_close(struct places *p)
{
	spool_close(&p->file);
	free(p->block);
}

double *
places_arf(struct places *p, const uint64_t *freq, uint32_t n_type)
{
	struct stat_arf *a = mem_new(n_type, sizeof(*a));
	double *arf = mem_new(n_type, sizeof(*arf));
	uint64_t at = 0;

	places_flush(p);
	while (at < p->n) {
		uint64_t left = p->n - at;
		size_t n = left < PLACES_BLOCK ? (size_t)left : PLACES_BLOCK;

		spool_get(&p->file, at * sizeof(*p->block), p->block,
		    n * sizeof(*p->block));
		for (size_t i = 0; i < n; i++) {
			uint32_t type = p->block[i];

			at++;
			if (type != PLACES_NONE)
				stat_arf_add(&a[type], at, freq[type], p->n);
		}
	}
	for (uint32_t i = 0; i < n_type; i++)
		arf[i] = stat_arf(&a[i], freq[i], p->n);
	free(a);
	return arf;
}
