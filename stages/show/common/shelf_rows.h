/* shelf_rows - which of the rows that were found are shown, and in what order.
 */
#ifndef SHELF_ROWS_H
#define SHELF_ROWS_H

#include "show/common/shelf.h"

/* The largest, in order, the ends or the first of them. */
void shelf_cut(const struct shelf_choice *c, struct shelf_rows *rows);

#endif
