/* options - what is kept, and what is joined. */
#ifndef KEEP_OPTIONS_H
#define KEEP_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/opt.h"
#include "segment/common/where.h"

/* Arguments of an option that may be repeated. */
struct args {
	const char **s;
	size_t n;
	size_t cap;
};

struct opts {
	const char *column;
	const char *kinds; /* NULL: all */
	struct args stop;
	struct args keep;
	struct args like;
	struct args unlike;
	struct args queries;   /* of -p: with tests of columns */
	struct args unqueries; /* of -P */
	struct args phrases;
	uint64_t min; /* letters */
	uint64_t max;
	struct where where;
};

/* The options of the command line; exit 2 for one that cannot be. */
void options_read(
    struct opts *o, int argc, char **argv, const struct opt_page *page);
void options_free(struct opts *o);

#endif
