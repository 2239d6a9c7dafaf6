/* reader - texts of which another reader would make several speeches: debates
 * with a name before each turn, the dump of a web site, an IRaMuTeQ corpus
 * (check.1). */
#ifndef READER_H
#define READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "finding.h"
#include "lib/table/intern.h"
#include "read/common/stage.h"
#include "read/common/turns.h"

enum {
	READER_TURNS = 4, /* of a debate, at least */
	READER_NAMES = 2, /* that come again */
	READER_LONE = 3,  /* times, a name on a line of its own */
	READER_WORDS = 4  /* of it */
};

/* Names at the heads of turns. */
struct reader_names {
	struct intern names;
	uint64_t *n; /* by name: turns */
	size_t cap;
	uint64_t n_turn;
	uint64_t line; /* of the first */
};

struct reader {
	struct findings *found; /* not owned */
	struct stage stage;
	struct turns turns; /* only to know a speaker by */
	/* of the speech under way */
	struct reader_names with; /* words on the same line */
	struct reader_names lone; /* on lines of their own */
	uint64_t n_published;
	bool is_dump;       /* set by the caller: read as one */
	uint64_t n_starred; /* lines of IRaMuTeQ and Alceste */
	uint64_t line;      /* of the first of any of these */
};

void reader_open(struct reader *r, struct findings *found);
/* A paragraph of a speech, entities undone. */
void reader_see(struct reader *r, const char *s, size_t len, uint64_t line);
/* At the end of a speech. */
void reader_end(struct reader *r, size_t speech);
void reader_free(struct reader *r);

#endif
