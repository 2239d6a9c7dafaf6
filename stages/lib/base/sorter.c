#include "sorter.h"

#include <stdbool.h>
#include <stdlib.h>
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
sort(uint64_t *a, uint64_t *b, size_t n, size_t width, size_t n_key)
{
	size_t at[PASSES][SIZE];

	for (size_t word = n_key; word-- > 0;) {
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
radix_sort_by(
    uint64_t *a, uint64_t *spare, size_t n, size_t width, size_t n_key)
{
	if (n < 2)
		return a;
	if (n < FEW && width == 1) {
		insert(a, n);
		return a;
	}
	switch (width) {
	case 1:
		return sort(a, spare, n, 1, n_key);
	case 2:
		return sort(a, spare, n, 2, n_key);
	case 3:
		return sort(a, spare, n, 3, n_key);
	case 4:
		return sort(a, spare, n, 4, n_key);
	default:
		return sort(a, spare, n, RADIX_WIDTH, n_key);
	}
}

uint64_t *
radix_sort(uint64_t *a, uint64_t *spare, size_t n, size_t width)
{
	return radix_sort_by(a, spare, n, width, width);
}

/* ---- the sorter ---- */

enum {
	LEAST = 4096, /* records in memory however little room */
	AT_ONCE = 64  /* of a run that are read together, at least */
};

struct sorter_reader {
	uint64_t *rec; /* those read */
	size_t n;
	size_t next;
	uint64_t at; /* byte of the file behind them */
	uint64_t end;
};

void
sorter_open(struct sorter *s, size_t width, size_t n_key, size_t room)
{
	*s = (struct sorter){.width = width, .n_key = n_key};
	if (room > 0) {
		/* sorting takes them twice */
		s->max = room / (2 * width * sizeof(*s->rec));
		s->max = s->max > LEAST ? s->max : LEAST;
	}
	spool_open(&s->runs, 1);
}

static void
sort_held(struct sorter *s)
{
	uint64_t *sorted;

	if (s->n < 2)
		return;
	if (s->spare == NULL)
		s->spare = mem_new(s->cap, sizeof(*s->spare));
	sorted = radix_sort_by(s->rec, s->spare, s->n, s->width, s->n_key);
	if (sorted != s->rec) {
		s->spare = s->rec;
		s->rec = sorted;
	}
}

static void
spill(struct sorter *s)
{
	sort_held(s);
	s->from =
	    mem_grow(s->from, &s->cap_run, s->n_run + 2, sizeof(*s->from));
	s->from[s->n_run++] = s->runs.size;
	spool_put(&s->runs, s->rec, s->n * s->width * sizeof(*s->rec));
	s->from[s->n_run] = s->runs.size;
	s->n = 0;
}

/* With a bound all is asked for at once: what is not used costs nothing. */
void
sorter_full(struct sorter *s)
{
	if (s->max == 0) {
		s->rec = mem_grow(
		    s->rec, &s->cap, (s->n + 1) * s->width, sizeof(*s->rec));
		return;
	}
	if (s->rec != NULL) {
		spill(s);
		return;
	}
	s->cap = s->max * s->width;
	s->rec = mem_new(s->cap, sizeof(*s->rec));
}

/* ---- merge ---- */

static bool
refill(struct sorter *s, struct sorter_reader *x)
{
	size_t size = s->width * sizeof(*x->rec);
	uint64_t left = (x->end - x->at) / size;

	x->next = 0;
	x->n = left < s->most ? (size_t)left : s->most;
	if (x->n == 0)
		return false;
	spool_get(&s->runs, x->at, x->rec, x->n * size);
	x->at += x->n * size;
	return true;
}

static bool
is_less(const void *a, const void *b, const void *of)
{
	const struct sorter *s = of;
	const struct sorter_reader *x = a;
	const struct sorter_reader *y = b;
	const uint64_t *v = x->rec + x->next * s->width;
	const uint64_t *w = y->rec + y->next * s->width;

	for (size_t k = 0; k < s->n_key; k++)
		if (v[k] != w[k])
			return v[k] < w[k];
	return x < y; /* earlier runs first */
}

static void
merge_open(struct sorter *s)
{
	size_t most = 2 * s->max / s->n_run;

	s->most = most > AT_ONCE ? most : AT_ONCE;
	s->reader = mem_new(s->n_run, sizeof(*s->reader));
	s->heap.item = mem_new(s->n_run, sizeof(void *));
	for (size_t i = 0; i < s->n_run; i++) {
		struct sorter_reader *x = &s->reader[i];

		x->at = s->from[i];
		x->end = s->from[i + 1];
		x->rec = mem_new(s->most * s->width, sizeof(*x->rec));
		if (refill(s, x))
			s->heap.item[s->heap.n++] = x;
	}
	heap_order(&s->heap, is_less, s);
}

static const uint64_t *
merge_next(struct sorter *s)
{
	struct sorter_reader *x;

	if (s->given) {
		x = s->heap.item[0];
		heap_next(
		    &s->heap, ++x->next == x->n && !refill(s, x), is_less, s);
	}
	s->given = true;
	if (s->heap.n == 0)
		return NULL;
	x = s->heap.item[0];
	return x->rec + x->next * s->width;
}

/* ---- the outside ---- */

static void
free_held(struct sorter *s)
{
	free(s->rec);
	free(s->spare);
	s->rec = NULL;
	s->spare = NULL;
	s->cap = 0;
}

void
sorter_finish(struct sorter *s)
{
	if (s->n_run == 0) {
		sort_held(s);
		free(s->spare);
		s->spare = NULL;
		return;
	}
	if (s->n > 0)
		spill(s);
	free_held(s);
	merge_open(s);
}

const uint64_t *
sorter_next(struct sorter *s)
{
	if (s->n_run > 0)
		return merge_next(s);
	return s->next < s->n ? s->rec + s->next++ * s->width : NULL;
}

void
sorter_close(struct sorter *s)
{
	for (size_t i = 0; s->reader != NULL && i < s->n_run; i++)
		free(s->reader[i].rec);
	free(s->reader);
	free(s->heap.item);
	free(s->from);
	free_held(s);
	spool_close(&s->runs);
	*s = (struct sorter){0};
}
