/* kind - what a cell of a table is to a spreadsheet. */
#ifndef KIND_H
#define KIND_H

enum cell {
	CELL_EMPTY,
	CELL_NA,
	CELL_NUMBER, /* written as numbers are, and a double holds its digits */
	CELL_BEYOND, /* a number too near to 0, or too far from it, for one */
	CELL_TEXT
};

/* A name that a spreadsheet would take for a number (01, +1, 1e5, 1.50) is
 * text: a number is what is written again as it stands. */
enum cell cell_kind(const char *s);

#endif
