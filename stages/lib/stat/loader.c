#include "loader.h"

#include <math.h>
#include <stddef.h>

double
stat_loader_stirling(double n)
{
	static const double small[] = {0, 0.08106146679532725822,
	    0.041340695955409294094, 0.027677925684998339149,
	    0.020790672103765093112, 0.016644691189821192163,
	    0.013876128823070747999, 0.011896709945891770095,
	    0.010411265261972096497, 0.0092554621827127329177,
	    0.0083305634333628712565, 0.007573675487951840795,
	    0.0069428401072095298657, 0.0064089941880042070684,
	    0.0059513701127588477356, 0.005554733551962801371};
	double q;

	if (n < 16)
		return small[(size_t)n];
	q = 1 / (n * n);
	return (1.0 / 12 -
		   q *
		       (1.0 / 360 -
			   q *
			       (1.0 / 1260 -
				   q * (1.0 / 1680 - q * (1.0 / 1188))))) /
	    n;
}

double
stat_loader_deviance(double n, double e, double d)
{
	double v = d / (n + e);
	double s = d * v;
	double term = 2 * n * v;

	if (n <= 0)
		return e;
	if (fabs(v) > 0.1)
		return n * log(n / e) - d;
	for (unsigned j = 3; j < 100; j += 2) {
		double was = s;

		term *= v * v;
		s += term / j;
		if (fabs(s - was) <= 1e-17 * s)
			break;
	}
	return s;
}
