/* differ - what two runs have otherwise in a table (changes.1). */
#ifndef DIFFER_H
#define DIFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cause.h"
#include "family.h"
#include "share.h"
#include "show/common/grid.h"

#define DIFFER_NO_SHARE UINT32_MAX

struct differ_cell {
	uint32_t row[2]; /* UINT32_MAX: it has no such row */
	uint32_t col[2]; /* UINT32_MAX: the whole row */
	uint32_t share;  /* or DIFFER_NO_SHARE */
	bool figure;     /* both are figures */
	bool count;      /* whole ones */
	double size;     /* by which it is ordered */
};

struct differ_table {
	char *name;
	char *part; /* what PART stands for, or NULL */
	const struct family *family;
	uint64_t mask; /* causes that reach it */
	struct grid grid[2];
	struct intern key[2]; /* of the rows; numbers are rows */
	struct differ_cell *cell;
	size_t n;
	size_t cap;
	size_t n_row; /* that changed, or came or went */
	size_t n_all; /* of either run */
};

struct differ {
	struct causes *causes;
	struct shares *shares;
	struct differ_table *table;
	size_t n;
	size_t cap;
	char **lone[2]; /* tables that one run alone has */
	size_t n_lone[2];
	size_t cap_lone[2];
	char **unknown; /* tables that no description knows */
	size_t n_unknown;
	size_t cap_unknown;
	size_t n_same; /* tables without a change */
};

void differ_open(struct differ *d, struct causes *c, struct shares *s,
    const struct families *f);
void differ_close(struct differ *d);
/* The cell of a change before and after; NULL where there is none. */
const char *differ_value(
    const struct differ_table *t, const struct differ_cell *c, size_t side);
/* Appends "column=value; ..." of the row's key. */
void differ_key(
    const struct differ_table *t, const struct differ_cell *c, struct buf *to);
/* The sum that a column is, or NULL. */
const struct family_sum *differ_sum(const struct family *f, const char *column);
/* Its column's name, or "row". */
const char *differ_column(
    const struct differ_table *t, const struct differ_cell *c);

#endif
