#include "stat_balance.h"

#include <math.h>

struct stat_balance
stat_balance_share(uint64_t left, uint64_t right)
{
	double l = (double)left;
	double r = (double)right;
	double n = l + r;
	struct stat_balance x = {(double)NAN, (double)NAN};

	if (!(n > 0))
		return x;
	x.v = (r - l) / n;
	if (left > 0 && right > 0)
		x.se = 2 * sqrt(r / n * (l / n) / n);
	return x;
}

struct stat_balance
stat_balance_logit(uint64_t left, uint64_t right)
{
	double l = (double)left + 0.5;
	double r = (double)right + 0.5;

	return (struct stat_balance){log(r / l), sqrt(1 / r + 1 / l)};
}

struct stat_balance
stat_balance_net(uint64_t left, uint64_t right, uint64_t words)
{
	double l = (double)left;
	double r = (double)right;
	double n = (double)words;
	struct stat_balance x = {(double)NAN, (double)NAN};

	if (words > 0) {
		x.v = 100 * (r - l) / n;
		if (r + l > 0)
			x.se = 100 * sqrt(r + l) / n;
	}
	return x;
}
