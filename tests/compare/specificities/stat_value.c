/* stat_value - valeur-test and écart réduit. */
#include "compare/specificities/stat_value.h"
#include "tap.h"

int
main(void)
{
	const struct stat_hyper h = {153, 6903, 61449};

	/* R from 4.3 on: -sign(s) * qnorm(-abs(s) * log(10), log.p = TRUE);
	 * before, the last one has five digits */
	near(stat_value_test(2), 2.32634787404084, 1e-9, "one in a hundred");
	near(stat_value_test(-2), -2.32634787404084, 1e-9, "too few");
	near(stat_value_test(0.3), -0.002975957771, 1e-6, "more than a half");
	near(stat_value_test(10), 6.3613409024, 1e-9, "S = 10");
	near(stat_value_test(290), 36.4207316732, 1e-9, "S = 290");
	near(stat_value_test(310), 37.6630603319, 1e-9, "S = 310");
	near(stat_value_test(1000), 67.7856855966, 1e-9, "S = 1000");
	near(stat_value_test(1000000.0), 2145.96202329, 1e-9, "S = 1e+06");
	ok(isnan(stat_value_test((double)NAN)), "not testable");
	/* R: p <- 6903 / 61449; (8 - 153 * p) / sqrt(153 * p * (1 - p)) */
	near(stat_value_reduced(8, &h), -2.35217366368, 1e-9, "reduced");
	return done();
}
