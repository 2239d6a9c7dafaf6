/* syllables - how many syllables a French form has, as it is spoken: by rule
 * (nuclei_of()), but for those of a list. */
#ifndef SYLLABLES_H
#define SYLLABLES_H

#include <stddef.h>
#include <stdint.h>

#include "lib/table/intern.h"

struct syllables {
	struct intern forms; /* of the list */
	uint32_t *n;         /* their syllables */
	size_t cap;
};

/* list: a file of lines form<TAB>count, or NULL for none; exit 1 where it
 * breaks its format. */
void syllables_open(struct syllables *t, const char *list);
void syllables_close(struct syllables *t);
/* Of a counting form (plain text).  Parts between hyphens and apostrophes
 * count for themselves; l', qu', -t- have none. */
uint32_t syllables_of(const struct syllables *t, const char *s, size_t len);

#endif
