/* layout - cells in aligned columns, for people (table.1). */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "show/common/layout_cut.h"

struct layout_column {
	const char *head; /* not owned */
	bool figures;
	bool counts;  /* no years: set by the caller before cells are added */
	bool key;     /* stands in every block */
	size_t whole; /* columns before the decimal point, if figures */
	size_t rest;  /* and from it on */
	size_t width;
	struct layout_way cut; /* of texts that are too long */
};

struct layout {
	enum figure_style style; /* both set by the caller */
	bool grid;
	struct layout_column *col;
	size_t n_col;
	char **cell; /* row by row */
	size_t n_cell;
	size_t cap;
	struct out *out;
	size_t from; /* columns of the block under way, beside the keys */
	size_t to;
	size_t pad; /* blanks not yet written */
};

void layout_open(struct layout *t, size_t n_col);
void layout_column(struct layout *t, size_t k, const char *head, bool figures);
/* The next cell, row by row; places as for figure_put(). */
void layout_add(struct layout *t, const char *s, int places);
/* Writes all within width columns (0: no limit): the widest columns of text
 * are cut first (at their ends, or within where ends tell them apart), then
 * headings over figures, never figures.  Where that is not enough, the columns
 * that do not fit stand in further blocks below, in which the columns of text
 * are repeated, within half of the width. */
void layout_put(struct layout *t, struct out *o, size_t width);
void layout_free(struct layout *t);

#endif
