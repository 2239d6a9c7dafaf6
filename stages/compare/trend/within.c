#include "within.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/deal.h"

struct placed {
	uint32_t of;
	uint32_t unit;
};

static int
by_stratum(const void *a, const void *b)
{
	const struct placed *x = a;
	const struct placed *y = b;

	if (x->of != y->of)
		return x->of < y->of ? -1 : 1;
	return (x->unit > y->unit) - (x->unit < y->unit);
}

/* The unit at place i, the first of its stratum or not, into its cell. */
static void
add_unit(struct within *w, const struct series *s, const struct placed *v,
    uint32_t i)
{
	uint32_t unit = v[i].unit;

	if (i == 0 || v[i].of != v[i - 1].of)
		w->n_stratum++;
	if (i == 0 || v[i].of != v[i - 1].of ||
	    s->point[unit] != s->point[v[i - 1].unit])
		w->point[w->n_cell++] = s->point[unit];
	w->place[unit] = i;
	w->unit[i] = unit;
	w->stratum[unit] = w->n_stratum - 1;
	w->cell[unit] = w->at[i] = w->n_cell - 1;
	w->x[w->n_cell - 1] = s->x[s->point[unit]];
	w->t[w->n_cell - 1] += s->words[unit];
	w->end[w->n_stratum - 1] = i + 1;
	w->cell_end[w->n_stratum - 1] = w->n_cell;
}

void
within_open(struct within *w, const struct series *s, const uint32_t *of)
{
	uint32_t n = s->n_unit;
	uint32_t *first = mem_new(n, sizeof(*first));
	struct placed *v = mem_new(n, sizeof(*v));

	*w = (struct within){.stratum = mem_new(n, sizeof(*w->stratum)),
	    .place = mem_new(n, sizeof(*w->place)),
	    .unit = mem_new(n, sizeof(*w->unit)),
	    .at = mem_new(n, sizeof(*w->at)),
	    .end = mem_new(n, sizeof(*w->end)),
	    .cell = mem_new(n, sizeof(*w->cell)),
	    .point = mem_new(n, sizeof(*w->point)),
	    .x = mem_new(n, sizeof(*w->x)),
	    .t = mem_new(n, sizeof(*w->t)),
	    .cell_end = mem_new(n, sizeof(*w->cell_end))};
	if (of != NULL)
		stat_deal_first(first, of, n);
	for (uint32_t i = 0; i < n; i++)
		v[i] = (struct placed){first[i], i};
	if (n > 0)
		qsort(v, n, sizeof(*v), by_stratum);
	for (uint32_t i = 0; i < n; i++)
		add_unit(w, s, v, i);
	free(first);
	free(v);
}

void
within_close(struct within *w)
{
	free(w->stratum);
	free(w->place);
	free(w->unit);
	free(w->at);
	free(w->end);
	free(w->cell);
	free(w->point);
	free(w->x);
	free(w->t);
	free(w->cell_end);
	*w = (struct within){0};
}

void
within_sum(
    const struct within *w, const struct series *s, uint32_t item, uint64_t *f)
{
	memset(f, 0, w->n_cell * sizeof(*f));
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		f[w->cell[s->hit[j].unit]] += s->hit[j].f;
}

void
within_list(struct within_items *x, const struct within *w,
    const struct series *s, const uint32_t *item, uint32_t n)
{
	size_t *at = mem_new(w->n_stratum, sizeof(*at)); /* + 1 */
	size_t cap = 0;
	size_t k = 0;

	*x = (struct within_items){
	    .first = mem_new((size_t)n + 1, sizeof(*x->first))};
	for (uint32_t i = 0; i < n; i++) {
		for (size_t j = s->first[item[i]]; j < s->first[item[i] + 1];
		     j++) {
			uint32_t g = w->stratum[s->hit[j].unit];

			if (at[g] <= x->first[i]) {
				x->had = mem_grow(
				    x->had, &cap, k + 1, sizeof(*x->had));
				x->had[k] = (struct within_had){0, g};
				at[g] = ++k;
			}
			x->had[at[g] - 1].F += (double)s->hit[j].f;
		}
		x->first[i + 1] = k;
	}
	free(at);
}

void
within_list_free(struct within_items *x)
{
	free(x->first);
	free(x->had);
	*x = (struct within_items){0};
}
