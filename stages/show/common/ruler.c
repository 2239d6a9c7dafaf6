#include "ruler.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>

/* The least of 1, 2, 5 by a power of ten that is not under v, up to
 * rounding. */
static double
round_step(double v, int *places)
{
	static const double nice[] = {1, 2, 5, 10};
	double power = floor(log10(v));
	double ten = pow(10, power);
	size_t i = 0;

	while (i < 3 && nice[i] * ten < v * (1 - 1e-9))
		i++;
	power += i == 3;
	*places = power < 0 ? (int)-power : 0;
	if (power < -5 || power >= 9)
		*places = -1;
	return nice[i] * ten;
}

void
ruler_open(struct ruler *r, size_t n, double unit, double low, double high,
    size_t apart)
{
	r->n = n;
	r->unit = unit;
	r->from = low / 2 + high / 2 - unit * ((double)n - 1) / 2;
	r->step = round_step(unit * (double)apart, &r->places);
}

size_t
ruler_cell(const struct ruler *r, double v)
{
	double at = floor((v - r->from) / r->unit + 0.5);

	return at >= 0 && at < (double)r->n ? (size_t)at : SIZE_MAX;
}

bool
ruler_tick(
    const struct ruler *r, size_t cell, struct buf *to, enum figure_style style)
{
	double k = round((r->from + (double)cell * r->unit) / r->step);
	char s[512];

	if (ruler_cell(r, k * r->step) != cell)
		return false;
	/* k = 0 may be -0 */
	if (r->places >= 0)
		(void)snprintf(
		    s, sizeof(s), "%.*f", r->places, k * r->step + 0.0);
	else
		(void)snprintf(s, sizeof(s), "%g", k * r->step + 0.0);
	figure_put(to, s, -1, style);
	return true;
}
