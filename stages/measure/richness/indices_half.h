/* indices_half - intervals of the indices of richness(1), by half samples of
 * the sentences or speeches of a text (boot.h). */
#ifndef INDICES_HALF_H
#define INDICES_HALF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indices.h"
#include "lib/stat/interval.h"
#include "measure/common/words.h"
#include "places.h"

/* Set by the caller; what is inside begins as all zero. */
struct indices_half {
	struct indices_work *work;
	bool by_speech; /* the units are speeches */
	uint32_t reps;
	double level;
	uint64_t seed;
	/* of the last text */
	uint32_t n_unit;
	/* inside */
	struct places places;
	struct places_unit *unit;
	size_t cap_unit;
	uint32_t *number; /* by type: 1 + its number in the text; 0: none */
	size_t cap_number;
	uint32_t *own; /* words of the text, by these numbers */
	size_t cap_own;
	/* of a sample, for indices that go by the order of all its words */
	uint32_t *id; /* words, by the same numbers */
	size_t cap_id;
	size_t *end; /* of its speeches */
	size_t cap_end;
	double *drawn; /* by index, then rep */
};

/* The intervals of the values x of a text; NAN where there is none.
 *
 * The words of a half sample stay in the order of the text.  Its index is
 * that of a shorter text, so that only the deviations from its mean count.
 * An index that grows with the length as a whole (indices_scaled()) deviates
 * less in a short text: there they are taken as shares of the mean. */
void indices_half(struct indices_half *h, const struct words *w,
    const struct words_text *t, const double *x, struct stat_interval *in);
void indices_half_free(struct indices_half *h);

#endif
