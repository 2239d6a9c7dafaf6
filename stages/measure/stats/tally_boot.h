/* tally_boot - figures of stats with bootstrap intervals (stats.1): speeches
 * drawn from a part, or sentences from a speech. */
#ifndef TALLY_BOOT_H
#define TALLY_BOOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/stat/interval.h"
#include "lib/table/intern.h"
#include "measure/common/tally.h"

enum tally_boot_count {
	TALLY_BOOT_WORDS,
	TALLY_BOOT_LETTERS,
	TALLY_BOOT_SENTENCES,
	TALLY_BOOT_QUESTIONS,
	TALLY_BOOT_EXCLAMATIONS,
	TALLY_BOOT_FIRST_SINGULAR,
	TALLY_BOOT_FIRST_PLURAL,
	TALLY_BOOT_WINDOW_TYPES,
	TALLY_BOOT_WINDOW_WORDS,
	TALLY_BOOT_COUNTS
};

enum {
	TALLY_BOOT_FIGURES = 7
};

struct tally_boot_opts {
	bool by_sentence; /* units are sentences, else whole texts */
	bool total;       /* a row of everything, by whole texts */
	uint32_t reps;
	uint64_t seed;
	double level;
	uint64_t window; /* of MATTR */
};

/* What one unit has. */
struct tally_boot_unit {
	uint64_t n[TALLY_BOOT_COUNTS];
};

/* The units of one row, and what came of them. */
struct tally_boot_part {
	struct tally_boot_unit sum;
	struct tally_boot_unit *unit;
	size_t n_unit;
	size_t cap;
	struct stat_interval in[TALLY_BOOT_FIGURES];
	bool done; /* in[] holds, and the units are gone */
};

struct tally_boot {
	const struct tally_boot_opts *o;
	const struct intern *names; /* of the parts */
	struct tally cut;           /* the text under way, up to its last cut */
	struct tally_boot_part *part; /* by number */
	size_t n;
	size_t cap;
	struct tally_boot_part text; /* sentences of the text under way */
	struct tally_boot_part total;
};

void tally_boot_open(struct tally_boot *b, const struct tally_boot_opts *o,
    const struct intern *names);
void tally_boot_free(struct tally_boot *b);
/* At both ends of a sentence, with the tally of the text so far: what came
 * since the last cut is a unit. */
void tally_boot_cut(struct tally_boot *b, const struct tally *t);
/* At the end of a text of the part, with its tally.  last: no more texts of
 * the part will come, and its units are let go. */
void tally_boot_text(
    struct tally_boot *b, const struct tally *t, uint32_t part, bool last);
/* The table of all parts by the bytes of their names. */
void tally_boot_put(struct tally_boot *b, struct out *o);

#endif
