/* chart - rows of figures as bars or intervals on one scale (bars.1). */
#ifndef CHART_H
#define CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "show/common/bar.h"
#include "show/common/layout_cut.h"

struct chart_row {
	const char *label; /* the caller's */
	const char *group; /* NULL, or the heading of a group that begins */
	char *figure;      /* the value as it is printed */
	double value;      /* NAN: none */
	double low;
	double high;
};

struct chart {
	enum figure_style style; /* the first five are the caller's */
	int places;
	size_t width;
	bool ascii;
	bool interval; /* low and high are shown */
	struct chart_row *row;
	size_t n;
	size_t cap;
	struct out *out;
	size_t label;          /* columns */
	struct layout_way cut; /* of labels that are too long */
	size_t whole;          /* of the figures, before the decimal point */
	size_t rest;           /* from it on */
	struct bar bar;
};

/* A row; value is the text of row->value, which may be NA or empty. */
void chart_add(struct chart *c, const struct chart_row *row, const char *value);
/* What the scale spans, with 0; intervals reach to twice the largest value at
 * most, and are cut beyond. */
void chart_range(const struct chart *c, double *least, double *most);
void chart_put(struct chart *c, struct out *o);
void chart_free(struct chart *c);

#endif
