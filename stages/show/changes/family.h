/* family - what is known of the tables of a report: keys, sums, statements,
 * read from changes/tables.txt (changes.1). */
#ifndef FAMILY_H
#define FAMILY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "show/common/shelf.h"

enum {
	FAMILY_FEW = 8 /* names, keys, sums, statements, orders of a family */
};

struct family_test {
	char *column;
	enum figure_sign sign;
	char *value;
};

/* A column that is a sum over rows of speeches. */
struct family_sum {
	char *column;
	char *from;             /* the table that has the speeches one by one */
	char *by[FAMILY_FEW];   /* columns of the row, */
	char *base[FAMILY_FEW]; /* and of that table: equal */
	size_t n_by;
	bool under; /* what is below the value counts too */
	bool whole; /* of the corpus, whatever the part */
};

struct family_say {
	struct family_test test[FAMILY_FEW];
	size_t n_test;
	char *text;
};

struct family_order {
	char *column;
	char *of;
	char *in; /* or NULL */
	uint64_t first;
	bool top;
	char *text;
};

struct family {
	char *name[FAMILY_FEW]; /* of files, PART for any text */
	size_t n_name;
	char *key[FAMILY_FEW];
	size_t n_key;
	char *skip[FAMILY_FEW];
	size_t n_skip;
	char *lead[FAMILY_FEW]; /* columns whose changes are listed */
	size_t n_lead;
	char *lead_text; /* what a row of it is */
	struct family_sum sum[FAMILY_FEW];
	size_t n_sum;
	struct family_say say[FAMILY_FEW];
	size_t n_say;
	struct family_order order[FAMILY_FEW];
	size_t n_order;
};

struct families {
	struct family *family;
	size_t n;
	size_t cap;
};

void family_open(struct families *f, const char *path);
void family_close(struct families *f);
/* The family of a table by its file's name, the one whose name says more of
 * it; *part is what PART stands for, the caller's to free, or NULL.  NULL:
 * none is known. */
const struct family *family_of(
    const struct families *f, const char *table, char **part);

#endif
