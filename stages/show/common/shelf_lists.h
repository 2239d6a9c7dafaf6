/* shelf_lists - columns of tables that cells are looked up in. */
#ifndef SHELF_LISTS_H
#define SHELF_LISTS_H

#include "show/common/shelf.h"

void shelf_free_lists(struct shelf *s);
/* The cells of column `to` by those of `from`, for many keys.  Without a name
 * it is the column `list`, or `from` itself where the table has none. */
const struct shelf_list *shelf_list(
    struct shelf *s, const char *file, const char *from, const char *to);
/* The cell of a key, or NULL. */
const char *shelf_find(const struct shelf_list *l, const char *key);

#endif
