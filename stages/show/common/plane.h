/* plane - a plane of characters with marks and labels, for map(1). */
#ifndef PLANE_H
#define PLANE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/out.h"

struct plane_cell {
	const char *s; /* one character with its combining marks, or NULL */
	unsigned char len;
	unsigned char what;
};

struct plane {
	size_t cols;
	size_t rows;
	struct plane_cell *cell; /* row by row, from the top */
};

struct plane_place {
	size_t col;
	size_t row;
};

void plane_open(struct plane *p, size_t cols, size_t rows);
void plane_free(struct plane *p);
/* Lines through a column and a row; one that is outside is left out.  Signs:
 * vertical, horizontal, crossing.  They give way to everything. */
void plane_lines(
    struct plane *p, struct plane_place at, const char *const sign[3]);
/* A mark of one column; where there is one already, that one stays. */
void plane_mark(struct plane *p, struct plane_place at, const char *sign);
/* How long a label may be: cut to `most` columns, and where there is not even
 * room for these, to `least` or more; dots stand for what is cut off. */
struct plane_cut {
	size_t most;
	size_t least;
	const char *dots;
};

enum plane_fit {
	PLANE_WHOLE,
	PLANE_CUT,
	PLANE_NONE, /* there is no room */
};

/* Writes a label beside, above or below the mark at that place, never over a
 * mark or a label and with a blank to both, where it is clearest.  The text
 * stays the caller's and must live as long. */
enum plane_fit plane_label(struct plane *p, struct plane_place at,
    const char *s, const struct plane_cut *cut);
/* One row, without blanks at its end. */
void plane_put(const struct plane *p, struct out *o, size_t row);

#endif
