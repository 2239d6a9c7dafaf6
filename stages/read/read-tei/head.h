/* head - what a teiHeader says of the text (read-tei.1). */
#ifndef HEAD_H
#define HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/text/date.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"

/* All zero but clean is that of no header. */
struct head {
	struct clean *clean;
	struct attrs a; /* title, author, date ... */
	/* inside */
	struct buf path; /* "/fileDesc/titleStmt/title" */
	struct buf text; /* of the element under way */
	struct buf when; /* the first day and the last */
	struct buf until;
	struct date day[2]; /* of the best date without a year */
	int day_rank;       /* 0: there is none */
	struct buf day_text;
	size_t from; /* its path's length, 0 if there is none */
	int rank;
	int title; /* rank of the best so far */
	int date;
	bool author;
	uint64_t n_year;      /* years that were supplied */
	uint64_t n_date_text; /* dates that were not understood */
};

/* A header begins; it adds to what is in a. */
void head_begin(struct head *h);
void head_end(struct head *h);
void head_open(struct head *h, const char *name, const char **attr);
void head_text(struct head *h, const char *s, size_t len);
void head_close(struct head *h);
void head_free(struct head *h);

#endif
