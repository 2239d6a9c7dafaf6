/* scatter - points with their labels between two axes, as text (map.1). */
#ifndef SCATTER_H
#define SCATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "plane.h"

struct scatter_point {
	double v[2]; /* x, y */
	const char *label;
	const char *sign;   /* one column */
	enum plane_fit fit; /* set when drawn */
};

struct scatter {
	enum figure_style style;
	bool ascii;
	bool free;    /* each axis has its own scale */
	size_t width; /* columns of the whole drawing */
	size_t lines; /* at most, of the plane */
	const char *title[2];
	struct scatter_point *point; /* labels are placed in this order */
	size_t n_point;
};

/* A character is taken to be twice as high as wide. */
void scatter_put(struct scatter *s, struct out *o);

#endif
