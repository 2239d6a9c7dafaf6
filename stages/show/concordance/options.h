/* options - what is looked for, and how it is written. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "context.h"
#include "lib/base/opt.h"
#include "lib/stream/query.h"

enum {
	OPTIONS_ATTRS = 32,
	OPTIONS_PATTERNS = QUERY_ELEMENTS,
	OPTIONS_COLUMNS = 7,
	OPTIONS_LONGEST = 10000 /* tokens of a place of a table */
};

struct opts {
	const char *pattern[OPTIONS_PATTERNS];
	size_t n_pattern;
	const char *attr[OPTIONS_ATTRS];
	size_t n_attr;
	const char *table;  /* -d, instead of patterns */
	const char *listed; /* -x, or NULL */
	uint64_t words;     /* -k, of a speech in it */
	const char *column;
	const char *classes; /* of the words of -d; NULL: all */
	enum context_order order;
	uint64_t limit;
	size_t context;
	bool context_set;
	bool sentence; /* -w s */
	bool ere;
	bool bare; /* -I */
	bool text; /* -t */
	size_t width;
};

/* Columns that the table always has. */
extern const char *const options_column[OPTIONS_COLUMNS];

/* The options of the command line; exit 2 for one that cannot be. */
void options_read(
    struct opts *o, int argc, char **argv, const struct opt_page *page);

#endif
