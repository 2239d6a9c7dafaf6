#include "suffix.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* A suffix is small (S) if it is less than the next one, else large (L); it is
 * leftmost small (LMS) if it is small and the one before it is large. */
#define NONE UINT32_MAX

/* Suffixes in order stand at places in none: memory is asked for them before
 * they come. */
enum {
	AHEAD = 16,
	BEFORE = 2 * AHEAD /* for what says where to ask */
};

struct text {
	const uint32_t *s;
	uint32_t *sa;
	size_t n;
	uint32_t k;
	uint8_t *small;  /* bits */
	uint32_t *count; /* by number: occurrences */
	uint32_t *at;    /* by number: next free place of its bucket */
};

static inline bool
is_small(const struct text *t, size_t i)
{
	return (t->small[i / 8] >> i % 8 & 1) != 0;
}

static inline bool
is_lms(const struct text *t, size_t i)
{
	return i > 0 && is_small(t, i) && !is_small(t, i - 1);
}

static void
find_types(struct text *t)
{
	t->small[(t->n - 1) / 8] |= (uint8_t)(1U << (t->n - 1) % 8);
	for (size_t i = t->n - 1; i-- > 0;)
		if (t->s[i] < t->s[i + 1] ||
		    (t->s[i] == t->s[i + 1] && is_small(t, i + 1)))
			t->small[i / 8] |= (uint8_t)(1U << i % 8);
}

static void
begins(struct text *t)
{
	uint32_t sum = 0;

	for (uint32_t c = 0; c < t->k; c++) {
		t->at[c] = sum;
		sum += t->count[c];
	}
}

static void
ends(struct text *t)
{
	uint32_t sum = 0;

	for (uint32_t c = 0; c < t->k; c++) {
		sum += t->count[c];
		t->at[c] = sum;
	}
}

/* Asks for the number before a suffix that comes, in sa[i] if there is one;
 * not inline, a compiler may take it for one without use. */
static inline __attribute__((always_inline)) void
ask_ahead(const struct text *t, size_t i)
{
	if (i < t->n && t->sa[i] != NONE && t->sa[i] > 0)
		__builtin_prefetch(&t->s[t->sa[i] - 1]);
}

/* From the LMS suffixes in sa, in order at the ends of their buckets, the
 * order of all. */
static void
induce(struct text *t)
{
	begins(t);
	for (size_t i = 0; i < t->n; i++) {
		uint32_t j = t->sa[i];

		ask_ahead(t, i + AHEAD);
		if (j != NONE && j > 0 && !is_small(t, j - 1))
			t->sa[t->at[t->s[j - 1]]++] = j - 1;
	}
	ends(t);
	for (size_t i = t->n; i-- > 0;) {
		uint32_t j = t->sa[i];

		ask_ahead(t, i - AHEAD);
		if (j != NONE && j > 0 && is_small(t, j - 1))
			t->sa[--t->at[t->s[j - 1]]] = j - 1;
	}
}

/* Are the stretches from one LMS suffix to the next the same? */
static bool
same_stretch(const struct text *t, size_t a, size_t b)
{
	for (size_t i = 0;; i++) {
		if (t->s[a + i] != t->s[b + i] ||
		    is_small(t, a + i) != is_small(t, b + i))
			return false;
		if (i > 0 && (is_lms(t, a + i) || is_lms(t, b + i)))
			return is_lms(t, a + i) && is_lms(t, b + i);
	}
}

/* Numbers the LMS stretches by their order, and writes the text of these
 * numbers to the end of sa; returns how many numbers there are. */
static uint32_t
reduce(struct text *t, size_t n_lms)
{
	uint32_t *name = t->sa + n_lms; /* by half the position */
	uint32_t last = NONE;
	uint32_t n_name = 0;
	size_t to = t->n;

	memset(name, 0xFF, (t->n - n_lms) * sizeof(*name));
	for (size_t i = 0; i < n_lms; i++) {
		uint32_t j = t->sa[i];

		ask_ahead(t, i + AHEAD);
		if (last == NONE || !same_stretch(t, last, j))
			n_name++;
		last = j;
		name[j / 2] = n_name - 1;
	}
	for (size_t i = t->n; i-- > n_lms;)
		if (t->sa[i] != NONE)
			t->sa[--to] = t->sa[i];
	return n_name;
}

/* The LMS suffixes into their buckets: unsorted, or in the order of sa[0] ..
 * sa[n_lms - 1]. */
static void
place_unsorted(struct text *t)
{
	memset(t->sa, 0xFF, t->n * sizeof(*t->sa));
	ends(t);
	for (size_t i = 1; i < t->n; i++)
		if (is_lms(t, i))
			t->sa[--t->at[t->s[i]]] = (uint32_t)i;
}

static void
place_sorted(struct text *t, size_t n_lms)
{
	memset(t->sa + n_lms, 0xFF, (t->n - n_lms) * sizeof(*t->sa));
	ends(t);
	for (size_t i = n_lms; i-- > 0;) {
		uint32_t j = t->sa[i];

		t->sa[i] = NONE;
		t->sa[--t->at[t->s[j]]] = j;
	}
}

/* Order of the LMS suffixes from that of the text of their names. */
static void
sort_lms(struct text *t, size_t n_lms)
{
	uint32_t n_name = reduce(t, n_lms);
	uint32_t *names = t->sa + t->n - n_lms;
	size_t to = 0;

	if (n_name < n_lms)
		suffix_sort(names, t->sa, n_lms, n_name);
	else
		for (size_t i = 0; i < n_lms; i++)
			t->sa[names[i]] = (uint32_t)i;
	for (size_t i = 1; i < t->n; i++)
		if (is_lms(t, i))
			names[to++] = (uint32_t)i;
	for (size_t i = 0; i < n_lms; i++)
		t->sa[i] = names[t->sa[i]];
}

void
suffix_sort(const uint32_t *s, uint32_t *sa, size_t n, uint32_t k)
{
	struct text t = {.s = s, .sa = sa, .n = n, .k = k};
	size_t n_lms = 0;

	if (n == 1) {
		sa[0] = 0;
		return;
	}
	t.small = mem_new(n / 8 + 1, 1);
	t.count = mem_new(k, sizeof(*t.count));
	t.at = mem_new(k, sizeof(*t.at));
	find_types(&t);
	for (size_t i = 0; i < n; i++)
		t.count[s[i]]++;
	place_unsorted(&t);
	induce(&t);
	for (size_t i = 0; i < n; i++)
		if (is_lms(&t, sa[i]))
			sa[n_lms++] = sa[i];
	sort_lms(&t, n_lms);
	place_sorted(&t, n_lms);
	induce(&t);
	free(t.small);
	free(t.count);
	free(t.at);
}

void
suffix_lcp(const uint32_t *s, const uint32_t *sa, size_t n, uint32_t stop,
    uint32_t *rank, uint32_t *lcp)
{
	size_t h = 0;

	for (size_t i = 0; i < n; i++)
		rank[sa[i]] = (uint32_t)i;
	lcp[0] = 0;
	lcp[n] = 0;
	for (size_t i = 0; i < n; i++) {
		const uint32_t *a = s + i;
		const uint32_t *b;

		if (i + BEFORE < n)
			__builtin_prefetch(&sa[rank[i + BEFORE]] - 1);
		if (i + AHEAD < n && rank[i + AHEAD] > 0)
			__builtin_prefetch(&s[sa[rank[i + AHEAD] - 1]] + h);
		if (rank[i] == 0) {
			h = 0;
			continue;
		}
		b = s + sa[rank[i] - 1];
		while (a[h] == b[h] && a[h] >= stop)
			h++;
		lcp[rank[i]] = (uint32_t)h;
		h -= h > 0;
	}
}
