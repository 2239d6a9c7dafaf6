/* known - what stats needs to know of a token, found out once for each distinct
 * one. */
#ifndef KNOWN_H
#define KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/lang/fr/tense.h"
#include "lib/stream/tokens.h"
#include "lib/table/intern.h"
#include "units.h"

#define NO_STEM UINT32_MAX

/* A distinct token. */
struct known {
	uint32_t form;
	uint32_t stem;
	uint32_t letters;
	uint8_t kind;   /* enum tally_count; TALLY_COUNTS: no value */
	uint8_t person; /* enum tally_count */
	uint8_t mark;   /* enum tally_mark */
	uint8_t class;  /* enum tally_count: by its part of speech */
	bool tagged;    /* a word of a known one */
	bool content;
	struct tense_word tense;
};

struct knowns {
	struct known *k; /* by number of the token */
	uint32_t n;
	size_t cap;
	struct intern stems;
};

/* How tokens are to be read. */
extern const struct tokens_opts known_columns;

void knowns_open(struct knowns *ks);
/* The token under way, which is a new one; counts: it is TOKENS_WORD. */
const struct known *knowns_add(struct knowns *ks, struct tokens *t,
    const struct units_known *told, bool counts);
void knowns_free(struct knowns *ks);

#endif
