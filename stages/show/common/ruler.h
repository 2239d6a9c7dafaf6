/* ruler - one axis of a drawing in characters: its scale and its ticks. */
#ifndef RULER_H
#define RULER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/text/figure.h"

struct ruler {
	size_t n;    /* cells */
	double from; /* value at the middle of cell 0 */
	double unit; /* of a cell */
	double step; /* between ticks: 1, 2 or 5 by a power of ten */
	int places;  /* decimals of a tick; -1: as an exponent */
};

/* The least of 1, 2, 5 by a power of ten that is not under v, up to rounding;
 * the decimals of its multiples. */
double ruler_step(double v, int *places);
/* A multiple of a step, appended. */
void ruler_figure(
    struct buf *to, double v, int places, enum figure_style style);
/* n cells of so many units, with the middle of low and high in the middle, a
 * tick every `apart` cells or somewhat more. */
void ruler_open(struct ruler *r, size_t n, double unit, double low, double high,
    size_t apart);
/* The cell of a value; SIZE_MAX if it is outside. */
size_t ruler_cell(const struct ruler *r, double v);
/* The figure of the tick in a cell, appended; false if it has none. */
bool ruler_tick(const struct ruler *r, size_t cell, struct buf *to,
    enum figure_style style);

#endif
