/* gather - the speech that rows of a table make, until it is whole. */
#ifndef GATHER_H
#define GATHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/stage.h"
#include "read/common/transcript.h"
#include "read/common/wrap.h"
#include "record.h"

struct gather_para {
	size_t off; /* in text */
	size_t len;
	uint64_t line;
	size_t who; /* offset in text, NUL behind; SIZE_MAX: not told */
};

enum {
	GATHER_END = RECORD_SEP
};

/* All zero, join set, is none. */
struct gather {
	struct attrs now;    /* what its rows say */
	struct attrs differ; /* attribute -> "yes" where they do not agree */
	struct buf text;
	struct gather_para *para; /* n_para of them */
	size_t n_para;
	size_t cap;
	size_t who; /* of the row under way */
	struct wrap wrap;
	bool join; /* a paragraph goes on in the next row */
};

/* A further row; who is its speaker, or NULL. */
void gather_row(struct gather *g, const struct attrs *row, const char *who);
/* The row's text, a paragraph a line, or with by_blank parted by blank lines;
 * the text may be changed.  One_line: all is on this line of the file. */
struct gather_text {
	char *s;
	size_t len;
	uint64_t line;
	bool one_line;
	bool by_blank;
	bool signs; /* GATHER_END is a line end that the file does not have */
};
/* False if there is nothing in it but blanks. */
bool gather_text(
    struct gather *g, struct clean *clean, const struct gather_text *t);
/* Takes out what the rows do not agree on. */
void gather_settle(struct gather *g);
/* Writes the speech, its id set by the caller, and begins anew. */
void gather_put(struct gather *g, struct transcript *to, struct stage *stage,
    const char *file, uint64_t line);
void gather_free(struct gather *g);

#endif
