/* bar - figures as bars of text on one scale (bars.1). */
#ifndef BAR_H
#define BAR_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/out.h"

struct bar {
	bool ascii;  /* set by the caller */
	bool axis;   /* there are negative values: 0 has a column */
	size_t cols; /* of the terminal, with the axis */
	size_t zero; /* how many are left of the axis */
	size_t area; /* without the axis */
	double min;
	double max;
	double unit; /* a power of two: values times it are near 1 */
	double scale;
};

/* A scale for values within [min, max], where min <= 0 <= max. */
void bar_open(struct bar *b, size_t cols, double min, double max);
/* Draws a value from 0 on, or nothing if it is NAN; returns the columns
 * written, at most b->cols. */
size_t bar_put(const struct bar *b, struct out *o, double v);
/* Draws a value as a point between low and high, each of which may be NAN, or
 * beyond the scale: then an arrow shows that it goes on. */
size_t bar_interval(
    const struct bar *b, struct out *o, double v, double low, double high);

#endif
