/* tsv - tables: one header line, tabs, escapes \t \n \\ (counts.5). */
#ifndef TSV_H
#define TSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"

enum {
	TSV_COLUMNS = 1024
};

struct tsv {
	struct in in;
	size_t n_col;
	char **name;  /* of the columns, escapes undone */
	char **cell;  /* of the row, escapes undone, NUL behind */
	size_t *size; /* their lengths */
	bool escapes; /* were there any in the row? */
};

/* Opens and reads the header; exit 1 if there is none, or a name twice. */
void tsv_open(struct tsv *t, const char *path);
/* The next row into cell[]; exit 1 where it has not n_col cells. */
bool tsv_next(struct tsv *t);
void tsv_close(struct tsv *t);
/* Of a header line alone, without its end, for those who read rows in a way of
 * their own: t is empty but for t->in.name; s has IN_SLACK bytes behind and is
 * overwritten. */
void tsv_header(struct tsv *t, char *s, size_t len);
void tsv_free(struct tsv *t);
/* The number of a column, exit 1 with the list of those there are; tsv_has()
 * gives -1 instead. */
size_t tsv_column(struct tsv *t, const char *name);
int tsv_has(const struct tsv *t, const char *name);
/* A cell as a count; exit 1 with file, line and column if it is none. */
uint64_t tsv_u64(const struct tsv *t, size_t col);
/* A cell as a number; NAN for NA; exit 1 if it is none. */
double tsv_real(const struct tsv *t, size_t col);

/* Undoes the escapes in place, a NUL behind; s[len] is overwritten.  Gives the
 * new length. */
size_t tsv_unescape(char *s, size_t len);
/* Writes one cell with its escapes, without the tab before it. */
void tsv_put(struct out *o, const char *s, size_t len);

#endif
