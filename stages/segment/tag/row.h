/* row - a number of two bytes for each tag, which stay at their ends where a
 * sum goes beyond them. */
#ifndef ROW_H
#define ROW_H

#include <stddef.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
	TAG_SUMS = 20 /* tags, and so many that they are added in three steps */
};

struct row {
	int16_t v[TAG_SUMS];
};

static inline int16_t
row_cut(int32_t v)
{
	return (int16_t)(v > INT16_MAX ? INT16_MAX
		: v < INT16_MIN        ? INT16_MIN
				       : v);
}

/* The sum of n rows, one at least. */
static inline __attribute__((always_inline)) void
row_sum(struct row *to, const struct row *const *x, size_t n)
{
#ifdef __SSE2__
	__m128i a = _mm_loadu_si128((const __m128i *)(const void *)x[0]->v);
	__m128i b =
	    _mm_loadu_si128((const __m128i *)(const void *)(x[0]->v + 8));
	__m128i c =
	    _mm_loadl_epi64((const __m128i *)(const void *)(x[0]->v + 16));

	for (size_t i = 1; i < n; i++) {
		const int16_t *v = x[i]->v;

		a = _mm_adds_epi16(
		    a, _mm_loadu_si128((const __m128i *)(const void *)v));
		b = _mm_adds_epi16(
		    b, _mm_loadu_si128((const __m128i *)(const void *)(v + 8)));
		c = _mm_adds_epi16(c,
		    _mm_loadl_epi64((const __m128i *)(const void *)(v + 16)));
	}
	_mm_storeu_si128((__m128i *)(void *)to->v, a);
	_mm_storeu_si128((__m128i *)(void *)(to->v + 8), b);
	_mm_storel_epi64((__m128i *)(void *)(to->v + 16), c);
#else
	struct row sum = *x[0];

	for (size_t i = 1; i < n; i++)
		for (size_t t = 0; t < TAG_SUMS; t++)
			sum.v[t] = row_cut(sum.v[t] + x[i]->v[t]);
	*to = sum;
#endif
}

static inline void
row_add(struct row *to, const struct row *x)
{
	const struct row *const both[] = {to, x};

	row_sum(to, both, 2);
}

static inline void
row_add_one(struct row *to, size_t tag, int32_t v)
{
	to->v[tag] = row_cut(to->v[tag] + v);
}

#endif
