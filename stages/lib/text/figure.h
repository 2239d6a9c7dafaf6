/* figure - numbers as people read them: places, decimal comma, thousands. */
#ifndef FIGURE_H
#define FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

enum figure_style {
	FIGURE_PLAIN = 0,
	FIGURE_FR = 1, /* 12 345,6: decimal comma, narrow no-break spaces */
	FIGURE_EN = 2, /* 12,345.6 */
	/* with one of these: thousands are parted from four digits on, where
	 * the caller knows what is a year */
	FIGURE_FOUR = 4,
};

/* What a cell is asked: the text, or both as numbers. */
enum figure_sign {
	SIGN_IS,
	SIGN_IS_NOT,
	SIGN_LESS,
	SIGN_MOST, /* <= */
	SIGN_MORE,
	SIGN_LEAST, /* >= */
	SIGN_TOP,   /* no / in it */
	SIGN_UNDER, /* is the value, or what is before its / */
	SIGN_NONE
};

enum {
	FIGURE_PLACES = 15,
	FIGURE_RAW = -2 /* places of what only looks like a figure */
};

/* -1.5e-07: digits with what belongs to a number, and nothing else? */
bool figure_is(const char *s);
/* The value of what is one, as strtod() has it. */
bool figure_read(const char *s, double *v);
/* Appends s; places -1 leaves the decimals as they are, else it is rounded
 * to them, a figure too small for them written as <0.01.  Thousands are
 * parted from five digits on, so that years stay (FIGURE_FOUR).  What is no
 * figure (NA), and FIGURE_RAW, is appended as it is. */
void figure_put(
    struct buf *to, const char *s, int places, enum figure_style style);
/* The percent sign with the space before it. */
const char *figure_percent(enum figure_style style);
/* Columns before the decimal point (or comma, or exponent) of a figure that
 * figure_put() has written. */
size_t figure_whole(const char *s, enum figure_style style);
/* The style that is called plain, fr or en; false: none is called s. */
bool figure_named(const char *s, enum figure_style *style);
/* Exit 2 unless arg is plain, fr or en. */
enum figure_style figure_style(int letter, const char *arg);
/* The same where figures are no years: FIGURE_FOUR with it. */
enum figure_style figure_counts(int letter, const char *arg);
/* = != < <= > >= top under; SIGN_NONE: no sign is written so. */
enum figure_sign sign_of(const char *word);
/* Does the cell pass?  As numbers it does not where one is none. */
bool sign_holds(enum figure_sign sign, const char *cell, const char *value);

#endif
