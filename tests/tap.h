/* tap - checks of a unit test in C; prints TAP (tests/units.t). */
#ifndef TAP_H
#define TAP_H

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct tap {
	unsigned n_run;
	unsigned n_failed;
};

/* The one state of a test program. */
static inline struct tap *
tap_state(void)
{
	static struct tap t;

	return &t;
}

static inline bool
ok(bool cond, const char *name)
{
	struct tap *t = tap_state();

	t->n_run++;
	if (!cond)
		t->n_failed++;
	printf("%s %u - %s\n", cond ? "ok" : "not ok", t->n_run, name);
	(void)fflush(stdout); /* a crash must not take it along */
	return cond;
}

static inline bool
is_str(const char *got, const char *want, const char *name)
{
	bool same = got == want ||
	    (got != NULL && want != NULL && strcmp(got, want) == 0);

	if (!ok(same, name))
		printf("# got '%s', want '%s'\n", got ? got : "(null)",
		    want ? want : "(null)");
	return same;
}

static inline bool
is_u64(uint64_t got, uint64_t want, const char *name)
{
	if (!ok(got == want, name))
		printf("# got %" PRIu64 ", want %" PRIu64 "\n", got, want);
	return got == want;
}

/* |got - want| <= tol * |want|, or tol if want is 0; NaN is near NaN, an
 * infinity near itself. */
static inline bool
near(double got, double want, double tol, const char *name)
{
	bool close;

	if (isnan(want) || isnan(got))
		close = isnan(want) && isnan(got);
	else if (isinf(want) || isinf(got))
		close = isinf(want) && isinf(got) && (want > 0) == (got > 0);
	else
		close = fabs(got - want) <=
		    tol * (want < 0 || want > 0 ? fabs(want) : 1.0);
	if (!ok(close, name))
		printf("# got %.17g, want %.17g within %g\n", got, want, tol);
	return close;
}

/* Prints the plan; what main returns. */
static inline int
done(void)
{
	const struct tap *t = tap_state();

	printf("1..%u\n", t->n_run);
	return t->n_failed > 0;
}

#endif
