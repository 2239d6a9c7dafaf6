/* spot - where a label can stand, and how unclear it is there; inside of
 * label.c */
#ifndef SPOT_H
#define SPOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "label.h"

enum {
	SPOT_WAYS = 94 /* beside the point, and around it in rings */
};

struct spot {
	struct svg_box box;
	double cost; /* HUGE_VAL: it is outside, or over a mark */
};

struct spot_search {
	const struct label *l;
	size_t n;
	const struct label_area *area;
	size_t *near; /* room for n: marks that the label under way may meet */
	size_t n_near;
};

/* All SPOT_WAYS places of label i with that text. */
void spot_find(
    struct spot_search *s, size_t i, const char *text, struct spot *spot);
bool spot_is_led(uint32_t k);   /* by a line from the point */
bool spot_is_right(uint32_t k); /* its lines end at the right */
/* With less than `room` between them. */
bool spot_overlap(
    const struct svg_box *a, const struct svg_box *b, double room);
/* Does the line from a to b go through a box? */
bool spot_crosses(struct svg_at a, struct svg_at b, const struct svg_box *box);

#endif
