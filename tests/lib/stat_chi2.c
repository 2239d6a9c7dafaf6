/* stat_chi2 - against R's chisq.test and pchisq. */
#include "tap.h"

#include "lib/stat_chi2.h"

/* f <- function(both, a, b, n) unname(chisq.test(matrix(c(both, a - both,
 *     b - both, n - a - b + both), 2), correct = FALSE)$statistic) */
static const struct {
	uint32_t both, a, b, n;
	double chi2;
	double ln_p; /* pchisq(chi2, 1, lower.tail = FALSE, log.p = TRUE) */
} cases[] = {
    {10, 20, 30, 100, 4.7619047619047619, -3.5371431697521833},
    {3, 20, 30, 100, -2.6785714285714288, -2.2856598363505216},
    {400, 500, 450, 3000, 1988.2352941176471, -998.14144210790084},
    {1, 1, 1, 2, 2, -1.8496055099332522},
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		double x = stat_chi2_signed(
		    cases[i].both, cases[i].a, cases[i].b, cases[i].n);

		near(x, cases[i].chi2, 1e-14, "chisq.test");
		near(stat_chi2_ln_p(x), cases[i].ln_p, 1e-12, "pchisq");
	}
	near(stat_chi2_ln_p(3.841458820694124), -2.9957322735539913, 1e-13,
	    "5 %");
	near(stat_chi2_ln_p(-5000), -2504.4845878484507, 1e-13, "e^-2504");
	near(stat_chi2_ln_p(1e-3), -0.025550779355950615, 1e-12, "near 1");
	near(stat_chi2_ln_p(0), 0, 0, "0");
	ok(isnan(stat_chi2_ln_p((double)NAN)), "NA stays NA");
	near(stat_chi2_signed(6, 20, 30, 100), 0, 0, "as expected");
	ok(isnan(stat_chi2_signed(0, 0, 5, 9)), "an empty row");
	ok(isnan(stat_chi2_signed(5, 9, 5, 9)), "a row that is all");
	ok(isnan(stat_chi2_signed(0, 4, 0, 9)), "an empty column");
	ok(isnan(stat_chi2_signed(4, 4, 9, 9)), "a column that is all");
	/* both n are past 2^53 as products; by hand 4e9 phi^2 with phi = 1 */
	near(stat_chi2_signed(2000000000, 2000000000, 2000000000, 4000000000),
	    4e9, 1e-14, "counts of 2e9");
	return done();
}
