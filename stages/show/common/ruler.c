#include "ruler.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>

double
ruler_step(double v, int *places)
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
	r->step = ruler_step(unit * (double)apart, &r->places);
}

size_t
ruler_cell(const struct ruler *r, double v)
{
	double at = floor((v - r->from) / r->unit + 0.5);

	return at >= 0 && at < (double)r->n ? (size_t)at : SIZE_MAX;
}

void
ruler_figure(struct buf *to, double v, int places, enum figure_style style)
{
	char s[512];

	/* v may be -0 */
	if (places >= 0)
		(void)snprintf(s, sizeof(s), "%.*f", places, v + 0.0);
	else
		(void)snprintf(s, sizeof(s), "%g", v + 0.0);
	figure_put(to, s, -1, style);
}

bool
ruler_tick(
    const struct ruler *r, size_t cell, struct buf *to, enum figure_style style)
{
	double k = round((r->from + (double)cell * r->unit) / r->step);

	if (ruler_cell(r, k * r->step) != cell)
		return false;
	ruler_figure(to, k * r->step, r->places, style);
	return true;
}
