#include "turns.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/stat/keyness.h"

enum {
	TURNS = 250, /* of a speech, evenly, where it has more segments */
	WIDE = 64,   /* numbers that the exact law can take */
};

/* What one speech adds: a law over low .. low + n - 1. */
struct speech_law {
	uint32_t low;
	uint32_t n;
	double *share;
};

/* The law of the sum so far, and its mean and variance. */
struct law {
	bool exact;
	uint32_t low;
	uint32_t n;
	double share[WIDE];
	double mean;
	double var;
};

/* Segments in classes, speech by speech. */
struct circle {
	uint32_t n;
	uint32_t *place;  /* by segment: among these, NONE for none */
	uint32_t *class;  /* by place */
	uint32_t *from;   /* by place: the first of its speech */
	uint32_t *length; /* by place: how many the speech has */
	uint32_t *hits;   /* by turn */
	struct speech_law one;
};

#define NONE UINT32_MAX

static void
open_circle(struct circle *c, const struct sparse *t, const uint32_t *of,
    const uint32_t *speech)
{
	uint32_t before = NONE;

	*c = (struct circle){.place = mem_new(t->n_row, sizeof(*c->place)),
	    .class = mem_new(t->n_row, sizeof(*c->class)),
	    .from = mem_new(t->n_row, sizeof(*c->from)),
	    .length = mem_new(t->n_row, sizeof(*c->length)),
	    .hits = mem_new(TURNS, sizeof(*c->hits))};
	for (uint32_t i = 0; i < t->n_row; i++) {
		c->place[i] = NONE;
		if (of[i] == 0)
			continue;
		c->class[c->n] = of[i];
		c->from[c->n] = speech[i] == before ? c->from[c->n - 1] : c->n;
		c->place[i] = c->n++;
		before = speech[i];
	}
	for (uint32_t i = c->n; i-- > 0;)
		c->length[i] = i + 1 < c->n && c->from[i + 1] == c->from[i]
		    ? c->length[i + 1]
		    : i + 1 - c->from[i];
	c->one.share = mem_new((size_t)t->n_row + 1, sizeof(double));
}

static void
close_circle(struct circle *c)
{
	free(c->place);
	free(c->class);
	free(c->from);
	free(c->length);
	free(c->hits);
	free(c->one.share);
}

/* Of a speech, n of whose places have the word: how many of them each turn of
 * the classes brings to one of them.  Returns how many it is as it stands. */
static uint32_t
turn_speech(struct circle *c, const uint32_t *at, uint32_t n, uint32_t class)
{
	uint32_t from = c->from[at[0]];
	uint32_t m = c->length[at[0]];
	uint32_t turns = m < TURNS ? m : TURNS;
	struct speech_law *x = &c->one;
	uint32_t most = 0;

	x->low = n;
	for (uint32_t k = 0; k < turns; k++) {
		uint32_t by = (uint32_t)((uint64_t)k * m / turns);

		c->hits[k] = 0;
		for (uint32_t i = 0; i < n; i++) {
			uint32_t to = at[i] - from + by;

			c->hits[k] +=
			    c->class[from + (to < m ? to : to - m)] == class;
		}
		x->low = c->hits[k] < x->low ? c->hits[k] : x->low;
		most = c->hits[k] > most ? c->hits[k] : most;
	}
	x->n = most - x->low + 1;
	memset(x->share, 0, x->n * sizeof(*x->share));
	for (uint32_t k = 0; k < turns; k++)
		x->share[c->hits[k] - x->low] += 1.0 / turns;
	return c->hits[0];
}

static void
add_law(struct law *l, const struct speech_law *x)
{
	double sum[WIDE] = {0};
	double mean = 0;
	double square = 0;

	for (uint32_t i = 0; i < x->n; i++) {
		mean += x->share[i] * i;
		square += x->share[i] * i * i;
	}
	l->mean += x->low + mean;
	l->var += square - mean * mean;
	l->low += x->low;
	l->exact = l->exact && l->n + x->n - 1 <= WIDE;
	if (!l->exact)
		return;
	for (uint32_t i = 0; i < l->n; i++)
		for (uint32_t j = 0; j < x->n; j++)
			sum[i + j] += l->share[i] * x->share[j];
	l->n += x->n - 1;
	memcpy(l->share, sum, sizeof(sum));
}

/* ln of twice the smaller tail, both with what is seen. */
static double
ln_p(const struct law *l, uint32_t seen)
{
	double below = 0;
	double above = 0;
	double z;

	if (!(l->var > 1e-9))
		return (double)NAN;
	if (!l->exact) {
		z = fmax(0, fabs(seen - l->mean) - 0.5);
		return stat_keyness_ln_p(z * z / l->var);
	}
	for (uint32_t i = 0; i < l->n; i++) {
		if (l->low + i <= seen)
			below += l->share[i];
		if (l->low + i >= seen)
			above += l->share[i];
	}
	return fmin(0, log(2 * fmin(below, above)));
}

/* Of a word in the places at[], rising. */
static double
test_word(struct circle *c, const uint32_t *at, uint32_t n, uint32_t class)
{
	struct law l = {.exact = true, .n = 1, .share = {1}};
	uint32_t seen = 0;

	for (uint32_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && c->from[at[k]] == c->from[at[i]]; k++)
			;
		seen += turn_speech(c, at + i, k - i, class);
		add_law(&l, &c->one);
	}
	return ln_p(&l, seen);
}

/* Word by word the places that have it: those of word j are at[from[j]] to
 * at[from[j + 1] - 1]. */
static uint32_t *
list_places(const struct circle *c, const struct sparse *t, size_t *from)
{
	uint32_t *at = mem_new(t->at[t->n_row], sizeof(*at));
	size_t *next = mem_new(t->n_col, sizeof(*next));

	for (uint32_t i = 0; i < t->n_row; i++)
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			from[t->col[k] + 1] += c->place[i] != NONE;
	for (uint32_t j = 0; j < t->n_col; j++) {
		from[j + 1] += from[j];
		next[j] = from[j];
	}
	for (uint32_t i = 0; i < t->n_row; i++)
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			if (c->place[i] != NONE)
				at[next[t->col[k]]++] = c->place[i];
	free(next);
	return at;
}

void
turns_do(struct profile *p, const struct sparse *t, const uint32_t *of,
    const uint32_t *speech)
{
	size_t n = (size_t)p->n_class * p->n_item;
	double *q = mem_new(n, sizeof(*q));
	size_t *from = mem_new((size_t)t->n_col + 1, sizeof(*from));
	struct circle c;
	uint32_t *at;

	open_circle(&c, t, of, speech);
	at = list_places(&c, t, from);
	for (uint32_t k = 0; k < p->n_class; k++)
		for (uint32_t j = 0; j < p->n_item; j++) {
			struct mark *x = &p->mark[(size_t)k * p->n_item + j];

			x->ln_p = test_word(&c, at + from[j],
			    (uint32_t)(from[j + 1] - from[j]), k + 1);
			q[(size_t)k * p->n_item + j] = x->ln_p;
		}
	p->n_test = stat_adjust_bh(q, NULL, n);
	for (size_t i = 0; i < n; i++)
		p->mark[i].ln_q = q[i];
	close_circle(&c);
	free(from);
	free(at);
	free(q);
}
