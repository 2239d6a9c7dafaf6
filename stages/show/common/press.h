/* press - a page from its description, labels and tables (page.5). */
#ifndef PRESS_H
#define PRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "show/common/labels.h"
#include "show/common/press_ink.h"
#include "show/common/shelf.h"
#include "show/common/sketch.h"

enum {
	PRESS_WIDTH = 80 /* columns of what is drawn in text */
};

struct press_value {
	char *name;
	char *value;
};

/* The row of an `each` under way. */
struct press_row {
	const struct grid *grid;
	size_t row;
	const struct press_row *outer;
};

struct press {
	struct sketch sketch;
	struct labels labels;
	struct shelf shelf;
	enum figure_style style;
	struct press_value *value;
	size_t n_value;
	size_t cap_value;
	const struct press_row *row; /* the innermost */
	const struct press_ink *ink;
	struct out *out;
	/* called behind each block, or NULL: what stands where */
	void (*behind)(
	    struct press *p, const struct sketch_block *b, void *arg);
	void *behind_arg;
	/* of HTML: */
	struct out *whole;
	struct out body;        /* what stands behind its head */
	char *title;            /* the first */
	bool drawn;             /* of SVG: the picture is */
	bool any;               /* a block stands above */
	enum sketch_kind above; /* which */
};

/* The description, the labels and the folder of the tables; the folder's name
 * must stand.  The ink is plain text; the caller may set another.  Exit 1 where
 * one breaks its format. */
void press_open(struct press *p, const char *sketch, const char *labels,
    const char *folder);
/* A value that texts name; a new one takes the place of the old. */
void press_set(struct press *p, const char *name, const char *value);
void press_set_number(struct press *p, const char *name, uint64_t v);
/* NAME=VALUE, or exit 2. */
void press_set_word(struct press *p, const char *word);
/* Writes the page. */
void press_put(struct press *p, struct out *o);
void press_close(struct press *p);

/* ---- for the parts of the press ---- */

/* Appends a text with its {names} filled in, from the label of a key or as it
 * stands; exit 1 for one that has no value. */
void press_label(struct press *p, const struct sketch_block *b, const char *key,
    struct buf *to);
void press_fill(struct press *p, const struct sketch_block *b, const char *text,
    struct buf *to);
/* The value of a name, of the rows under way, then of those that were set; NULL
 * if there is none. */
const char *press_find(const struct press *p, const char *name);
/* The same, or exit 1 at a line of the description; len bytes of name. */
const char *press_need(
    const struct press *p, uint64_t line, const char *name, size_t len);
/* The heading of a column: its label, or its name. */
const char *press_head(const struct press *p, const char *name);
/* The rows of a block, by its tests as their values are now. */
void press_choose(
    struct press *p, const struct sketch_block *b, struct shelf_rows *rows);
void press_choose_of(
    struct press *p, const struct shelf_choice *c, struct shelf_rows *rows);
/* Does what an `if` asks hold? */
bool press_holds(const struct press *p, const struct sketch_block *b);
/* Once for each attribute of PARTS, or each word of the value that the block
 * names, which is the PART of tables then; "-" is an empty one. */
void press_parts(struct press *p, const struct sketch_block *b,
    void (*put)(struct press *p, const struct sketch_block *b, void *arg),
    void *arg);
/* Before a block. */
void press_begin(struct press *p, enum sketch_kind kind);
/* What is said where a block has no rows. */
void press_none(struct press *p, const struct sketch_block *b);
/* What is found for a cell in the table that the column looks it up in; the
 * cell itself if nothing is. */
const char *press_look_up(
    struct press *p, const struct sketch_column *c, const char *cell);
/* The text of a cell as a column shows it, appended. */
void press_cell(struct press *p, const struct sketch_column *c,
    const struct shelf_rows *rows, size_t i, struct buf *to);

/* The columns of a block, in row i, as values of their names. */
void press_set_columns(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows, size_t i);

/* The heading of a column that is shown; name: what keeps it. */
const char *press_column_head(
    struct press *p, const struct sketch_block *b, size_t k, struct buf *name);
/* Says of how many rows these are the largest. */
void press_bound(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows);
/* A block that has these rows begins: says so of them. */
void press_begin_shown(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows);
/* The rows of a block that begins; false, and what is to be said, where there
 * are none. */
bool press_begin_rows(
    struct press *p, const struct sketch_block *b, struct shelf_rows *rows);

/* Blocks of text (press_texts.c). */
void press_title(struct press *p, const struct sketch_block *b);
void press_heading(struct press *p, const struct sketch_block *b);
void press_text(struct press *p, const struct sketch_block *b);
void press_quote(struct press *p, const struct sketch_block *b);
void press_facts(struct press *p, const struct sketch_block *b);
void press_given(struct press *p, const struct sketch_block *b);
/* Blocks of rows (press_rows.c). */
void press_table(struct press *p, const struct sketch_block *b);
void press_bars(struct press *p, const struct sketch_block *b);
/* (press_lists.c) */
void press_list(struct press *p, const struct sketch_block *b);
void press_kwic(struct press *p, const struct sketch_block *b);
/* Pictures (press_pictures.c). */
void press_map(struct press *p, const struct sketch_block *b);
void press_tree(struct press *p, const struct sketch_block *b);
void press_outline(struct press *p, const struct sketch_block *b);
/* Those that have no text form, and are passed over there (press_plot.c). */
void press_plot(struct press *p, const struct sketch_block *b);
void press_note(struct press *p, const struct sketch_block *b);

#endif
