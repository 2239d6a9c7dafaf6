/* state - what pages say that came, went or turned between two runs
 * (changes.1). */
#ifndef STATE_H
#define STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "differ.h"

enum state_kind {
	STATE_GONE,
	STATE_NEW,
	STATE_TURNED
};

struct state {
	enum state_kind kind;
	char *text;
	const struct differ_table *table;
	const struct differ_cell *count; /* a count of its row, or NULL */
	const char *whose; /* of an order: the name whose count it is */
};

struct states {
	struct state *state;
	size_t n;
	size_t cap;
};

/* Statements of the tables that changed, in their order. */
void state_open(struct states *s, const struct differ *d);
void state_close(struct states *s);
/* Appends a text with {columns} of a row put in, {PART} the table's. */
void state_fill(struct buf *to, const struct differ_table *t, size_t side,
    uint32_t row, const char *s);

#endif
