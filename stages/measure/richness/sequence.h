/* sequence - indices of lexical richness that go by the order of the words:
 * MATTR, MSTTR, MTLD and MTLD-MA.
 *
 * Texts are added one by one; no window, segment or factor runs from one into
 * the next.  What is summed adds up, so that a part of several speeches has
 * the figures of all their windows, segments and factors together. */
#ifndef SEQUENCE_H
#define SEQUENCE_H

#include <stddef.h>
#include <stdint.h>

/* What to work out; MTLD-MA takes a hundred steps a word. */
enum sequence_what {
	SEQUENCE_MATTR = 1,
	SEQUENCE_MSTTR = 2,
	SEQUENCE_MTLD = 4,
	SEQUENCE_MTLD_MA = 8,
};

struct sequence {
	size_t window; /* words of a window of MATTR, a segment of MSTTR */
	unsigned what;
	uint64_t *seen; /* by type: the run that had it last */
	size_t cap;
	uint64_t run;
	uint64_t *last; /* by type: 1 + its last place, of all words so far */
	size_t cap_last;
	uint64_t at; /* words so far */
};

struct sequence_sums {
	uint64_t words;
	uint64_t windows;
	uint64_t window_types;
	uint64_t segments;
	uint64_t segment_types;
	uint64_t full[2];  /* factors, forward and backward: whole ones */
	double factors[2]; /* with the rest of each text as a part of one */
	uint64_t starts;   /* MTLD-MA */
	uint64_t lengths;  /* of the factors that begin there */
};

void sequence_open(struct sequence *q, size_t window, unsigned what);
void sequence_free(struct sequence *q);
/* Types below `end` may be in a text. */
void sequence_room(struct sequence *q, uint32_t end);
/* Adds the n words of a text to s, which begins as all zero. */
void sequence_add(
    struct sequence *q, const uint32_t *id, size_t n, struct sequence_sums *s);

/* Moving-average type-token ratio (Covington & McFall 2010): mean over all
 * windows; NAN without one. */
double sequence_mattr(const struct sequence *q, const struct sequence_sums *s);
/* Mean segmental type-token ratio (Johnson 1944): mean over segments that
 * follow one another, the rest left out; NAN without one. */
double sequence_msttr(const struct sequence *q, const struct sequence_sums *s);
/* Measure of textual lexical diversity (McCarthy & Jarvis 2010): words by
 * factors, the mean of forward and backward.  A factor ends with the word
 * that brings its type-token ratio below 0.72; the rest of the text, of ratio
 * r, is (1 - r) / (1 - 0.72) of a factor.  NAN without a whole factor in one
 * of the directions. */
double sequence_mtld(const struct sequence_sums *s);
/* Moving-average MTLD, wrapped: mean length of the factors that begin at each
 * word and go on at the beginning of the text where it ends.  A text whose
 * own type-token ratio is not below 0.72 is left out; NAN if all are. */
double sequence_mtld_ma(const struct sequence_sums *s);

#endif
