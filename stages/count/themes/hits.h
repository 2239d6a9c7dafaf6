/* hits - what the entries of a dictionary hit, and the tables of it
 * (themes.1). */
#ifndef HITS_H
#define HITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/common/dict.h"
#include "lib/base/out.h"
#include "lib/stream/part.h"
#include "lib/table/intern.h"

enum hits_what {
	HITS_COUNT,  /* part, theme, entry, freq */
	HITS_REPORT, /* entries with their forms */
	HITS_LOST,   /* matches that another entry's hit took */
	HITS_PLACES, /* where each is, written as it is met */
	HITS_COVER,  /* how much of each part the hits cover */
};

/* Numbers by string. */
struct hits_sum {
	struct intern keys;
	uint64_t *n;
	size_t cap;
};

struct hits_part {
	uint64_t words;
	uint64_t covered; /* words in hits */
	uint64_t hits;
	uint64_t speeches;
	uint64_t without; /* speeches without a hit */
};

struct hits {
	enum hits_what what;
	bool also; /* HITS_PLACES: HITS_REPORT and HITS_COVER, too */
	const struct dict *d;
	uint64_t *now;     /* hits in the speech, by entry */
	uint32_t *touched; /* entries hit in the speech */
	size_t n_touched;
	uint64_t *all;          /* by entry */
	struct hits_sum cells;  /* (part, entry) */
	struct hits_sum forms;  /* entry and forms, HITS_REPORT */
	struct hits_sum lost;   /* (loser, winner), HITS_LOST */
	struct hits_part *part; /* by number */
	size_t cap_part;
	uint64_t covered; /* words in hits of the speech */
	struct hits_part whole;
	bool seen; /* any text */
};

void hits_open(struct hits *h, enum hits_what what, const struct dict *d);
void hits_free(struct hits *h);
/* A hit of the entry; words: how many of its tokens are words. */
void hits_add(struct hits *h, uint32_t entry, uint64_t words);
/* An exception was met. */
void hits_spared(struct hits *h, uint32_t entry);
/* The forms that it fired on. */
void hits_form(struct hits *h, uint32_t entry, const char *forms);
/* d->found[0..n-1], and the entries of the same words, lost to the winner,
 * itself not counted. */
void hits_lost(struct hits *h, uint32_t winner, size_t best, size_t n);
/* The speech, or text outside speeches, ends. */
void hits_speech(struct hits *h, uint32_t part, uint64_t words, bool speech);

/* The table `what`; HITS_PLACES are there already. */
void hits_put(const struct hits *h, enum hits_what what, const struct part *p,
    struct out *o);
/* Notes the coverage. */
void hits_note(const struct hits *h);

#endif
