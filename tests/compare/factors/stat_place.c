/* stat_place - values by R's expressions in the header. */
#include "compare/factors/stat_place.h"
#include "tap.h"

int
main(void)
{
	const double variance[3] = {2, 1, 2};
	const double down[3] = {2, -1, 2};
	const double upright[3] = {1, 0, 4};
	const double flat[3] = {1, 2, 4};
	struct stat_place_ellipse e;

	/* .5 / sqrt(.04) * sqrt(3 * 9 / 7) */
	near(stat_place_value(.5, .04, 3, 10), 4.9099025303, 1e-9, "value");
	near(stat_place_value(-.5, .04, 3, 10), -4.9099025303, 1e-9, "below");
	near(stat_place_value(.5, .04, 10, 10), (double)NAN, 0, "all units");
	near(stat_place_value(0, 0, 3, 10), (double)NAN, 0, "no spread");
	/* sqrt(c(3, 1) * 2 * 9 / 8 * qf(.95, 2, 8)) */
	e = stat_place_region(variance, 10, .95);
	near(e.major, 5.4861713, 1e-6, "longer half axis");
	near(e.minor, 3.1674425, 1e-6, "shorter half axis");
	near(e.angle, 45, 1e-9, "upwards");
	near(stat_place_region(down, 10, .95).angle, -45, 1e-9, "downwards");
	near(stat_place_region(upright, 10, .95).angle, 90, 1e-9, "upright");
	near(stat_place_region(flat, 10, .95).minor, 0, 1e-6, "on a line");
	near(stat_place_region(variance, 2, .95).major, (double)NAN, 0, "few");
	return done();
}
