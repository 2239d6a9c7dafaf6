/* shelf_first - a list of the first rows of a table, cut while it is read. */
#ifndef SHELF_FIRST_H
#define SHELF_FIRST_H

#include "shelf.h"

/* What is known once there were enough rows; 0 before. */
struct shelf_first {
	bool was_cut;
	size_t key[SHELF_MOST_KEYS]; /* columns */
	bool text[SHELF_MOST_KEYS];  /* they do not hold figures alone */
	bool floored;                /* what the first must reach */
	double floor;
};

/* Leaves the rows that would be shown if the table ended here.  False where a
 * key has text no more: this should not have been cut, then. */
bool shelf_first_cut(
    struct shelf_first *f, const struct shelf_choice *c, struct grid *g);
/* Has the row text in a key, from this one on, that had none?  Then nothing
 * should have been cut: it goes by value or as text, as all its cells are. */
bool shelf_first_text(const struct shelf_first *f, const struct shelf_choice *c,
    const struct tsv *in, size_t k);
/* Is the row none of the first, whatever comes? */
bool shelf_first_low(const struct shelf_first *f, const struct shelf_choice *c,
    const struct tsv *in);

#endif
