/* chrono - against a search through all groups, on random series. */
#include "compare/trend/chrono.h"
#include "lib/stat/hyper.h"
#include "tap.h"

enum {
	POINTS = 9,
	RUNS = 3000,
};

static uint32_t
next(uint32_t *state)
{
	*state = *state * 1664525U + 1013904223U;
	return *state >> 8;
}

static bool
beats(double s, uint32_t from, uint32_t to, const struct chrono_group *b)
{
	double d = fabs(s) - fabs(b->s);

	if (fabs(d) > 1e-9 * fabs(b->s))
		return d > 0;
	if ((s > 0) != (b->s > 0))
		return s > 0;
	if (to - from != b->to - b->from)
		return to - from < b->to - b->from;
	return from < b->from;
}

static struct chrono_group
search(const struct series *s, const uint64_t *f)
{
	struct chrono_group best = {.s = 0, .from = 0, .to = POINTS};

	for (uint32_t i = 0; i < POINTS; i++) {
		struct stat_hyper h = {s->F[0], 0, s->T};
		uint64_t sum = 0;

		for (uint32_t j = i; j < POINTS; j++) {
			double x;

			sum += f[j];
			h.t += s->t[j];
			if (j - i == POINTS - 1)
				continue;
			x = stat_hyper_below(sum, &h)
			    ? stat_hyper_le(sum, &h) / M_LN10
			    : -stat_hyper_ge(sum, &h) / M_LN10;
			if (beats(x, i, j, &best))
				best = (struct chrono_group){
				    .from = i, .to = j, .s = x};
		}
	}
	return best;
}

static bool
check(uint32_t *state)
{
	uint64_t f[POINTS];
	uint64_t t[POINTS];
	uint32_t point[POINTS];
	struct series_hit hit[POINTS];
	size_t first[2] = {0, 0};
	uint64_t F = 0;
	struct series s = {.n_point = POINTS,
	    .t = t,
	    .n_unit = POINTS,
	    .point = point,
	    .n_item = 1,
	    .F = &F,
	    .first = first,
	    .hit = hit};
	uint32_t most = 1U << next(state) % 8;
	struct chrono_group want;
	struct chrono_group got;
	struct chrono c;

	for (uint32_t k = 0; k < POINTS; k++) {
		f[k] = next(state) % 3 == 0 ? 0 : next(state) % (most + 1);
		t[k] = f[k] + 1 + next(state) % 500;
		point[k] = k;
		s.T += t[k];
		F += f[k];
		if (f[k] > 0)
			hit[first[1]++] = (struct series_hit){k, f[k]};
	}
	chrono_open(&c, &s);
	got = chrono_best(&c, 0);
	chrono_close(&c);
	if (F == 0)
		return isnan(got.s);
	want = search(&s, f);
	return got.from == want.from && got.to == want.to &&
	    fabs(got.s - want.s) <= 1e-9 * fabs(want.s);
}

int
main(void)
{
	uint32_t state = 1;
	uint32_t n_good = 0;

	for (uint32_t i = 0; i < RUNS; i++)
		n_good += check(&state);
	is_u64(n_good, RUNS, "the best group of random series");
	return done();
}
