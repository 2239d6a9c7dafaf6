/* shelf - rows of the tables of a page: which, and in what order (page.5). */
#ifndef SHELF_H
#define SHELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/table/intern.h"
#include "lib/table/tsv.h"
#include "lib/text/figure.h"
#include "show/common/grid.h"

struct shelf_test {
	char *column;
	enum figure_sign sign;
	char *value; /* as it stands; "" for top */
	bool open;   /* it has a {name} in it */
};

enum {
	SHELF_MOST_TESTS = 8,
	SHELF_MOST_KEYS = 4
};

/* Which rows of a table are shown. */
struct shelf_choice {
	char *file;
	uint64_t line; /* of the description */
	struct shelf_test test[SHELF_MOST_TESTS];
	size_t n_test;
	char *ends;    /* whether the first or the last word of this column */
	char *list;    /* is one of this table, or NULL */
	bool inside;   /* rows where one is, else those where none is */
	char *largest; /* by this column, in the table's order */
	char *largest_of;  /* groups of rows by this column, or NULL */
	char *largest_key; /* what is said of those left out, or NULL */
	uint64_t n_largest;
	char *key[SHELF_MOST_KEYS]; /* order */
	size_t n_key;
	uint64_t first; /* UINT64_MAX: all */
	char *first_of; /* of each value of this column, or NULL */
	char *only;     /* column of which the rows are cut into signs: */
	uint64_t above; /* so many first with more than 0, */
	uint64_t below; /* so many last with less */
};

struct shelf_list;
struct shelf_table;

/* All that is read for a page, or for many. */
struct shelf {
	const char *folder;
	const char *part; /* stands for -PART in names of tables, or NULL */
	bool again;       /* all is asked for twice: short tables stay */
	struct shelf_list *lists;
	struct shelf_table *tables;
};

struct shelf_rows {
	const struct grid *grid;
	size_t *row; /* owned */
	size_t n;
	uint64_t all; /* before the largest were taken */
};

/* The path of a table, the caller's to free. */
char *shelf_path(const struct shelf *s, const char *file);
/* Opens it, or PATH.zst where that is there and it is not. */
void shelf_open(struct tsv *t, const char *path);
/* The rows; value: the tests' values, as they are now.  A table with a test
 * whose value is open stays in memory and is looked up by the first of these
 * tests. */
void shelf_choose(struct shelf *s, const struct shelf_choice *c,
    const char *const *value, struct shelf_rows *rows);
/* Does the cell pass the choice's test of its ends? */
bool shelf_takes_ends(
    struct shelf *s, const struct shelf_choice *c, const char *cell);
void shelf_free_rows(struct shelf *s, struct shelf_rows *rows);
/* The cell in column `to` of the first row of a table with s in column
 * `from`; NULL if there is none. */
const char *shelf_lookup(struct shelf *s, const char *file, const char *from,
    const char *to, const char *key);
void shelf_free(struct shelf *s);

#endif
