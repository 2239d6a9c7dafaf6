/* axis - places of values, ticks at round numbers, logarithmic axes. */
#include "show/common/axis.h"

#include "tap.h"

static void
ticks_are(const struct axis *a, const char *want)
{
	struct buf b = {0};

	buf_mem(&b, "", 0);
	for (size_t i = 0; i < a->n; i++) {
		buf_str(&b, i > 0 ? " " : "");
		axis_figure(a, i, &b, FIGURE_PLAIN);
	}
	is_str(b.s, want, want);
	buf_free(&b);
}

int
main(void)
{
	struct axis a;

	axis_open(&a, 0, 9.3, false);
	axis_lay(&a, 100, 300, 40, true);
	ticks_are(&a, "0 2 4 6 8 10");
	near(axis_at(&a, 5), 200, 1e-12, "the middle");
	near(axis_at(&a, 0), 100, 1e-12, "the beginning");
	axis_lay(&a, 300, 100, 100, false);
	near(axis_at(&a, 0), 300, 1e-12, "upwards");
	axis_open(&a, 0.2, 0.9, false);
	axis_lay(&a, 0, 100, 30, false);
	ticks_are(&a, "0.5");
	axis_open(&a, 2021, 2022, false);
	a.whole = true;
	axis_lay(&a, 0, 400, 40, false);
	ticks_are(&a, "2021 2022");
	axis_open(&a, 5, 5, false);
	axis_lay(&a, 0, 100, 50, true);
	ok(a.low < 5 && a.high > 5 && a.n > 0, "one value has room around");
	axis_open(&a, 0, 0, false);
	axis_lay(&a, 0, 100, 50, true);
	ticks_are(&a, "-1 0 1");
	axis_open(&a, -1e300, 1e300, false);
	axis_lay(&a, 0, 100, 50, true);
	ok(isfinite(axis_at(&a, 1e300)), "very large values have a place");
	axis_open(&a, 1, 5000, true);
	axis_lay(&a, 0, 300, 40, false);
	ticks_are(&a, "1 10 100 1000");
	near(axis_at(&a, sqrt(5000)), 150, 1e-12, "the middle of a logarithm");
	axis_open(&a, 0.01, 0.3, true);
	axis_lay(&a, 0, 300, 30, false);
	ticks_are(&a, "0.01 0.02 0.05 0.1 0.2");
	axis_open(&a, 3, 3, true);
	axis_lay(&a, 0, 100, 30, false);
	ticks_are(&a, "2 5");
	return done();
}
