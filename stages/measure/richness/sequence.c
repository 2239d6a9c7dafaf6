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
}

void
sequence_free(struct sequence *q)
{
	free(q->seen);
	free(q->last);
}

static uint64_t *
more(uint64_t *by_type, size_t *cap, uint32_t end)
{
	size_t old = *cap;

	by_type = mem_grow(by_type, cap, end, sizeof(*by_type));
	if (old < *cap)
		memset(by_type + old, 0, (*cap - old) * sizeof(*by_type));
	return by_type;
}

void
sequence_room(struct sequence *q, uint32_t end)
{
	q->last = more(q->last, &q->cap_last, end);
	q->seen = more(q->seen, &q->cap, end);
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

/* A word is a type more of those windows that hold it and not the one before it
 * of its type: as many as begin behind that one, from the first of all that
 * holds the word to the last.  So the types of all windows are added up without
 * going through any. */
static uint64_t
add_ends(
    struct sequence *q, const uint32_t *id, size_t from, size_t to, size_t n)
{
	size_t begins = n - q->window; /* the last window */
	uint64_t types = 0;

	for (size_t i = from; i < to; i++) {
		uint64_t at = q->at + i + 1;
		uint64_t far = at - q->last[id[i]];
		size_t most = i < q->window ? i + 1 : q->window;
		size_t less = i > begins ? i - begins : 0;

		q->last[id[i]] = at;
		far = far < most ? far : most;
		types += far > less ? far - less : 0;
	}
	return types;
}

/* Where as many windows as a window has words hold the word, that is the
 * distance to the one before it. */
static uint64_t
add_middle(struct sequence *q, const uint32_t *id, size_t from, size_t to)
{
	uint64_t *last = q->last;
	uint64_t size = q->window;
	uint64_t at = q->at + from;
	uint64_t types = 0;

	for (size_t i = from; i < to; i++) {
		uint64_t far = ++at - last[id[i]];

		last[id[i]] = at;
		types += far < size ? far : size;
	}
	return types;
}

static void
add_windows(
    struct sequence *q, const uint32_t *id, size_t n, struct sequence_sums *s)
{
	size_t size = q->window;
	size_t head = size < n ? size : n;
	size_t tail = n >= 2 * size ? n - size : head;

	if (n >= size) {
		s->windows += n - size + 1;
		s->window_types += add_ends(q, id, 0, head, n);
		s->window_types += add_middle(q, id, head, tail);
		s->window_types += add_ends(q, id, tail, n, n);
	}
	q->at += n;
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
