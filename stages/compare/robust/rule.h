/* rule - what the pages say of the rows of a table, read from
 * changes/statements.txt (robust.1). */
#ifndef RULE_H
#define RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/text/figure.h"

enum {
	RULE_FEW = 8 /* keys, tests, statements of a table */
};

struct rule_test {
	char *column; /* NULL: all pass */
	enum figure_sign sign;
	char *value;
};

/* How a cell is found in another run. */
enum rule_sort {
	RULE_SAME,
	RULE_WORD, /* a type of the column that is counted */
	RULE_CLASS /* the number of a class */
};

struct rule_column {
	char *name;
	enum rule_sort sort;
};

struct rule_say {
	char *kind;
	struct rule_test test[RULE_FEW];
	size_t n_test;
	char *shown[2]; /* subject and object; the second may be NULL */
};

/* Names by a falling figure: the first of them, or each before the next. */
struct rule_order {
	char *kind;
	bool pairs;
	uint64_t n;
	struct rule_column name;
	char *by;
	char *in; /* groups, or NULL */
	struct rule_test where;
};

struct rule {
	char *table;
	char *page;
	struct rule_column key[RULE_FEW];
	size_t n_key;
	uint64_t main; /* UINT64_MAX: all rows */
	char *main_of; /* or NULL */
	char *told;    /* or NULL */
	struct rule_say say[RULE_FEW];
	size_t n_say;
	struct rule_order order[RULE_FEW];
	size_t n_order;
	char *axes; /* kind, or NULL */
	char *tree;
};

struct rules {
	struct rule *rule;
	size_t n;
	size_t cap;
};

/* Exit 1 with file and line where it is not understood. */
void rule_open(struct rules *all, const char *path);
void rule_close(struct rules *all);
/* The same of a test; true where there is none. */
bool rule_holds(const struct rule_test *t, const char *cell);

#endif
