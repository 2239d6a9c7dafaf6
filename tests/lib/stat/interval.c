/* stat_interval - against R. */
#include "lib/stat/interval.h"
#include "tap.h"

/* R: poisson.test(n)$conf.int, qgamma(c(.025, .975), c(n, n + 1)) */
static const struct {
	uint64_t n;
	double low;
	double high;
} poisson[] = {
    {0, 0, 3.6888794541139363},
    {1, 0.025317807984289875, 5.5716433909388986},
    {2, 0.2422092785439649, 7.2246876677239608},
    {10, 4.7953886961324336, 18.390356042017779},
    {1000, 938.97301840769522, 1063.952136016302},
    {99999, 99380.155762730352, 100620.74164077374},
    {100000, 99381.152663744731, 100621.74473974388},
};

int
main(void)
{
	double v[] = {5, 1, 4, 2, 3};
	double one[] = {7};
	struct stat_interval x;

	for (size_t i = 0; i < sizeof(poisson) / sizeof(*poisson); i++) {
		x = stat_interval_poisson(poisson[i].n, 0.95);
		near(x.low, poisson[i].low, 1e-11, "Garwood, low");
		near(x.high, poisson[i].high, 1e-11, "Garwood, high");
	}
	x = stat_interval_poisson(0, 0.9);
	near(x.high, 2.99573227355399, 1e-12, "Garwood, 90 %: -ln 0.05");
	x = stat_interval_percentile(v, 5, 0.95);
	near(x.low, 1.1, 1e-12, "quantile(1:5, 0.025)");
	near(x.high, 4.9, 1e-12, "quantile(1:5, 0.975)");
	x = stat_interval_percentile(one, 1, 0.95);
	near(x.low, 7, 0, "of one value");
	near(x.high, 7, 0, "of one value");
	return done();
}
