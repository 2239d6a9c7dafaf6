/* shelf_lists - columns of tables that cells are looked up in. */
#ifndef SHELF_LISTS_H
#define SHELF_LISTS_H

#include "show/common/shelf.h"

void shelf_free_lists(struct shelf *s);

#endif
