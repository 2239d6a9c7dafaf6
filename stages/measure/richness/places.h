/* places - where the types of a text stand, and what half samples of its units
 * hold of them: sixteen samples side by side, a type after the other, so that
 * what is known of a type in a sample never leaves the registers. */
#ifndef PLACES_H
#define PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "measure/common/spectrum.h"
#include "sequence.h"

enum {
	PLACES_LANES = 16,     /* samples */
	PLACES_MOST = 1 << 30, /* words of a text */
};

/* A number of each of the samples. */
typedef int32_t places_lanes
    __attribute__((vector_size(PLACES_LANES * sizeof(int32_t)), aligned(16)));

/* A sentence or a speech with words in it. */
struct places_unit {
	size_t from;
	size_t to;
	size_t speech; /* that it stands in */
};

struct places_text {
	const uint32_t *id; /* types, numbered below n_type */
	size_t n;           /* to PLACES_MOST */
	uint32_t n_type;
	const struct places_unit *unit; /* all words are in some, in order */
	uint32_t n_unit;
	size_t n_speech;
};

struct place {
	uint32_t unit;
	int32_t at; /* the first word of the unit is 1 */
};

/* All zero is one to begin with. */
struct places {
	const struct places_text *t;
	size_t window;
	bool narrow; /* only what every machine can do: for tests */
	/* inside */
	struct place *place; /* by type, then in the order of the text */
	size_t cap_place;
	size_t *first; /* by type: its places */
	size_t cap_first;
	int32_t most;        /* places of a type */
	places_lanes *count; /* types by how often they are there */
	size_t cap_count;
	places_lanes *start; /* by unit: words of its speech before it; while
				samples are taken -1 where it is drawn */
	size_t cap_start;
	places_lanes *edge; /* by speech: words up to where its last window
			       begins */
	size_t cap_edge;
	uint64_t types[PLACES_LANES]; /* in all windows */
	places_lanes windows;
};

/* Another text, which lives as long as it is asked about. */
void places_text(struct places *p, const struct places_text *t);
/* Takes n units as sample k, below PLACES_LANES. */
void places_sample(
    struct places *p, uint32_t k, const uint32_t *unit, uint32_t n);
/* Counts in all samples since the last time. */
void places_count(struct places *p);
/* What was counted in sample k: how often types are there, and their windows
 * of consecutive words of a speech (sequence_mattr()). */
void places_spectrum(const struct places *p, uint32_t k, struct spectrum *s);
void places_windows(
    const struct places *p, uint32_t k, struct sequence_sums *s);
void places_free(struct places *p);

#endif
