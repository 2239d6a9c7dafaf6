/* speeches - the p of specificities by speech: how many deals of the parts to
 * their speeches make a term as specific as it is (apart.h).
 *
 * Lafon's law takes words as drawn one by one; a word that one speech repeats
 * is specific by it, and is not by this. */
#ifndef SPEECHES_H
#define SPEECHES_H

#include <stddef.h>
#include <stdint.h>

#include "compare/common/chance.h"
#include "compare/common/units.h"
#include "lafon.h"

struct speeches_rule {
	const char *counts; /* count table by speech */
	const char *by;     /* column of the parts in: */
	const char *table;  /* speeches */
	const char *fixed;  /* column held fixed, or NULL */
	const char *prefix; /* of the file of tests (tests.h), or NULL */
	struct chance_rule chance;
};

/* A cell that was listed. */
struct speeches_cell {
	size_t slice;
	uint32_t term;
	uint32_t with; /* speeches of the part that have it */
	double p;
	double ln_q;
};

struct speeches {
	struct speeches_cell *cell; /* by slice and term */
	size_t n;
};

/* Exit 1 where the speeches of a part do not hold the part's words. */
void speeches_open(struct speeches *s, const struct lafon *l,
    const struct speeches_rule *rule);
void speeches_close(struct speeches *s);
/* That of a row, or NULL: it is nothing to words already. */
const struct speeches_cell *speeches_find(
    const struct speeches *s, size_t slice, uint32_t term);

#endif
