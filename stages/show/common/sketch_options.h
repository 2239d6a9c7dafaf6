/* sketch_options - the words of a line of a description (page.5), and the lines
 * that say more of the block above them. */
#ifndef SKETCH_OPTIONS_H
#define SKETCH_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "show/common/sketch.h"

enum {
	SKETCH_MOST_WORDS = 32
};

/* Options that blocks have. */
enum sketch_takes {
	SKETCH_TAKES_NONE = 0,
	SKETCH_TAKES_COLUMNS = 1,
	SKETCH_TAKES_TESTS = 2, /* where, outer, inner */
	SKETCH_TAKES_ORDER = 4, /* order, first, largest, ends */
	SKETCH_TAKES_EMPTY = 8,
	SKETCH_TAKES_FACTS = 16,
	SKETCH_TAKES_ITEMS = 32,
	SKETCH_TAKES_GROUP = 64,
	SKETCH_TAKES_CLASSES = 128, /* units, words */
	SKETCH_TAKES_POINTS = 256,
	SKETCH_TAKES_PLOT = 512 /* aside, beside, break, log, name, narrow */
};

struct sketch_words {
	const char *file;
	uint64_t line;
	char *word[SKETCH_MOST_WORDS];
	size_t n;
	unsigned given; /* options of the block under way, a bit each */
};

/* Ends with a message about a word, which stands for %s. */
void sketch_refuse(const struct sketch_words *w, const char *text,
    const char *word) __attribute__((noreturn));
/* Word i, or exit 1 if the line has none. */
const char *sketch_word(const struct sketch_words *w, size_t i);
/* The sign of a test, up to `most` of = != < <= > >= top under. */
enum figure_sign sketch_sign(
    const struct sketch_words *w, const char *word, enum figure_sign most);
/* The kind of a plot. */
enum sketch_plot sketch_plot(const struct sketch_words *w, const char *word);
/* Reads an option; false where the block, which takes these, has none that is
 * called so. */
bool sketch_option(
    struct sketch_words *w, struct sketch_block *b, unsigned takes);

#endif
