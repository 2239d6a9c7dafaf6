/* stat_binom - against R: qlogis(qbeta(alpha, x, n - x + 1)), as
 * log(qbeta(alpha, x, n - x + 1)) -
 * log(qbeta(alpha, n - x + 1, x, lower.tail = FALSE)) */
#include "lib/stat/binom.h"
#include "tap.h"

static const struct {
	uint64_t x;
	uint64_t n;
	double alpha;
	double limit;
} want[] = {
    {1, 1, 0.025, -3.66356164612965},
    {3, 10, 0.025, -2.63788720773975},
    {10, 10, 0.025, 0.807154865248952},
    {9, 1000000, 2.5e-07, -13.9992850946688},
    {999991, 1000000, 2.5e-07, 10.2722718866808},
    {500, 2000, 2.5e-12, -1.46803803534638},
    {900000, 1900000, 0.025, -0.108209385664847},
    {1000000, 2000000, 0.025, -0.00277280774635491},
    {1000001, 2500000, 0.025, -0.407994735116447},
    {1000001, 3000000, 2.5e-07, -0.699304407055236},
    {2000000, 5000000, 2.5e-07, -0.410054575623882},
    {2000000, 5000000, 0.4, -0.405696771982871},
    {1200000, 1000000000, 0.025, -6.72602408194544},
    {4000000000, 10000000000, 2.5e-07, -0.40556770783465},
    {7, 10000000000, 0.025, -21.9911149629532},
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		double got =
		    stat_binom_lower(want[i].x, want[i].n, log(want[i].alpha));

		near(got, want[i].limit, 1e-11, "limit of Clopper and Pearson");
	}
	ok(isinf(stat_binom_lower(0, 9, log(0.025))), "none seen: no limit");
	near(stat_binom_lower(2, 2, log(1e-20)),
	    0.5 * log(1e-20) - log1p(-1e-10), 1e-12,
	    "all seen: the root of alpha");
	near(stat_binom_lower(2, 2, -300), -150, 1e-12, "a small error");
	return done();
}
