/* heap - the least of some things on top, as of the readers of sorted runs. */
#ifndef HEAP_H
#define HEAP_H

#include <stdbool.h>
#include <stddef.h>

struct heap {
	void **item; /* owned by the caller; item[0] is the least */
	size_t n;
};

/* of: what the caller knows. Known where it is called, it costs no call. */
typedef bool heap_less(const void *a, const void *b, const void *of);

/* Item i became greater, or is another one. */
static inline __attribute__((always_inline)) void
heap_sift(struct heap *h, size_t i, heap_less *less, const void *of)
{
	void *x = h->item[i];

	for (;;) {
		size_t c = 2 * i + 1;

		if (c + 1 < h->n && less(h->item[c + 1], h->item[c], of))
			c++;
		if (c >= h->n || !less(h->item[c], x, of))
			break;
		h->item[i] = h->item[c];
		i = c;
	}
	h->item[i] = x;
}

/* Items in any order. */
static inline __attribute__((always_inline)) void
heap_order(struct heap *h, heap_less *less, const void *of)
{
	for (size_t i = h->n / 2; i-- > 0;)
		heap_sift(h, i, less, of);
}

/* The least one became greater; or it is at its end, and goes. */
static inline __attribute__((always_inline)) void
heap_next(struct heap *h, bool goes, heap_less *less, const void *of)
{
	if (goes)
		h->item[0] = h->item[--h->n];
	if (h->n > 0)
		heap_sift(h, 0, less, of);
}

#endif
