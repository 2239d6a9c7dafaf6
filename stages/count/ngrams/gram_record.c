#include "gram_record.h"

#include <stdbool.h>
#include <string.h>

static unsigned
bits_for(uint64_t max)
{
	return max == 0 ? 0 : 64 - (unsigned)__builtin_clzll(max);
}

/* As many fields to a 64-bit word as fit, the first in the high bits. */
void
gram_lay_out(
    struct gram_layout *l, uint32_t n_words, uint32_t n_parts, size_t hi)
{
	unsigned end[GRAM_MAX + 1]; /* bits used in its word up to its end */
	unsigned used = 0;

	*l = (struct gram_layout){.hi = hi, .width = 1};
	for (size_t k = 0; k <= hi; k++) {
		unsigned b = k > 0 ? bits_for(n_words)
		    : n_parts > 1  ? bits_for(n_parts - 1)
				   : 0;

		if (used + b > 64) {
			l->width++;
			used = 0;
		}
		used += b;
		end[k] = used;
		l->word[k] = (uint8_t)(l->width - 1);
		l->field[k] = (UINT64_C(1) << b) - 1;
	}
	for (size_t k = hi + 1; k-- > 0;) {
		if (k == hi || l->word[k] != l->word[k + 1])
			used = end[k];
		/* a field without bits may stand at the very top */
		l->shift[k] = (uint8_t)((used - end[k]) & 63);
	}
	for (size_t k = 0; k <= hi; k++)
		for (size_t j = 0; j <= k; j++)
			l->prefix[k][l->word[j]] |= l->field[j] << l->shift[j];
}

/* ---- packing ---- */

void
gram_heaps(struct gram_heaps *h, const struct gram_layout *l)
{
	unsigned bits = bits_for(l->field[0]) + bits_for(l->field[1]);
	unsigned most = bits < RADIX_DIGIT ? bits : RADIX_DIGIT;

	*h = (struct gram_heaps){.shift = l->shift[1] + bits - most};
	h->n = (size_t)1 << most;
}

static inline size_t
heap_of(const struct gram_heaps *h, const struct gram_layout *l, uint64_t part,
    uint32_t word)
{
	return (part | (uint64_t)word << l->shift[1]) >> h->shift;
}

void
gram_count(struct gram_heaps *h, const struct gram_layout *l,
    const struct gram_stretch *s)
{
	const uint64_t part = (uint64_t)s->part << l->shift[0];

	for (size_t i = 0; i < s->n; i++)
		if (s->tok[i] != 0)
			h->at[heap_of(h, l, part, s->tok[i])]++;
}

/* One record from each position, of the words up to the next break.  With a
 * constant width the inner loops unroll. */
static inline __attribute__((always_inline)) void
deal(struct gram_heaps *h, const struct gram_layout *l,
    const struct gram_stretch *s, uint64_t *r, const size_t width)
{
	const uint64_t part = (uint64_t)s->part << l->shift[0];
	const size_t hi = l->hi;

	for (size_t i = 0; i < s->n; i++) {
		const uint32_t *t = s->tok + i;
		uint64_t key[RADIX_WIDTH] = {part};
		uint64_t *to;
		size_t k;

		if (*t == 0)
			continue;
		for (k = 0; k < hi && t[k] != 0; k++)
			key[width == 1 ? 0 : l->word[k + 1]] |= (uint64_t)t[k]
			    << l->shift[k + 1];
		s->seen[k]++;
		to = r + h->at[heap_of(h, l, part, *t)]++ * width;
		for (size_t w = 0; w < width; w++)
			to[w] = key[w];
	}
}

void
gram_deal(struct gram_heaps *h, const struct gram_layout *l,
    const struct gram_stretch *s, uint64_t *r)
{
	if (l->width == 1)
		deal(h, l, s, r, 1);
	else if (l->width == 2)
		deal(h, l, s, r, 2);
	else
		deal(h, l, s, r, l->width);
}

/* ---- sorting ---- */

size_t
gram_places(struct gram_heaps *h)
{
	size_t most = 0;
	size_t sum = 0;

	for (size_t d = 0; d < h->n; d++) {
		size_t n = h->at[d];

		h->at[d] = sum;
		sum += n;
		most = n > most ? n : most;
	}
	h->most = most;
	return sum;
}

void
gram_sort(const struct gram_heaps *h, const struct gram_layout *l, uint64_t *r,
    uint64_t *spare)
{
	size_t from = 0;

	for (size_t d = 0; d < h->n; d++) {
		size_t n = h->at[d] - from;
		uint64_t *heap = r + from * l->width;
		const uint64_t *sorted = radix_sort(heap, spare, n, l->width);

		if (sorted != heap)
			memcpy(heap, sorted, n * l->width * sizeof(*heap));
		from = h->at[d];
	}
}

/* ---- skips ---- */

/* All ways to go on from position at behind k words, with left skips. */
struct skipping {
	const struct gram_layout *l;
	const struct gram_stretch *s;
	uint64_t *r;
	uint64_t key[GRAM_MAX + 1][RADIX_WIDTH]; /* by words placed */
};

static void
place(struct skipping *x, const uint32_t *t, size_t k, size_t left)
{
	const struct gram_layout *l = x->l;

	for (size_t w = 0; w < l->width; w++)
		x->key[k][w] = x->key[k - 1][w];
	x->key[k][l->word[k]] |= (uint64_t)*t << l->shift[k];
	if (k == l->hi) {
		for (size_t w = 0; w < l->width; w++)
			*x->r++ = x->key[k][w];
		x->s->seen[k]++;
		return;
	}
	for (size_t skip = 0; skip <= left; skip++) {
		t++;
		if (*t == 0)
			return;
		place(x, t, k + 1, left - skip);
	}
}

uint64_t *
gram_pack(
    const struct gram_layout *l, const struct gram_stretch *s, uint64_t *r)
{
	struct skipping x = {.l = l, .s = s, .r = r};

	x.key[0][0] = (uint64_t)s->part << l->shift[0];
	for (size_t i = 0; i < s->n; i++)
		if (s->tok[i] != 0)
			place(&x, s->tok + i, 1, s->skips);
	return x.r;
}

/* ---- reading ---- */

static inline uint32_t
field(const struct gram_layout *l, const uint64_t *r, size_t k)
{
	return (uint32_t)(r[l->word[k]] >> l->shift[k] & l->field[k]);
}

uint32_t
gram_part_of(const struct gram_layout *l, const uint64_t *r)
{
	return field(l, r, 0);
}

size_t
gram_same_part(const struct gram_layout *l, const uint64_t *r, size_t n)
{
	uint32_t part = field(l, r, 0);
	size_t low = 0;  /* is of the part */
	size_t high = n; /* is not */

	if (l->field[0] == 0)
		return n;
	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (field(l, r + mid * l->width, 0) == part)
			low = mid;
		else
			high = mid;
	}
	return high;
}

static inline __attribute__((always_inline)) bool
same(const uint64_t *x, const uint64_t *y, const uint64_t *mask,
    const size_t width)
{
	uint64_t diff = 0;

	for (size_t w = 0; w < width; w++)
		diff |= (x[w] ^ y[w]) & mask[w];
	return diff == 0;
}

static inline __attribute__((always_inline)) void
scan(const struct gram_layout *l, const struct gram_scan *s, const size_t width)
{
	const uint64_t *mask = l->prefix[s->k];
	const uint64_t *end = s->r + s->n * width;
	uint32_t word[GRAM_MAX];
	struct gram_row row = {.n = s->k, .word = word};

	for (const uint64_t *r = s->r; r < end;) {
		const uint64_t *from = r;

		r += width;
		if (field(l, from, s->k) == 0)
			continue; /* cut by a break before it has k words */
		while (r < end && same(r, from, mask, width))
			r += width;
		for (size_t k = 1; k <= s->k; k++)
			word[k - 1] = field(l, from, k) - 1;
		row.part = field(l, from, 0);
		row.freq = (size_t)(r - from) / width;
		s->each(s->arg, &row);
	}
}

void
gram_scan(const struct gram_layout *l, const struct gram_scan *s)
{
	if (s->n == 0)
		return; /* and there may be no place of them */
	if (l->width == 1)
		scan(l, s, 1);
	else if (l->width == 2)
		scan(l, s, 2);
	else
		scan(l, s, l->width);
}
