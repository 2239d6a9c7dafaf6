#include "shingle.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

void
shingle_clear(struct shingle *t)
{
	t->n_word = 0;
	t->n = 0;
	t->most = 0;
}

/* Steele, Lea & Flood 2014: the finalizer of SplitMix64. */
static uint64_t
mix(uint64_t x)
{
	x ^= x >> 30;
	x *= UINT64_C(0xBF58476D1CE4E5B9);
	x ^= x >> 27;
	x *= UINT64_C(0x94D049BB133111EB);
	return x ^ x >> 31;
}

static int
by_value(const void *a, const void *b)
{
	const uint64_t *x = a;
	const uint64_t *y = b;

	return (*x > *y) - (*x < *y);
}

/* Leaves the smallest hashes, rising, each once. */
static void
shrink(struct shingle *t)
{
	size_t n = 0;

	if (t->n > 0)
		qsort(t->h, t->n, sizeof(*t->h), by_value);
	for (size_t i = 0; i < t->n && n < SHINGLE_SKETCH; i++)
		if (n == 0 || t->h[n - 1] != t->h[i])
			t->h[n++] = t->h[i];
	t->n = n;
	if (n == SHINGLE_SKETCH)
		t->most = t->h[n - 1];
}

void
shingle_add(struct shingle *t, uint64_t word)
{
	uint64_t h = 0;

	t->word[t->n_word++ % SHINGLE_WORDS] = word;
	if (t->n_word < SHINGLE_WORDS)
		return;
	for (size_t k = 0; k < SHINGLE_WORDS; k++)
		h = mix(h + t->word[(t->n_word + k) % SHINGLE_WORDS]);
	if (t->most > 0 && h >= t->most)
		return;
	if (t->n == SHINGLE_ROOM)
		shrink(t);
	t->h[t->n++] = h;
}

void
shingle_sketch(struct shingle *t, struct sketch *to)
{
	shrink(t);
	to->n = t->n;
	to->h = mem_new(t->n, sizeof(*to->h));
	if (t->n > 0)
		memcpy(to->h, t->h, t->n * sizeof(*to->h));
}

/* Of SHINGLE_SKETCH hashes, how many may be in one sketch only. */
static size_t
allowed(double least)
{
	return (size_t)((1 - least) * SHINGLE_SKETCH + 1e-9);
}

double
sketch_jaccard(const struct sketch *a, const struct sketch *b, double least)
{
	size_t may = allowed(least);
	size_t alone = 0;
	size_t both = 0;
	size_t i = 0;
	size_t k = 0;
	double jaccard;

	while (both + alone < SHINGLE_SKETCH && (i < a->n || k < b->n)) {
		if (i < a->n && k < b->n && a->h[i] == b->h[k]) {
			both++;
			i++;
			k++;
			continue;
		}
		if (k == b->n || (i < a->n && a->h[i] < b->h[k]))
			i++;
		else
			k++;
		if (++alone > may)
			return -1;
	}
	if (both == 0)
		return -1;
	jaccard = (double)both / (double)(both + alone);
	return jaccard < least ? -1 : jaccard;
}

size_t
sketch_differ(const struct sketch *s, double least)
{
	size_t may = (size_t)((1 - least) * (double)s->n + 1e-9);

	return may < s->n ? may + 1 : s->n;
}
