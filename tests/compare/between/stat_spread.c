/* stat_spread - how far parts lie apart, and the noncentral F law behind it. */
#include "compare/between/stat_spread.h"
#include "tap.h"

/* R: pf(x, d1, d2, ncp = lambda), whose own error is up to 2e-9; the sum of
 * pbeta() weighted by dpois(j, lambda / 2) gives all digits. */
static void
law(void)
{
	near(stat_spread_ncf(2.5, 4, 26, 3.0), 0.748178265247, 1e-9, "ncf");
	near(stat_spread_ncf(0.4, 1, 10, 0.5), 0.369479194674, 1e-9, "ncf");
	near(stat_spread_ncf(9, 4, 26, 40), 0.313833075044, 1e-9, "ncf");
	near(stat_spread_ncf(60, 3, 200, 170.0), 0.593103043966, 1e-9, "ncf");
	near(stat_spread_ncf(1.2, 29, 970, 0.001), 0.784157299512, 1e-9, "ncf");
	near(stat_spread_ncf(3000, 4, 500, 12000.0), 0.490559971129, 1e-9,
	    "ncf");
	/* R: pchisq(d2 * (lambda + d1) / (d1 * x), d2, lower.tail = FALSE) */
	near(stat_spread_ncf(3e11, 4, 30, 1e12), 0.725031884181, 1e-9, "far");
	near(stat_spread_ncf(2.2e8, 4, 30, 1.000001e9),
	    stat_spread_ncf(2.2e8, 4, 30, 0.999999e9), 1e-4, "as near");
}

/* Of R's values of the law: uniroot() for its parameter. */
static void
spread(void)
{
	static const double f[] = {30, 12, 45, 20};
	static const double E[] = {25, 25, 30, 27};
	static const double same[] = {25, 25, 30, 27};
	struct stat_spread s = stat_spread(f, E, 4, 2.5, 20, 0.95);

	near(s.spread, 1.3135683834, 1e-7, "the spread");
	near(s.in.low, 1, 1e-6, "low");
	near(s.in.high, 1.91281352349, 1e-6, "high");
	s = stat_spread(same, E, 4, 2.5, 20, 0.95);
	near(s.spread, 1, 1e-12, "none");
	near(s.in.low, 1, 1e-12, "none: low");
	ok(s.in.high > 1, "none: high");
	s = stat_spread(f, E, 1, 2.5, 20, 0.95);
	ok(isnan(s.spread) && isnan(s.in.low), "one part");
	s = stat_spread(f, E, 4, 2.5, 0, 0.95);
	ok(isnan(s.spread) && isnan(s.in.high), "no degree of freedom");
}

int
main(void)
{
	law();
	spread();
	return done();
}
