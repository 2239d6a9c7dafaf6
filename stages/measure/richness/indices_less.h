/* indices_less - intervals of the indices of richness(1): what they are without
 * each run of the sentences or speeches of a text (lib/stat/jackknife.h). */
#ifndef INDICES_LESS_H
#define INDICES_LESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indices.h"
#include "lib/stat/interval.h"
#include "measure/common/words.h"

enum {
	INDICES_LESS_RUNS = 100 /* at most: each takes another count */
};

struct indices_less_unit {
	size_t from;
	size_t to;
	size_t speech; /* that it stands in */
};

/* Set by the caller; what is inside begins as all zero. */
struct indices_less {
	struct indices_work *work;
	bool by_speech; /* the units are speeches */
	double level;
	/* of the last text */
	uint32_t n_unit; /* with words */
	/* inside */
	struct indices_less_unit *unit;
	size_t cap_unit;
	uint32_t *number; /* by type: 1 + its number in the text; 0: none */
	size_t cap_number;
	uint32_t *own; /* words of the text, by these numbers */
	size_t cap_own;
	uint64_t *f; /* by type: words of it, in the text or what is left */
	size_t cap_f;
	uint32_t *id; /* those that are left */
	size_t cap_id;
	size_t *end; /* of their speeches */
	size_t cap_end;
	double *v;      /* by index, then run */
	uint32_t *last; /* by type: the last run that has it */
	size_t cap_last;
	uint32_t *runs; /* by type: how many have it */
	size_t cap_runs;
};

/* The intervals of the values x of a text; NAN where there is none. */
void indices_less(struct indices_less *h, const struct words *w,
    const struct words_text *t, const double *x, struct stat_interval *in);
void indices_less_free(struct indices_less *h);

#endif
