#include "chance.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"

static const double q_wanted = 0.05;

struct run {
	struct stat_deal *d;
	const struct chance_tests *t;
	uint32_t *open; /* tests that go on */
	uint32_t n_open;
	uint32_t measures;
	uint64_t *reached; /* by test and measure */
	uint64_t often;    /* ends a test */
	double *p;
};

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return (*x > *y) - (*x < *y);
}

/* Parts of a stratum sorted: the first of its orders. */
static void
sort_stratum(const struct stat_deal *d, uint32_t from, uint32_t to)
{
	uint32_t *v = mem_new(to - from, sizeof(*v));

	for (uint32_t i = from; i < to; i++)
		v[i - from] = d->part[d->order[i]];
	qsort(v, to - from, sizeof(*v), by_number);
	for (uint32_t i = from; i < to; i++)
		d->part[d->order[i]] = v[i - from];
	free(v);
}

static void
swap(const struct stat_deal *d, uint32_t i, uint32_t j)
{
	uint32_t held = d->part[d->order[i]];

	d->part[d->order[i]] = d->part[d->order[j]];
	d->part[d->order[j]] = held;
}

/* The next order of a stratum's parts by their numbers; false, and the first
 * one, behind the last. */
static bool
next_order(const struct stat_deal *d, uint32_t from, uint32_t to)
{
	const uint32_t *unit = d->order;
	uint32_t i = to - 1;
	uint32_t j = to - 1;
	bool more;

	while (i > from && d->part[unit[i - 1]] >= d->part[unit[i]])
		i--;
	more = i > from;
	if (more) {
		while (d->part[unit[j]] <= d->part[unit[i - 1]])
			j--;
		swap(d, i - 1, j);
	}
	for (j = to - 1; i < j; i++, j--)
		swap(d, i, j);
	return more;
}

/* The next deal of all, as a counter whose digits are the strata. */
static bool
next_deal(const struct stat_deal *d)
{
	uint32_t from = 0;

	for (uint32_t k = 0; k < d->n_stratum; k++) {
		if (next_order(d, from, d->end[k]))
			return true;
		from = d->end[k];
	}
	return false;
}

/* Deals that are looked at together. */
static uint32_t
n_lanes(const struct chance_tests *t)
{
	return t->figures != NULL ? CHANCE_LANES : 1;
}

/* The figures of a test in the lanes that hold deals, by measure; false where
 * all are below their bars. */
static inline bool
figures(const struct chance_tests *t, uint32_t test, double x[][CHANCE_LANES])
{
	if (t->figures != NULL)
		return t->figures(t->work, test, x);
	x[0][0] = t->figure(t->work, test);
	return true;
}

static void
take(const struct run *r, uint32_t lane)
{
	const struct chance_tests *t = r->t;

	if (t->figures != NULL)
		t->take_lane(t->work, lane, r->d->part);
	else
		t->take(t->work, r->d->part);
}

/* Lanes that reach the bar. */
static inline uint64_t
count_all(const double x[CHANCE_LANES], double bar)
{
	chance_bits more = {0};

	for (uint32_t k = 0; k < CHANCE_LANES; k += 2) {
		chance_two y = {x[k], x[k + 1]};

		more -= y >= bar;
	}
	return (uint64_t)(more[0] + more[1]);
}

/* Counts the lanes that reach the bar, up to the one by which it is reached
 * often enough.  Returns the lanes looked at then, or UINT32_MAX. */
static inline uint32_t
count_reached(const double x[CHANCE_LANES], uint32_t n_lane, double bar,
    uint64_t often, uint64_t *reached)
{
	uint64_t more = 0;
	uint32_t lane = 0;

	if (n_lane == CHANCE_LANES)
		more = count_all(x, bar);
	else
		for (uint32_t k = 0; k < n_lane; k++)
			more += x[k] >= bar;
	if (more < often - *reached) {
		*reached += more;
		return UINT32_MAX;
	}
	while (*reached < often)
		*reached += x[lane++] >= bar;
	return lane;
}

/* Looks at n_lane deals, those behind the first n; a test ends with the deal
 * that reaches one of its measures often enough: the p of the others, which go
 * on, could only be smaller. */
static void
look(struct run *r, uint64_t n, uint32_t n_lane)
{
	double x[CHANCE_MEASURES][CHANCE_LANES];
	uint32_t n_open = 0;

	for (uint32_t k = 0; k < r->n_open; k++) {
		uint32_t i = r->open[k];
		const double *bar = r->t->bar + (size_t)i * r->measures;
		uint64_t *reached = r->reached + (size_t)i * r->measures;
		uint32_t last = UINT32_MAX;

		if (!figures(r->t, i, x)) {
			r->open[n_open++] = i;
			continue;
		}
		for (uint32_t m = 0; m < r->measures; m++) {
			uint32_t lane = count_reached(
			    x[m], n_lane, bar[m], r->often, &reached[m]);

			last = lane < last ? lane : last;
		}
		if (last == UINT32_MAX)
			r->open[n_open++] = i;
		else
			r->p[i] = (double)r->often / (double)(n + last);
	}
	r->n_open = n_open;
}

/* By how many deals the likeliest of a test's measures was reached. */
static uint64_t
most_reached(const struct run *r, uint32_t i)
{
	uint64_t most = 0;

	for (uint32_t m = 0; m < r->measures; m++) {
		uint64_t reached = r->reached[(size_t)i * r->measures + m];

		most = reached > most ? reached : most;
	}
	return most;
}

static void
look_at_all(struct run *r, struct chance *c)
{
	uint32_t from = 0;
	uint32_t n_lane = 0;

	for (uint32_t k = 0; k < r->d->n_stratum; k++) {
		sort_stratum(r->d, from, r->d->end[k]);
		from = r->d->end[k];
	}
	c->n = 0;
	do {
		take(r, n_lane++);
		if (n_lane == n_lanes(r->t)) {
			look(r, c->n, n_lane);
			c->n += n_lane;
			n_lane = 0;
		}
	} while (next_deal(r->d));
	if (n_lane > 0)
		look(r, c->n, n_lane);
	c->n += n_lane;
	for (uint32_t k = 0; k < r->n_open; k++)
		r->p[r->open[k]] =
		    (double)most_reached(r, r->open[k]) / (double)c->n;
	c->least = 1 / (double)c->n;
}

static void
look_at_some(struct run *r, const struct chance_rule *rule, struct chance *c)
{
	uint32_t lanes = n_lanes(r->t);
	uint32_t n_lane;

	stat_deal_seed(r->d, rule->seed, rule->name, rule->len);
	for (uint64_t n = 0; n < c->n && r->n_open > 0; n += n_lane) {
		n_lane = c->n - n < lanes ? (uint32_t)(c->n - n) : lanes;
		for (uint32_t k = 0; k < n_lane; k++) {
			stat_deal_next(r->d);
			take(r, k);
		}
		look(r, n, n_lane);
	}
	for (uint32_t k = 0; k < r->n_open; k++)
		r->p[r->open[k]] =
		    stat_deal_p(most_reached(r, r->open[k]), c->n);
}

/* So many deals as the family needs, or as there is time for. */
static uint64_t
enough(const struct stat_deal *d, uint64_t family)
{
	uint64_t most = d->n > 0 ? CHANCE_DEALT / d->n : 0;

	if (most < STAT_DEALS_LEAST)
		most = STAT_DEALS_LEAST;
	if (most > STAT_DEALS_MOST)
		most = STAT_DEALS_MOST;
	return stat_deal_enough(family, q_wanted, most);
}

struct chance
chance_run(struct stat_deal *d, const struct chance_rule *rule,
    const struct chance_tests *t, double *p)
{
	struct run r = {.d = d,
	    .t = t,
	    .measures = t->measures > 1 ? t->measures : 1,
	    .often = UINT64_MAX,
	    .p = p};
	struct chance c = {.n = rule->deals};
	bool is_auto = rule->deals == CHANCE_AUTO;
	double ln_count = stat_deal_ln_count(d);

	r.open = mem_new(t->n, sizeof(*r.open));
	r.reached = mem_new((size_t)t->n * r.measures, sizeof(*r.reached));
	for (uint32_t i = 0; i < t->n; i++) {
		p[i] = (double)NAN;
		if (!isnan(t->bar[(size_t)i * r.measures]))
			r.open[r.n_open++] = i;
	}
	c.family = rule->family > 0 ? rule->family : r.n_open;
	if (is_auto)
		c.n = enough(d, c.family);
	c.least = stat_deal_least(c.n, ln_count);
	c.all = ln_count <
	    log((is_auto && c.n > CHANCE_FEW ? CHANCE_FEW : (double)c.n) + 0.5);
	if (c.all) {
		look_at_all(&r, &c);
	} else {
		if (is_auto)
			r.often = c.family > CHANCE_LARGE ? CHANCE_SELDOM
							  : CHANCE_OFTEN;
		look_at_some(&r, rule, &c);
	}
	free(r.open);
	free(r.reached);
	return c;
}

uint64_t
chance_option(int ch, const char *s, uint64_t least, uint64_t most)
{
	return strcmp(s, "auto") == 0 ? CHANCE_AUTO
				      : opt_u64(ch, s, least, most);
}

double
chance_least_q(const struct chance *c)
{
	double tests = (double)c->family / (c->twice ? 2 : 1);

	return fmin(1, c->least * fmax(1, tests));
}

void
chance_note(const struct chance *c, const char *what)
{
	note("%s%s: %" PRIu64 "; least p: %.2g, least q of a term alone: %.2g",
	    err_said(c->all ? "all " : ""), what, c->n, c->least,
	    chance_least_q(c));
}
