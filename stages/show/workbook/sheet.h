/* sheet - a table, or some of its rows, as XML of a worksheet. */
#ifndef SHEET_H
#define SHEET_H

#include <stddef.h>
#include <stdint.h>

#include "cells.h"
#include "zip.h"

/* What a worksheet can hold. */
enum {
	SHEET_ROWS = 1048576, /* the headings are one */
	SHEET_CELL = 32767    /* units of UTF-16 */
};

/* Numbers of the formats of cells that the book has. */
enum sheet_style {
	STYLE_NUMBER,
	STYLE_HEAD,
	STYLE_TEXT
};

/* Appends the letters of a column, from 0: A, Z, AA. */
void sheet_letters(struct buf *to, size_t col);
/* Writes the member: the headings, then n rows from *at on, which goes on to
 * the row behind them.  Returns how many cells were cut. */
uint64_t sheet_put(
    struct zip *z, const struct cells *t, const char **at, size_t n);

#endif
