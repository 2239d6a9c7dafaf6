/* turns - which words stand near a pivot in more speeches than chance makes
 * them (cooccurrents.1).
 *
 * The words of a speech come in their order, as a circle; those in the windows
 * of the pivot are marked.  Were the windows laid anywhere, all of them turned
 * by the same random number of words, a word would stand in one of them with a
 * probability that is the share of the turns that bring it there: exact, with
 * the bunches of both.  The speech is the unit: it counts once, however often
 * the word is near in it, and the number of speeches with the word near is a
 * sum of independent events (stat_sum.h). */
#ifndef TURNS_H
#define TURNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "circle.h"

struct turns_word {
	uint32_t near; /* speeches where it is near */
	uint32_t
	    with; /* speeches with the pivot and the word that are tested */
	uint32_t hits; /* of these, where it is near */
	size_t from;   /* of its chances, after turns_finish() */
};

struct turns_event {
	uint32_t word;
	double chance;
};

struct turns {
	uint64_t n_speech; /* with a pivot, and words beside it */
	/* inside */
	uint32_t *place; /* the speech: word << 1 | near */
	uint32_t *back;  /* by place: the one before of the same word */
	size_t n;
	size_t cap;
	size_t cap_back;
	bool found;           /* something is near in it */
	struct circle circle; /* of its words, those near marked */
	uint32_t *of;         /* the places of a word */
	size_t cap_of;
	uint32_t *word_here; /* the words of the speech */
	size_t n_here;
	size_t cap_here;
	struct turns_event *event;
	size_t n_event;
	size_t cap_event;
	double *chance; /* of all words, one after the other */
	struct turns_word *word;
	uint32_t *head; /* by word: its last place in the speech, from 1 */
	size_t n_word;
	size_t cap_word;
	size_t cap_head;
};

/* What is known of a word. */
struct turns_test {
	uint32_t near; /* speeches with the word near the pivot */
	double ln_p;   /* two-sided; NAN: no number of speeches could show it */
};

enum {
	TURNS_PLACES = INT32_MAX, /* words of a speech, at most */
};

/* The next word of a speech that is no pivot; false if there are too many. */
bool turns_add(struct turns *t, uint32_t word, bool near);
/* A speech ends; or, where these words are in no speech, they are forgotten. */
void turns_end(struct turns *t, bool is_speech);
/* After the last speech. */
void turns_finish(struct turns *t);
/* The ln p, of both sides, of `hits` of n events of probabilities p; NAN for
 * fewer than two, and where the least that there can be is above .05. */
double turns_ln_p(const double *p, size_t n, size_t hits);
/* Words that are not in two speeches with the pivot, or whose least p is above
 * .05, have no test: what is known before the windows says so. */
struct turns_test turns_look(const struct turns *t, uint32_t word);
void turns_free(struct turns *t);

#endif
