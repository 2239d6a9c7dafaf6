/* font - how wide text is in Helvetica, and in what has its widths: Arial,
 * Liberation Sans, Nimbus Sans; DejaVu Sans Condensed is about as wide.
 *
 * An accented letter is as wide as its base; what the table does not have is
 * taken as wide, so that a box is never too small. */
#ifndef FONT_H
#define FONT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

#define FONT_FAMILY                                                            \
	"Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', "                 \
	"'DejaVu Sans Condensed', sans-serif"
/* Of a line of text, in sizes of the font: above and below its base line. */
#define FONT_ASCENT 0.76
#define FONT_DESCENT 0.22
#define FONT_BOLD 1.12 /* a bold letter is at most that much wider */

double font_width(const char *s, size_t len, double size);
/* The same of a string, in a font of size 1. */
double font_of(const char *s);
/* Whether the table has all its letters: the width is not guessed. */
bool font_knows(const char *s, size_t len);
/* The longest beginning of s that is not wider than that; whole letters with
 * their marks. */
size_t font_fit(const char *s, size_t len, double size, double width);
/* Appends s, cut and with dots behind it where it is wider. */
void font_cut(struct buf *to, const char *s, double size, double width);
/* The next line of a text that is broken at blanks, or behind hyphens: its
 * length; *next gets where the one behind it begins.  A word that is wider is
 * broken. */
size_t font_line(const char *s, double size, double width, const char **next);

#endif
