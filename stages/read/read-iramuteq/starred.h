/* starred - marks and variables of IRaMuTeQ and Alceste corpora
 * (read-iramuteq.1). */
#ifndef STARRED_H
#define STARRED_H

#include <stdbool.h>
#include <stddef.h>

enum starred_kind {
	STARRED_TEXT,   /* no mark */
	STARRED_STARS,  /* **** *name_value ... */
	STARRED_NUMBER, /* 0001 *name_value ... */
	STARRED_THEME,  /* -*theme */
};

struct starred_mark {
	enum starred_kind kind;
	size_t from; /* what stands behind the mark, len bytes */
	size_t len;
	size_t number_len; /* of STARRED_NUMBER */
};

/* What a clean line is.  first is the kind of the file's first mark: numbers
 * are marks only where they began it. */
enum starred_kind starred_mark(
    const char *s, size_t len, enum starred_kind first, struct starred_mark *m);
/* Is there "**** *name" in the line of text: a mark whose line end is lost? */
bool starred_within(const char *s, size_t len);
/* May the line of text have been meant as a mark: nothing but "*name_value", a
 * number and stars? */
bool starred_looks(const char *s, size_t len);

/* The variables of a mark, one a call.  Set s and len, the rest 0. */
struct starred {
	char *s; /* what is left; values are put together in place */
	size_t len;
	size_t n_loose;   /* words that joined a value, stars without a blank */
	const char *word; /* where the variable begins, its star too */
	size_t word_len;
	const char *name;
	size_t name_len;   /* 0: no variable */
	const char *value; /* NULL: no '_' */
	size_t value_len;
};

bool starred_next(struct starred *v);

#endif
