#include "stat_place.h"

#include <math.h>

double
stat_place_value(double x, double spread, uint32_t n_in, uint32_t n)
{
	if (n_in >= n || !(spread > 0))
		return (double)NAN;
	return x / sqrt(spread) *
	    sqrt((double)n_in * ((double)n - 1) / ((double)n - n_in));
}

/* variance: xx, xy, yy */
struct stat_place_ellipse
stat_place_region(const double variance[3], uint32_t n, double level)
{
	const double none = (double)NAN;
	double half = (variance[0] - variance[2]) / 2;
	double mean = (variance[0] + variance[2]) / 2;
	double apart = hypot(half, variance[1]);
	double scale;
	double angle;

	if (n < 3 || isnan(mean))
		return (struct stat_place_ellipse){none, none, none};
	/* F of 2 and m degrees: m / 2 ((1 - level)^(-2 / m) - 1) */
	scale = ((double)n - 1) * expm1(-2 * log1p(-level) / ((double)n - 2));
	angle = atan2(variance[1], half) * 90 / acos(-1);
	return (struct stat_place_ellipse){sqrt((mean + apart) * scale),
	    sqrt(fmax(mean - apart, 0) * scale), angle <= -90 ? 90 : angle};
}
