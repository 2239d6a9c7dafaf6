#include "axis.h"

#include <math.h>

#include "font.h"
#include "show/common/ruler.h"

enum {
	MOST = 64,
	TEN = 10
};

void
axis_open(struct axis *a, double low, double high, bool log)
{
	double most = fmax(fabs(low), fabs(high));

	*a = (struct axis){.log = log, .low = low, .high = high};
	if (log) {
		if (!(high > low * (1 + 1e-9))) {
			a->low = low / 2;
			a->high = low * 2;
		}
		return;
	}
	if (high - low > most * 1e-9 && high - low > 1e-300)
		return;
	a->low = most > 1e-290 ? low - most / TEN : low - 1;
	a->high = most > 1e-290 ? high + most / TEN : high + 1;
}

static void
add_tick(struct axis *a, double v)
{
	if (a->n < MOST)
		a->tick[a->n++] = v;
}

/* Powers of ten, with 2 and 5 times these where there is room. */
static void
lay_log(struct axis *a, double apart)
{
	static const double parts[] = {1, 2, 5};
	double decades = log10(a->high) - log10(a->low);
	double room = fabs(a->to - a->from) / apart;
	bool all = decades * 3 <= room;
	double by = fmax(1, ceil(decades / fmax(room, 1)));
	int last = (int)floor(log10(a->high) + 1e-9);

	for (int k = (int)floor(log10(a->low)); k <= last; k++)
		for (size_t i = 0; i < (all ? 3 : 1); i++) {
			double v = parts[i] * pow(TEN, k);

			if (fmod(k, by) == 0 && v >= a->low * (1 - 1e-9) &&
			    v <= a->high * (1 + 1e-9))
				add_tick(a, v);
		}
}

void
axis_lay(struct axis *a, double from, double to, double apart, bool round)
{
	double length = fmax(fabs(to - from), 1);
	double first;
	double n;

	a->from = from;
	a->to = to;
	a->n = 0;
	if (a->log) {
		lay_log(a, apart);
		return;
	}
	a->step = ruler_step(
	    (a->high - a->low) / fmax(length / apart, 1), &a->places);
	if (a->whole && a->step < 1) {
		a->step = 1;
		a->places = 0;
	}
	if (round) {
		a->low = floor(a->low / a->step + 1e-9) * a->step;
		a->high = ceil(a->high / a->step - 1e-9) * a->step;
	}
	first = ceil(a->low / a->step - 1e-9);
	n = floor(a->high / a->step + 1e-9) - first + 1;
	for (int k = 0; k < MOST && k < n; k++)
		add_tick(a, (first + k) * a->step);
}

double
axis_at(const struct axis *a, double v)
{
	double share = a->log
	    ? (log10(v) - log10(a->low)) / (log10(a->high) - log10(a->low))
	    : (v - a->low) / (a->high - a->low);

	return a->from + share * (a->to - a->from);
}

void
axis_figure(
    const struct axis *a, size_t i, struct buf *to, enum figure_style style)
{
	int places = a->places;
	double power;

	if (a->log) {
		power = floor(log10(a->tick[i]) + 1e-9);
		places = power < -5 || power >= 9 ? -1
		    : power < 0                   ? (int)-power
						  : 0;
	}
	ruler_figure(to, a->tick[i], places, style);
}

double
axis_width(const struct axis *a, enum figure_style style, double size)
{
	double most = 0;

	for (size_t i = 0; i < a->n; i++) {
		struct buf b = {0};

		axis_figure(a, i, &b, style);
		most = fmax(most, font_width(b.s, b.len, size));
		buf_free(&b);
	}
	return most;
}
