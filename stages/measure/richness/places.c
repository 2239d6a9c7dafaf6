#include "places.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	FEW = 12,         /* places of a type whose samples are told apart
			     by so many comparisons */
	SUMMED = 1 << 11, /* places whose types in windows a lane holds: each
			     is in 2^20 windows at most */
	NOT_DRAWN = -PLACES_MOST,
};

/* Both are evaluated twice. */
#define LEAST(a, b) (((a) & ((a) < (b))) | ((b) & ~((a) < (b))))
#define MOST(a, b) (((a) & ((a) > (b))) | ((b) & ~((a) > (b))))

void
places_free(struct places *p)
{
	free(p->place);
	free(p->first);
	free(p->count);
	free(p->start);
	free(p->edge);
}

/* ---- a text ---- */

/* Sorts the words by type. */
static void
sort_places(struct places *p)
{
	const struct places_text *t = p->t;
	size_t *next;

	p->first = mem_grow(
	    p->first, &p->cap_first, (size_t)t->n_type + 2, sizeof(*p->first));
	p->place =
	    mem_grow(p->place, &p->cap_place, t->n + 1, sizeof(*p->place));
	memset(p->first, 0, ((size_t)t->n_type + 2) * sizeof(*p->first));
	next = p->first + 1; /* of a type: where its next place goes */
	for (size_t i = 0; i < t->n; i++)
		next[t->id[i] + 1]++;
	p->most = 0;
	for (uint32_t i = 0; i < t->n_type; i++) {
		int32_t n = (int32_t)next[i + 1];

		p->most = n > p->most ? n : p->most;
		next[i + 1] += next[i];
	}
	for (uint32_t u = 0; u < t->n_unit; u++)
		for (size_t i = t->unit[u].from; i < t->unit[u].to; i++)
			p->place[next[t->id[i]]++] = (struct place){
			    u, (int32_t)(i - t->unit[u].from) + 1};
}

void
places_text(struct places *p, const struct places_text *t)
{
	size_t counts;

	p->t = t;
	sort_places(p);
	counts = (size_t)p->most + 1;
	p->count = mem_grow(p->count, &p->cap_count, counts, sizeof(*p->count));
	p->start =
	    mem_grow(p->start, &p->cap_start, t->n_unit, sizeof(*p->start));
	p->edge =
	    mem_grow(p->edge, &p->cap_edge, t->n_speech, sizeof(*p->edge));
	memset(p->start, 0, t->n_unit * sizeof(*p->start));
}

/* ---- samples ---- */

void
places_sample(struct places *p, uint32_t k, const uint32_t *unit, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		p->start[unit[i]][k] = -1;
}

/* Where the units drawn begin, and the windows of their speeches. */
static inline void
join(struct places *p)
{
	const struct places_unit *unit = p->t->unit;
	const places_lanes zero = {0};
	places_lanes words = zero;

	p->windows = zero;
	for (uint32_t i = 0; i < p->t->n_unit; i++) {
		places_lanes drawn = p->start[i];
		places_lanes *edge = &p->edge[unit[i].speech];

		p->start[i] = (words & drawn) | (NOT_DRAWN & ~drawn);
		words += drawn & (int32_t)(unit[i].to - unit[i].from);
		if (i + 1 < p->t->n_unit &&
		    unit[i + 1].speech == unit[i].speech)
			continue;
		*edge = words - (int32_t)p->window + 1;
		p->windows += MOST(*edge, zero);
		words = zero;
	}
}

/* ---- counting ---- */

/* For a shift that brings no sign along. */
typedef uint32_t sign_lanes
    __attribute__((vector_size(sizeof(places_lanes)), aligned(16)));

/* A type in all samples. */
struct seen {
	places_lanes times;
	places_lanes last; /* its last place in the speech */
	size_t speech;
	places_lanes windows; /* in which it is, since they were added up */
};

/* A word is a type more of those windows that hold it and not the one before it
 * of its type: as many as begin behind that one, from the first of all that
 * holds the word to the last.  So the types of all windows are added up without
 * going through any. */
static inline void
see(const struct places *p, const struct place *from, const struct place *end,
    struct seen *x)
{
	const places_lanes zero = {0};
	const places_lanes window = zero + (int32_t)p->window;
	const struct places_unit *unit = p->t->unit;
	places_lanes times = x->times;
	places_lanes last = x->last;
	places_lanes windows = zero;

	for (const struct place *i = from; i < end; i++) {
		places_lanes at = p->start[i->unit] + i->at;
		places_lanes in = (places_lanes)((sign_lanes)at >> 31) - 1;
		places_lanes far;
		places_lanes less;

		if (unit[i->unit].speech != x->speech) {
			x->speech = unit[i->unit].speech;
			last = zero;
		}
		far = at - last;
		far = LEAST(far, window) & in;
		less = at - p->edge[x->speech];
		far -= MOST(less, zero);
		windows += MOST(far, zero);
		last = MOST(last, at);
		times -= in; /* -1: drawn */
	}
	x->times = times;
	x->last = last;
	x->windows = windows;
}

/* One type more with so many places, in each sample. */
static inline void
count_times(struct places *p, const places_lanes *times, size_t most)
{
	if (most <= FEW) {
		for (int32_t n = 1; n <= (int32_t)most; n++)
			p->count[n] -= *times == n;
		return;
	}
	for (uint32_t k = 0; k < PLACES_LANES; k++)
		p->count[(*times)[k]][k]++;
}

static inline void
count_type(struct places *p, uint32_t type)
{
	const struct place *at = p->place + p->first[type];
	const struct place *end = p->place + p->first[type + 1];
	struct seen x = {.speech = SIZE_MAX};

	for (const struct place *to; at < end; at = to) {
		to = end - at > SUMMED ? at + SUMMED : end;
		see(p, at, to, &x);
		for (uint32_t k = 0; k < PLACES_LANES; k++)
			p->types[k] += (uint32_t)x.windows[k];
	}
	count_times(p, &x.times, p->first[type + 1] - p->first[type]);
}

static inline void
count(struct places *p)
{
	join(p);
	memset(p->types, 0, sizeof(p->types));
	memset(p->count, 0, ((size_t)p->most + 1) * sizeof(*p->count));
	for (uint32_t i = 0; i < p->t->n_type; i++)
		count_type(p, i);
	memset(p->start, 0, p->t->n_unit * sizeof(*p->start));
}

#ifdef __x86_64__
__attribute__((target("avx512f"), flatten)) static void
count_in_sixteen(struct places *p)
{
	count(p);
}

__attribute__((target("avx2"), flatten)) static void
count_in_eight(struct places *p)
{
	count(p);
}

static void
count_fast(struct places *p)
{
	if (__builtin_cpu_supports("avx512f"))
		count_in_sixteen(p);
	else if (__builtin_cpu_supports("avx2"))
		count_in_eight(p);
	else
		count(p);
}
#else
static void
count_fast(struct places *p)
{
	count(p);
}
#endif

void
places_count(struct places *p)
{
	if (p->narrow)
		count(p);
	else
		count_fast(p);
}

void
places_spectrum(const struct places *p, uint32_t k, struct spectrum *s)
{
	spectrum_clear(s);
	for (int32_t n = 1; n <= p->most; n++)
		spectrum_add(s, (uint64_t)n, (uint64_t)p->count[n][k]);
}

void
places_windows(const struct places *p, uint32_t k, struct sequence_sums *s)
{
	s->windows = (uint64_t)p->windows[k];
	s->window_types = p->types[k];
}
