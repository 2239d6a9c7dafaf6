/* bounds - figures of stats with intervals (stats.1): speeches of a part, or
 * sentences of a speech, left out (lib/stat/jackknife.h). */
#ifndef BOUNDS_H
#define BOUNDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/stat/interval.h"
#include "lib/table/intern.h"
#include "measure/common/tally.h"
#include "units.h"

enum bounds_count {
	BOUNDS_WORDS,
	BOUNDS_LETTERS,
	BOUNDS_SENTENCES,
	BOUNDS_QUESTIONS,
	BOUNDS_EXCLAMATIONS,
	BOUNDS_FIRST_SINGULAR,
	BOUNDS_FIRST_PLURAL,
	BOUNDS_CONTENT,
	BOUNDS_WINDOW_TYPES,
	BOUNDS_WINDOW_WORDS,
	BOUNDS_TAGGED, /* and what follows it in a tally */
	BOUNDS_COUNTS = BOUNDS_TAGGED + TALLY_COUNTS - TALLY_TAGGED
};

enum {
	BOUNDS_OWN = 8, /* and then the shares of tally.h */
	BOUNDS_FIGURES = BOUNDS_OWN + TALLY_SHARES
};

struct bounds_opts {
	bool by_sentence; /* units are sentences, else whole texts */
	bool total;       /* a row of everything, by whole texts */
	bool wanted;
	double level;
	uint64_t window; /* of MATTR */
};

/* What one unit has. */
struct bounds_unit {
	uint64_t n[BOUNDS_COUNTS];
};

/* The units of one row, and what came of them. */
struct bounds_part {
	struct bounds_unit sum;
	struct bounds_unit *unit;
	size_t n_unit;
	size_t cap;
	struct stat_interval in[BOUNDS_FIGURES];
	bool done; /* in[] holds, and the units are gone */
};

struct bounds {
	const struct bounds_opts *o;
	const struct intern *names; /* of the parts */
	struct units_known known;
	struct tally cut;         /* the text under way, up to its last cut */
	struct bounds_part *part; /* by number */
	size_t n;
	size_t cap;
	struct bounds_part text; /* sentences of the text under way */
	struct bounds_part total;
};

void bounds_open(struct bounds *b, const struct bounds_opts *o,
    const struct intern *names, const struct units_known *known);
void bounds_free(struct bounds *b);
/* At both ends of a sentence, with the tally of the text so far: what came
 * since the last cut is a unit. */
void bounds_cut(struct bounds *b, const struct tally *t);
/* At the end of a text of the part, with its tally.  last: no more texts of
 * the part will come, and its units are let go. */
void bounds_text(
    struct bounds *b, const struct tally *t, uint32_t part, bool last);
/* The table of all parts by the bytes of their names. */
void bounds_put(struct bounds *b, struct out *o);

#endif
