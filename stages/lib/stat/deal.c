#include "deal.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

struct placed {
	uint32_t stratum;
	uint32_t unit;
};

static int
by_stratum(const void *a, const void *b)
{
	const struct placed *x = a;
	const struct placed *y = b;

	if (x->stratum != y->stratum)
		return x->stratum < y->stratum ? -1 : 1;
	return (x->unit > y->unit) - (x->unit < y->unit);
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return (*x > *y) - (*x < *y);
}

static struct placed *
sort_units(const uint32_t *stratum, uint32_t n)
{
	struct placed *v = mem_new(n, sizeof(*v));

	for (uint32_t i = 0; i < n; i++)
		v[i] = (struct placed){stratum[i], i};
	if (n > 0)
		qsort(v, n, sizeof(*v), by_stratum);
	return v;
}

void
stat_deal_first(uint32_t *first, const uint32_t *stratum, uint32_t n)
{
	struct placed *v = sort_units(stratum, n);

	for (uint32_t i = 0; i < n; i++)
		first[v[i].unit] = i > 0 && v[i].stratum == v[i - 1].stratum
		    ? first[v[i - 1].unit]
		    : v[i].unit;
	free(v);
}

/* Where the units are stratum by stratum, parts are shuffled where they are. */
static void
place(struct stat_deal *d)
{
	bool is = true;

	for (uint32_t i = 0; i < d->n; i++)
		is = is && d->order[i] == i;
	d->placed = is ? d->part : mem_new(d->n, sizeof(*d->placed));
	for (uint32_t i = 0; i < d->n; i++)
		d->placed[i] = d->part[d->order[i]];
}

void
stat_deal_open(struct stat_deal *d, const uint32_t *part,
    const uint32_t *stratum, uint32_t n)
{
	uint32_t *first = mem_new(n, sizeof(*first));
	struct placed *v;

	*d = (struct stat_deal){.n = n,
	    .part = mem_new(n, sizeof(*d->part)),
	    .order = mem_new(n, sizeof(*d->order)),
	    .end = mem_new(n, sizeof(*d->end)),
	    .per = mem_new((size_t)n + 1, sizeof(*d->per))};
	for (uint32_t i = 0; i < n; i++) {
		d->part[i] = part[i];
		d->per[i + 1] = stat_rng_range(i + 1).per;
	}
	if (stratum != NULL)
		stat_deal_first(first, stratum, n);
	v = sort_units(first, n);
	for (uint32_t i = 0; i < n; i++) {
		d->order[i] = v[i].unit;
		if (i + 1 == n || v[i + 1].stratum != v[i].stratum)
			d->end[d->n_stratum++] = i + 1;
	}
	free(first);
	free(v);
	place(d);
	stat_deal_seed(d, STAT_RNG_SEED, "", 0);
}

void
stat_deal_close(struct stat_deal *d)
{
	if (d->placed != d->part)
		free(d->placed);
	free(d->part);
	free(d->order);
	free(d->end);
	free(d->per);
	*d = (struct stat_deal){0};
}

void
stat_deal_seed(struct stat_deal *d, uint64_t seed, const char *name, size_t len)
{
	stat_rng_open(&d->rng, seed, name, len);
}

/* Fisher & Yates (1938), by Durstenfeld (1964), of n parts.  As many draws as
 * are ready, or as it can take, are gone through at once: few are too high. */
static void
shuffle(struct stat_deal *d, uint32_t *part, uint32_t n)
{
	struct stat_rng *r = &d->rng;
	size_t i = n;

	while (i > 1) {
		const uint32_t *x;
		const uint32_t *end;

		if (r->at == STAT_RNG_SIZE)
			stat_rng_turn(r);
		x = r->ready + r->at;
		end = STAT_RNG_SIZE - r->at < i ? r->ready + STAT_RNG_SIZE
						: x + i - 1;
		r->at += (uint32_t)(end - x);
		for (; x < end; x++) {
			size_t j =
			    (size_t)((stat_rng_u128)*x * d->per[i] >> 64);
			uint32_t held;

			if (j >= i)
				continue;
			held = part[--i];
			part[i] = part[j];
			part[j] = held;
		}
	}
}

void
stat_deal_next(struct stat_deal *d)
{
	uint32_t from = 0;

	for (uint32_t k = 0; k < d->n_stratum; k++) {
		shuffle(d, d->placed + from, d->end[k] - from);
		from = d->end[k];
	}
	for (uint32_t i = 0; i < d->n && d->placed != d->part; i++)
		d->part[d->order[i]] = d->placed[i];
}

/* ln of the orders of v[0 .. n - 1], which it sorts. */
static double
ln_orders(uint32_t *v, uint32_t n)
{
	double ln = lgamma((double)n + 1);
	uint32_t from = 0;

	qsort(v, n, sizeof(*v), by_number);
	for (uint32_t i = 1; i <= n; i++)
		if (i == n || v[i] != v[from]) {
			ln -= lgamma((double)(i - from) + 1);
			from = i;
		}
	return ln;
}

double
stat_deal_ln_count(const struct stat_deal *d)
{
	uint32_t *v = mem_new(d->n, sizeof(*v));
	uint32_t from = 0;
	double ln = 0;

	for (uint32_t k = 0; k < d->n_stratum; k++) {
		for (uint32_t i = from; i < d->end[k]; i++)
			v[i] = d->part[d->order[i]];
		ln += ln_orders(v + from, d->end[k] - from);
		from = d->end[k];
	}
	free(v);
	return ln;
}

double
stat_deal_p(uint64_t reached, uint64_t n)
{
	return ((double)reached + 1) / ((double)n + 1);
}

double
stat_deal_least(uint64_t n, double ln_count)
{
	double least = 1 / ((double)n + 1);
	double itself = exp(-ln_count);

	return least > itself ? least : itself;
}

uint64_t
stat_deal_enough(uint64_t family, double q, uint64_t most)
{
	double n = ceil((double)family / q);

	if (n < STAT_DEALS_LEAST)
		return STAT_DEALS_LEAST < most ? STAT_DEALS_LEAST : most;
	return n < (double)most ? (uint64_t)n : most;
}

void
stat_draw_open(struct stat_draw *d, uint32_t n, uint64_t seed, const char *name,
    size_t len)
{
	*d = (struct stat_draw){.n = n,
	    .times = mem_new(n, sizeof(*d->times)),
	    .range = stat_rng_range(n)};
	stat_rng_open(&d->rng, seed, name, len);
}

void
stat_draw_close(struct stat_draw *d)
{
	free(d->times);
	*d = (struct stat_draw){0};
}

void
stat_draw_next(struct stat_draw *d)
{
	memset(d->times, 0, d->n * sizeof(*d->times));
	for (uint32_t i = 0; i < d->n; i++)
		d->times[stat_rng_in(&d->rng, &d->range)]++;
}
