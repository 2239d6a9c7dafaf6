/* sketch - the description of a report page (page.5), read. */
#ifndef SKETCH_H
#define SKETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "show/common/shelf.h"

enum sketch_kind {
	SKETCH_PAGE, /* the whole */
	SKETCH_TITLE,
	SKETCH_HEADING,
	SKETCH_SUBHEADING,
	SKETCH_TEXT,
	SKETCH_LINES,
	SKETCH_QUOTE,
	SKETCH_FACTS,
	SKETCH_GIVEN,
	SKETCH_TABLE,
	SKETCH_BARS,
	SKETCH_LIST,
	SKETCH_MAP,
	SKETCH_TREE,
	SKETCH_OUTLINE,
	SKETCH_PLOT,
	SKETCH_NOTE,
	SKETCH_KWIC,
	SKETCH_COUNT,
	SKETCH_EACH,
	SKETCH_PARTS,
	SKETCH_IF,
	SKETCH_KINDS
};

/* A column that is shown: SHOWN [= SOURCE] and what else is said of it. */
struct sketch_column {
	char *name;    /* its heading is the label of this name */
	char *source;  /* in the table */
	char *head;    /* another name for the heading, or NULL */
	char *table;   /* its cells are looked up there, or NULL */
	char *key;     /* in this column */
	char *value;   /* and this one's is shown */
	char *without; /* less the name in this one at its end; or NULL */
	char *cells;   /* the label of this and the cell is shown, or NULL */
	int places;    /* -1: as it is */
	int digits; /* of a figure as large as that in column `like`; 0: no */
	char *like;
	bool optional; /* not shown where there is no value */
	bool raw;      /* no figure, though it may look like one */
	bool glued;    /* no blank behind an apostrophe */
	bool strict;   /* NA where nothing is looked up, not the cell */
};

/* What a plot draws: the kinds of plot(1) that need no more than rows. */
enum sketch_plot {
	SKETCH_PLOT_BARS,
	SKETCH_PLOT_LINES,
	SKETCH_PLOT_CURVE,
	SKETCH_PLOT_NETWORK,
	SKETCH_PLOT_HEAT,
	SKETCH_PLOT_STRIPS,
	SKETCH_PLOTS
};

struct sketch_item {
	char *name;
	char *text;
	bool optional; /* not where the text is NA or 0 */
};

struct sketch_block {
	enum sketch_kind kind;
	uint64_t line;
	char *arg[4]; /* key of a label, file, name; of if: left, sign, right */
	size_t n_arg;
	struct shelf_choice choice; /* of rows; its table is the file */
	struct sketch_column *column;
	size_t n_column;
	size_t cap_column;
	struct sketch_item *fact; /* of facts */
	size_t n_fact;
	size_t cap_fact;
	char *empty;           /* key of what is said where there are no rows */
	char *item;            /* of list: key of an item's text */
	char *whole;           /* and of the text around */
	bool sorted;           /* of list: items as in a dictionary; of
				  plot: rows, by what their first column says */
	char *group;           /* of bars, plot: a column */
	char *words;           /* of outline: a table */
	char *units;           /* of outline: a table */
	uint64_t points;       /* of map: UINT64_MAX, none said */
	enum sketch_plot plot; /* of plot, and all up to at: */
	char *beside;          /* a second table */
	char *name;            /* key of what stands above */
	bool log[2];           /* axes that are logarithmic */
	bool narrow;           /* half as wide as others */
	bool aside;            /* that too, and at the right of what follows */
	struct shelf_choice at;     /* breaks, of a table of trend -M break */
	enum figure_sign sign;      /* of if */
	struct sketch_block *child; /* of what opens */
	size_t n_child;
	size_t cap_child;
	struct sketch_block *other; /* of if: a block of what else holds */
};

struct sketch {
	char *file;
	struct sketch_block page;
};

/* Exit 1 with file and line where it breaks its format. */
void sketch_read(struct sketch *s, const char *path);
void sketch_free(struct sketch *s);

#endif
