#include "radix.h"

#include <string.h>

enum {
	DIGIT = RADIX_DIGIT,
	SIZE = 1 << DIGIT,
	PASSES = 8,  /* of a word, at most */
	FEW = 48,    /* records that are sorted one by one */
	SOME = 4096, /* fewer are sorted by digits of 8 bits: less to count */
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
	unsigned digit = n < SOME ? 8 : DIGIT;
	unsigned low;
	unsigned range;

	for (size_t i = 0; i < n; i++)
		diff |= a[i * width + word] ^ a[word];
	if (diff == 0)
		return p;
	low = (unsigned)__builtin_ctzll(diff);
	range = 64 - low - (unsigned)__builtin_clzll(diff);
	p.n = (range + digit - 1) / digit;
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

	for (unsigned k = 0; k < p->n; k++)
		memset(at[k], 0, (mask + 1) * sizeof(**at));
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
	size_t at[PASSES][SIZE];

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
	return a;
}

static void
insert(uint64_t *a, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		uint64_t v = a[i];
		size_t to = i;

		for (; to > 0 && a[to - 1] > v; to--)
			a[to] = a[to - 1];
		a[to] = v;
	}
}

uint64_t *
radix_sort(uint64_t *a, uint64_t *spare, size_t n, size_t width)
{
	if (n < 2)
		return a;
	if (n < FEW && width == 1) {
		insert(a, n);
		return a;
	}
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
