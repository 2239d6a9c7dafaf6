/* cooc - rows of cooccurrences: their figures, order and table
 * (cooccurrents.1).
 *
 * A row is a word near the pivot, or a pair of words.  Words are ranks: their
 * numbers by rising bytes. */
#ifndef COOC_H
#define COOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/table/intern.h"
#include "order.h"
#include "stat_cooc.h"

enum cooc_index {
	COOC_F,
	COOC_S,
	COOC_LOG_DICE,
	COOC_G2,
	COOC_MI,
	COOC_MI3,
	COOC_T,
	COOC_INDICES
};

/* Further columns: the names as opt_word() takes them, and in their order. */
#define COOC_MEASURE_NAMES "Dice Jaccard z log-odds"

enum cooc_measure {
	COOC_DICE,
	COOC_JACCARD,
	COOC_Z,
	COOC_LOG_ODDS,
	COOC_MEASURES
};

struct cooc_row {
	uint32_t a;
	uint32_t b; /* of a pair; a < b */
	uint64_t f;
	double ln_one; /* the one-sided p of S */
	double ln_q;
	double weight;      /* the index chosen */
	uint32_t near;      /* by speech: those where it is near the pivot */
	double ln_p_speech; /* NAN: no test */
	double ln_q_speech;
};

/* The fields before row are the caller's. */
struct cooc {
	bool pairs;
	bool by_speech;
	unsigned measures; /* bits of enum cooc_measure */
	enum cooc_index by;
	const struct intern *words;
	uint32_t *rank; /* by number in words; owned */
	uint32_t *order;
	uint64_t *F; /* by rank: frequency, or margin; owned */
	uint64_t t;  /* near the pivot */
	uint64_t T;
	uint64_t n_by_speech; /* tests by speech */
	struct cooc_row *row;
	size_t n;
	size_t cap;
};

/* The index of that name, or COOC_INDICES. */
enum cooc_index cooc_index_of(const char *name);
/* All words of the corpus, none of which is to be added any more. */
void cooc_open(struct cooc *c, const struct intern *words);
void cooc_free(struct cooc *c);
/* The row; it may move with the next one. */
struct cooc_row *cooc_add(struct cooc *c, uint32_t a, uint32_t b, uint64_t f);
/* p and q of the rows and their order: falling index, then names.  The family
 * are the rows and tests of p = 1 up to its size.  Rows with f < min are left
 * out then. */
void cooc_finish(struct cooc *c, uint64_t family, uint64_t min);
/* q by speech of the rows, whose p stands there.  Where they were chosen from a
 * larger family the others of it count as p = 1. */
void cooc_test_speeches(struct cooc *c, uint64_t family);
/* A word as a cell of a table. */
void cooc_put_word(const struct cooc *c, struct out *o, uint32_t rank);
/* The names of the columns up to t_score, and the cells of a row. */
void cooc_put_head(const struct cooc *c, struct out *o);
void cooc_put_row(
    const struct cooc *c, struct out *o, const struct cooc_row *r);
/* Those by speech, where they are asked for. */
void cooc_put_speeches_head(const struct cooc *c, struct out *o);
void cooc_put_speeches(
    const struct cooc *c, struct out *o, const struct cooc_row *r);
/* These, and those of the measures. */
void cooc_put_more_head(const struct cooc *c, struct out *o);
void cooc_put_more(
    const struct cooc *c, struct out *o, const struct cooc_row *r);
/* Of the words kept (by number) leaves the `max` most frequent, of equal ones
 * the first by name; max 0: all.  freq is by rank.  Returns how many go. */
uint64_t cooc_most_frequent(
    const struct cooc *c, const uint64_t *freq, bool *kept, uint64_t max);
/* Pairs of ranks in order, the first one less than the second, as a count
 * table: the total, the margins of the words kept and the pairs, in the order
 * of their bytes; instead of cooc_finish(). */
void cooc_put_counts(
    const struct cooc *c, const bool *kept, struct order *pairs, struct out *o);

#endif
