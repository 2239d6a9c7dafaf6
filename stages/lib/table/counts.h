/* counts - a whole count table, with its margins (counts.5): in memory, or its
 * cells beyond it.
 *
 * Columns: [part] [n] TERM ... freq, found by name.  A row whose TERM columns
 * are all empty is a margin row: the total of the part (and n).  Without
 * margin rows the table is complete and the totals are its sums. */
#ifndef COUNTS_H
#define COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "intern.h"
#include "lib/base/mem.h"
#include "lib/base/spool.h"

#define COUNTS_MAX (UINT64_C(1) << 53) /* of a total */
/* Parts the id of a speech from the number of a unit in it, a#1.  It may be in
 * an id, but what stands behind the last one is digits. */
#define COUNTS_UNIT '#'

struct counts_cell {
	uint32_t slice;
	uint32_t term;
	uint64_t f;
	uint64_t row; /* for counts_where() */
};

/* The rows of one part and one n. */
struct counts_slice {
	uint32_t part;
	uint32_t size; /* number of its n */
	size_t from;   /* its cells: cell[from] .. cell[to - 1] */
	size_t to;
	uint64_t total; /* margin row, or the sum of the cells */
	uint64_t row;   /* of the margin row, or the first one */
	bool margin;
};

/* Names by number, numbered by rising bytes. */
struct counts_names {
	struct intern table;
	uint32_t *order; /* number -> number in the table */
	uint32_t *rank;  /* the reverse */
	uint32_t n;
};

struct counts {
	bool has_part; /* else there is one part, "" */
	bool has_size; /* column n; else one size, "" */
	bool has_margin;
	struct buf header; /* TERM columns, parted by tabs */
	struct counts_names parts;
	struct counts_names sizes;
	struct counts_names terms; /* cells of the TERM columns, likewise */
	struct counts_cell *cell;  /* f > 0 only; by part, n, term; of a table
				      that is spilt see counts_cells() */
	size_t n_cell;
	struct counts_slice *slice; /* by part, n */
	size_t n_slice;
	/* inside */
	size_t cap;
	struct intern keys; /* part TAB n */
	struct counts_slice *found;
	size_t cap_found;
	char **files;
	uint64_t *ends; /* rows up to the end of file i */
	int n_files;
	uint64_t n_row;
	struct buf text;
	size_t memory;      /* 0: no bound */
	bool spilt;         /* the cells are in files */
	struct spool raw;   /* as they were read */
	struct spool cells; /* in order */
};

/* Reads the files (standard input if n is 0) as one table; exit 1 with file
 * and line for whatever breaks the format: other columns, a key given twice,
 * a part with more than its margin, margins for some parts only, a total over
 * COUNTS_MAX.  Names are kept as the table writes them (escaped). */
void counts_read(struct counts *c, char **files, int n);
/* The same with so many bytes of memory: cells that have no room there go to
 * a temporary file; exit 3 if names and margins have none. */
void counts_read_within(struct counts *c, char **files, int n, size_t memory);
/* Bytes that names and margins take, about. */
size_t counts_memory(const struct counts *c);
/* The cells of a slice, to the next call. */
const struct counts_cell *counts_cells(struct counts *c, size_t slice);
void counts_order(struct counts *c); /* inside: after the last row */
void counts_free(struct counts *c);
/* Exit 1 unless there is a column `part`. */
void counts_need_part(const struct counts *c);
/* For what rests on the totals: notes that they are sums. */
void counts_note_sums(const struct counts *c);
/* The file that a row stands in, and its line there. */
const char *counts_where(const struct counts *c, uint64_t row, uint64_t *line);

static inline const char *
counts_name(const struct counts_names *k, uint32_t id, size_t *len)
{
	return intern_s(&k->table, k->order[id], len);
}

/* Appends s as a table writes it. */
void counts_escape(struct buf *b, const char *s, size_t len);
/* The number of a name, or UINT32_MAX; s as users write it.  counts_among(): of
 * any names that are held as a table writes them. */
uint32_t counts_among(const struct intern *names, const char *s);
uint32_t counts_find(const struct counts_names *k, const char *s);

/* ---- one n ---- */

#define COUNTS_SIZES_ALL UINT32_MAX /* of counts_choose_size() */
#define COUNTS_SIZES_NONE (UINT32_MAX - 1)

/* The number in c->sizes of the n that -n names; all of them where it is NULL;
 * none, with a note, where no row has it.  Exit 1 without a column n. */
uint32_t counts_choose_size(const struct counts *c, const char *n);

static inline bool
counts_takes_size(uint32_t chosen, uint32_t size)
{
	return chosen == COUNTS_SIZES_ALL || chosen == size;
}

/* note() behind "n SIZE: ", if the table has a column n. */
void counts_note_size(const struct counts *c, uint32_t size, const char *fmt,
    ...) __attribute__((format(printf, 3, 4)));

#endif
