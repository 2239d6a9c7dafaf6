/* axis - one axis of a picture: values to places, ticks at round numbers. */
#ifndef AXIS_H
#define AXIS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/text/figure.h"

struct axis {
	bool whole; /* ticks at whole numbers only: set after axis_open() */
	bool log;
	double low;
	double high;
	double from; /* the place of low, and of high */
	double to;
	double step; /* between ticks; of a logarithmic axis not used */
	int places;  /* decimals of their figures */
	size_t n;    /* ticks */
	double tick[64];
};

/* Values that are all one get some room around.  A logarithmic axis needs
 * low > 0. */
void axis_open(struct axis *a, double low, double high, bool log);
/* Lays it over these places, its ticks `apart` points from each other, or
 * somewhat more.  round: its ends become ticks. */
void axis_lay(struct axis *a, double from, double to, double apart, bool round);
double axis_at(const struct axis *a, double v);
/* The figure of tick i, appended. */
void axis_figure(
    const struct axis *a, size_t i, struct buf *to, enum figure_style style);
/* The width of the widest figure in a font of that size. */
double axis_width(const struct axis *a, enum figure_style style, double size);

#endif
