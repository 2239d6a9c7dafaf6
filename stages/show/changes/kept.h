/* kept - the lines of a rule file, a list, metadata or study.mk, from the
 * copies that the work folders keep by their hashes (tribune plan). */
#ifndef KEPT_H
#define KEPT_H

#include <stdbool.h>

#include "lib/table/intern.h"
#include "run.h"

struct kept {
	struct intern line[2]; /* without comments and blank ones */
};

/* Of a file with these hashes, NULL where a run has none; false if a copy is
 * not there. */
bool kept_open(
    struct kept *k, const struct run *const run[2], const char *const hash[2]);
void kept_close(struct kept *k);
/* Is line i of a side in that alone? */
bool kept_alone(const struct kept *k, size_t side, uint32_t i);
/* Has the corpus of a run a type that is this word of a list? */
bool kept_is_type(const struct run *const run[2], const char *word);

#endif
