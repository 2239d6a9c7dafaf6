/* line - which rows of which table a line of a text page shows (why.1). */
#ifndef LINE_H
#define LINE_H

#include <stddef.h>
#include <stdint.h>

#include "show/common/press.h"
#include "study.h"

enum {
	LINE_ROWS = 40 /* at most */
};

struct line_row {
	char *table; /* its file's name */
	char **word; /* column=value of all its columns */
	size_t n;
};

struct line {
	uint64_t at;
	struct line_row row[LINE_ROWS];
	size_t n;
	char *picture; /* a table of which the line is part of a picture, or
			  NULL */
	/* inside */
	uint64_t done; /* lines of the blocks so far */
	size_t from;   /* where the block begins */
};

/* The page is made anew from the tables of the work folder; exit 1 where it is
 * no page of the study. */
void line_open(
    struct line *l, const struct study *s, const char *page, uint64_t line);
void line_close(struct line *l);

#endif
