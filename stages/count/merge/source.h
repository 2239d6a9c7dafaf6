/* source - a count table read row by row, each with a code that says how it
 * stands to the row above (merge.1).
 *
 * The code is that of offset-value coding (Conner 1977, Iyer 2005): of two keys
 * that follow the same third one, the one with the smaller code comes first. So
 * a merge compares numbers; bytes only where these are equal. */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"

enum {
	CODE_BITS = 52
};
#define CODE_SAME UINT64_C(0) /* the key is that of the row above */
/* There are no more rows. */
#define CODE_END ((UINT64_C(1) << CODE_BITS) - 1)

enum {
	SOURCE_WIDE = 32 /* bytes looked at together */
};

struct source {
	const char *row; /* and SOURCE_WIDE bytes behind it can be read */
	size_t key_len;  /* of the cells before the last; a tab follows */
	size_t len;      /* up to the end of the digits */
	uint64_t freq;
	uint64_t code;
	struct in in;
	struct buf head;
	struct buf above; /* the row above, where its block is gone */
	size_t n_tab;
	uint64_t skipped; /* bytes of the file before the first row read */
	uint64_t left;    /* bytes that are to be read */
	uint64_t start;   /* bytes of the header, with a byte order mark */
	bool first;       /* of the command line */
};

/* Opens the table, reads its header and compares it with that of first. */
void source_open(
    struct source *s, const char *path, const struct source *first);
/* The rows of a file without a header, as first has them; the file is closed
 * by source_close(). */
void source_open_rows(
    struct source *s, int fd, const char *name, const struct source *first);
/* Only the rows in bytes from .. to - 1 of the file are to be read. */
void source_seek(struct source *s, uint64_t from, uint64_t to);
void source_close(struct source *s);
/* The next row; the code is CODE_END behind the last one. */
void source_next(struct source *s);
/* How a comes to b, which share the code: less than 0, 0 or more.  The code
 * becomes that of the later one behind the other. */
int source_compare(
    const struct source *a, const struct source *b, uint64_t *code);
/* The line of the row for messages. */
uint64_t source_line(const struct source *s);
/* The key for a message: its tabs as spaces, none at the end. */
char *source_shown(const char *key, size_t len);

#endif
