#include "sequence.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static const double threshold = 0.72;

void
sequence_open(struct sequence *q, size_t window, unsigned what)
{
	*q = (struct sequence){.window = window, .what = what};
	mattr_open(&q->mattr, window);
}

void
sequence_free(struct sequence *q)
{
	mattr_free(&q->mattr);
	free(q->seen);
}

static void
room(struct sequence *q, const uint32_t *id, size_t n)
{
	size_t old = q->cap;
	uint32_t end = 0;

	for (size_t i = 0; i < n; i++)
		if (id[i] >= end)
			end = id[i] + 1;
	mattr_room(&q->mattr, end);
	q->seen = mem_grow(q->seen, &q->cap, end, sizeof(*q->seen));
	if (old < q->cap)
		memset(q->seen + old, 0, (q->cap - old) * sizeof(*q->seen));
}

/* A run of words, of which the types are counted. */
struct run {
	uint64_t words;
	uint64_t types;
};

static struct run
begin(struct sequence *q)
{
	q->run++;
	return (struct run){0};
}

static inline void
take(struct sequence *q, struct run *r, uint32_t id)
{
	r->words++;
	r->types += q->seen[id] != q->run;
	q->seen[id] = q->run;
}

/* types / words < 0.72, in whole numbers */
static inline bool
is_factor(const struct run *r)
{
	return 25 * r->types < 18 * r->words;
}

static void
add_windows(
    struct sequence *q, const uint32_t *id, size_t n, struct sequence_sums *s)
{
	mattr_clear(&q->mattr);
	for (size_t i = 0; i < n; i++)
		mattr_add(&q->mattr, id[i]);
	s->windows += q->mattr.windows;
	s->window_types += q->mattr.types;
}

static void
add_segments(
    struct sequence *q, const uint32_t *id, size_t n, struct sequence_sums *s)
{
	struct run r = begin(q);

	for (size_t i = 0; i < n; i++) {
		take(q, &r, id[i]);
		if (r.words == q->window) {
			s->segments++;
			s->segment_types += r.types;
			r = begin(q);
		}
	}
}

static void
add_factors(struct sequence *q, const uint32_t *id, size_t n, int way,
    struct sequence_sums *s)
{
	struct run r = begin(q);

	for (size_t i = 0; i < n; i++) {
		take(q, &r, id[way == 0 ? i : n - 1 - i]);
		if (is_factor(&r)) {
			s->full[way]++;
			s->factors[way]++;
			r = begin(q);
		}
	}
	if (r.words > 0)
		s->factors[way] +=
		    (1 - (double)r.types / (double)r.words) / (1 - threshold);
}

static void
add_starts(
    struct sequence *q, const uint32_t *id, size_t n, struct sequence_sums *s)
{
	struct run r = begin(q);

	for (size_t i = 0; i < n; i++)
		take(q, &r, id[i]);
	if (!is_factor(&r))
		return;
	for (size_t i = 0; i < n; i++) {
		size_t at = i;

		r = begin(q);
		do {
			take(q, &r, id[at]);
			at = at + 1 < n ? at + 1 : 0;
		} while (!is_factor(&r));
		s->starts++;
		s->lengths += r.words;
	}
}

void
sequence_add(
    struct sequence *q, const uint32_t *id, size_t n, struct sequence_sums *s)
{
	if (q->what == 0 || n == 0)
		return;
	room(q, id, n);
	s->words += n;
	if (q->what & SEQUENCE_MATTR)
		add_windows(q, id, n, s);
	if (q->what & SEQUENCE_MSTTR)
		add_segments(q, id, n, s);
	if (q->what & SEQUENCE_MTLD) {
		add_factors(q, id, n, 0, s);
		add_factors(q, id, n, 1, s);
	}
	if (q->what & SEQUENCE_MTLD_MA)
		add_starts(q, id, n, s);
}

static double
ratio(double a, double b)
{
	return b > 0 ? a / b : (double)NAN;
}

double
sequence_mattr(const struct sequence *q, const struct sequence_sums *s)
{
	return ratio(
	    (double)s->window_types, (double)s->windows * (double)q->window);
}

double
sequence_msttr(const struct sequence *q, const struct sequence_sums *s)
{
	return ratio(
	    (double)s->segment_types, (double)s->segments * (double)q->window);
}

double
sequence_mtld(const struct sequence_sums *s)
{
	double words = (double)s->words;

	if (s->full[0] == 0 || s->full[1] == 0)
		return (double)NAN;
	return (words / s->factors[0] + words / s->factors[1]) / 2;
}

double
sequence_mtld_ma(const struct sequence_sums *s)
{
	return ratio((double)s->lengths, (double)s->starts);
}
