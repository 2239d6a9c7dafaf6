#include "radix.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	DIGIT = 11, /* bits: the targets of a pass stay in the L2 cache */
	SIZE = 1 << DIGIT,
	PASSES = 6, /* of a word, at most */
};

/* The passes over one word: only over bits in which the records differ. */
struct plan {
	unsigned n; /* passes */
	unsigned bits;
	unsigned shift[PASSES];
};

static struct plan
plan_word(const uint64_t *a, size_t n, size_t width, size_t word)
{
	struct plan p = {0};
	uint64_t diff = 0;
	unsigned low;
	unsigned range;

	for (size_t i = 0; i < n; i++)
		diff |= a[i * width + word] ^ a[word];
	if (diff == 0)
		return p;
	low = (unsigned)__builtin_ctzll(diff);
	range = 64 - low - (unsigned)__builtin_clzll(diff);
	p.n = (range + DIGIT - 1) / DIGIT;
	p.bits = (range + p.n - 1) / p.n;
	for (unsigned k = 0; k < p.n; k++)
		p.shift[k] = low + k * p.bits;
	return p;
}

/* Where each digit's records go, for all passes of a word at once. */
static inline __attribute__((always_inline)) void
places(const uint64_t *a, size_t n, size_t width, const struct plan *p,
    size_t (*at)[SIZE])
{
	uint64_t mask = (UINT64_C(1) << p->bits) - 1;

	memset(at, 0, p->n * sizeof(*at));
	for (size_t i = 0; i < n; i++)
		for (unsigned k = 0; k < p->n; k++)
			at[k][a[i * width] >> p->shift[k] & mask]++;
	for (unsigned k = 0; k < p->n; k++) {
		size_t sum = 0;

		for (size_t d = 0; d <= mask; d++) {
			size_t c = at[k][d];

			at[k][d] = sum;
			sum += c;
		}
	}
}

/* With a constant width the copies are plain moves. */
static inline __attribute__((always_inline)) uint64_t *
sort(uint64_t *a, uint64_t *b, size_t n, size_t width)
{
	size_t(*at)[SIZE] = mem_new(PASSES, sizeof(*at));

	for (size_t word = width; word-- > 0;) {
		struct plan p = plan_word(a, n, width, word);
		uint64_t mask = (UINT64_C(1) << p.bits) - 1;

		if (p.n == 0)
			continue;
		places(a + word, n, width, &p, at);
		for (unsigned k = 0; k < p.n; k++) {
			uint64_t *swap = a;

			for (size_t i = 0; i < n; i++) {
				const uint64_t *r = a + i * width;
				size_t to =
				    at[k][r[word] >> p.shift[k] & mask]++;

				for (size_t w = 0; w < width; w++)
					b[to * width + w] = r[w];
			}
			a = b;
			b = swap;
		}
	}
	free(at);
	return a;
}

uint64_t *
radix_sort(uint64_t *a, uint64_t *spare, size_t n, size_t width)
{
	if (n < 2)
		return a;
	switch (width) {
	case 1:
		return sort(a, spare, n, 1);
	case 2:
		return sort(a, spare, n, 2);
	case 3:
		return sort(a, spare, n, 3);
	case 4:
		return sort(a, spare, n, 4);
	default:
		return sort(a, spare, n, RADIX_WIDTH);
	}
}
