/* tell - what changed between two runs, for people and as a table
 * (changes.1). */
#ifndef TELL_H
#define TELL_H

#include <stdint.h>

#include "differ.h"
#include "lib/base/out.h"
#include "state.h"

struct tell {
	const struct run *run[2];
	struct causes *causes;
	struct shares *shares;
	const struct differ *differ;
	const struct states *states;
	uint64_t limit; /* lines of a list */
	struct out out;
	bool begun; /* the list of figures has its heading */
};

void tell_text(struct tell *t);
void tell_table(struct tell *t);

/* ---- between its files ---- */

/* What the two were not made of alike. */
void tell_causes(struct tell *t);
/* What can be told apart of them, and what cannot. */
void tell_apart(struct tell *t);
/* The changed cells, largest first, of all tables or of one; lead: of the
 * columns that lead.  The caller frees it. */
struct tell_change {
	const struct differ_table *table;
	const struct differ_cell *cell;
};
struct tell_change *tell_changes(
    const struct tell *t, const struct differ_table *of, bool lead, size_t *n);
/* The speeches behind a count, or NULL; do they add up to what the table has?
 * If not, their tables are not of that run. */
const struct share *tell_share(
    const struct tell *t, const struct differ_cell *c);
bool tell_adds_up(const struct tell *t, const struct differ_table *d,
    const struct differ_cell *c);
/* Appends a cell, or where the table has none what its speeches have. */
void tell_number(
    struct buf *b, const char *v, const struct share *h, size_t side);
/* The cause of a change: the shares of its speeches, else the names of what
 * reaches its table. */
void tell_cause(const struct tell *t, const struct differ_table *table,
    const struct differ_cell *cell, struct buf *to);
/* Text broken into lines of 80 columns, the others indented by `rest`. */
void tell_line(struct out *o, size_t first, size_t rest, const char *s);
void tell_more(struct tell *t, size_t n);

#endif
