/* pairs - how often two words stand near each other, for all words at once
 * (cooccurrents.1).
 *
 * Within a window every two tokens of a bound that are near enough are a
 * cooccurrence; a word's margin is the number of its tokens' neighbours, and
 * the total is the sum of the margins.  Within units (sentences) a pair counts
 * once a unit that has both words, the margin is the number of units that have
 * the word, the total that of units.  All are sums over bounds.
 *
 * Memory grows with the distinct pairs: new ones wait in a buffer, which is
 * sorted and merged into the sorted table when it is full.  Where memory is
 * bounded, so is the table: when it is full it goes into a temporary file. */
#ifndef PAIRS_H
#define PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "order.h"

enum {
	PAIRS_UNIT = 10000 /* different words of a unit, at most */
};

struct pairs_token {
	uint64_t at; /* position within the bound */
	uint32_t word;
	bool hidden;
};

struct pairs_word {
	uint64_t freq;   /* tokens */
	uint64_t margin; /* neighbours, or units */
	uint64_t unit;   /* the last one it was seen in, from 1 */
};

struct pairs {
	uint64_t reach; /* 0: units */
	uint64_t T;
	struct pairs_word *word;
	size_t n_word;
	size_t cap_word;
	size_t room; /* bytes that pairs may take; 0: no bound */
	/* inside */
	/* distinct pairs by rising key, (lower number << 32) + higher number */
	uint64_t *key;
	uint64_t *freq;
	size_t n;
	size_t next;
	struct order spilt; /* tables that were full */
	size_t cap_key;
	size_t cap_freq;
	uint64_t *fresh;
	uint64_t *spare;
	size_t n_fresh;
	size_t cap_fresh;
	struct pairs_token *token; /* those that can still be reached */
	size_t from;
	size_t n_token;
	size_t cap_token;
	uint64_t at;
	uint64_t n_unit;
};

void pairs_open(struct pairs *p, uint64_t reach, size_t room);
/* A token; no pairs with a hidden one are kept, but the margins have them.
 * False if the unit has too many words. */
bool pairs_add(struct pairs *p, uint32_t word, bool hidden);
/* n tokens that do not count, or were taken out: they take their places. */
static inline void
pairs_pass(struct pairs *p, uint64_t n)
{
	p->at += n;
}

void pairs_end(struct pairs *p);    /* the bound ends */
void pairs_finish(struct pairs *p); /* after the last one */
/* Where all tokens were hidden, behind pairs_finish(): those whose pairs are
 * wanted, which stand at rising places as far from each other as before. */
void pairs_late(struct pairs *p, uint64_t at, uint32_t word);
void pairs_late_end(struct pairs *p);
/* The next pair by rising key, with its count; false at the end. */
bool pairs_next(struct pairs *p, uint64_t *key, uint64_t *freq);
void pairs_free(struct pairs *p);

#endif
