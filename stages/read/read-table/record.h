/* record - rows of CSV, of the suite's tables and of JSON Lines, all with
 * named columns (read-table.1). */
#ifndef RECORD_H
#define RECORD_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/table/intern.h"

enum record_format {
	RECORD_CSV,
	RECORD_TSV, /* tabs, no quotes, escapes \t \n \\ (counts.5) */
	RECORD_JSONL
};

enum {
	RECORD_COLUMNS = 1024,
	RECORD_NO_QUOTE = 0xFF, /* never in UTF-8 */
	RECORD_SEP = 0x1F /* parts the elements of a JSON array, ends a line
			     that the file does not end */
};

struct record_opts {
	const char *encoding;
	enum record_format format;
	unsigned char delim; /* of RECORD_CSV */
	unsigned char quote; /* of RECORD_CSV, or RECORD_NO_QUOTE */
	bool no_header;      /* columns are called 1, 2, 3 ... */
};

struct record_cell {
	size_t off; /* in text */
	size_t len;
	uint64_t line; /* where it begins */
	bool there;    /* JSON: has the record this key, not null? */
};

struct record {
	struct record_opts o;
	struct in in;
	size_t n_col;      /* of JSON: those met so far */
	struct intern col; /* their names, by number */
	struct record_cell cell[RECORD_COLUMNS];
	size_t n_cell; /* CSV: cells of the row under way */
	struct buf text;
	uint64_t line;   /* where the row begins */
	uint64_t n_crlf; /* CSV: line ends that were CRLF */
	/* inside */
	struct csv_parser csv;
	bool done; /* a row is whole */
	bool kept; /* the row was read to learn how many columns there are */
	struct buf path;
};

/* Opens the file and reads its header; exit 1 for names given twice. */
void record_open(
    struct record *r, const char *path, const struct record_opts *o);
/* The next row; exit 1 for one with more or less cells than the header, bad
 * quotes, no JSON object. */
bool record_next(struct record *r);
void record_close(struct record *r);

/* A cell's text, NUL behind; it may be changed in place until the next row. */
static inline char *
record_cell(const struct record *r, size_t k, size_t *len)
{
	*len = r->cell[k].len;
	return r->text.s + r->cell[k].off;
}

/* The same on one line, perhaps in b: line ends become blanks, the elements of
 * arrays are joined by "; ". */
char *record_line(struct record *r, size_t k, struct buf *b, size_t *len);

static inline const char *
record_name(const struct record *r, size_t k)
{
	return r->col.str[k].s;
}

/* Inside: of record_json.c. */
void record_json(struct record *r, const char *s, size_t len);
size_t record_column(struct record *r, const char *name, size_t len);

#endif
