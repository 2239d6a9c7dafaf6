/* draw - from the options of plot to its pictures */
#ifndef DRAW_H
#define DRAW_H

#include <stdint.h>

#include "show/common/svg_draw.h"

enum {
	DRAW_BREAKS = 8
};

struct opts {
	struct plot plot;
	char *columns; /* -c, cut up where it is read */
	const char *group;
	uint64_t rows;
	struct picture picture;
	const char *brk[DRAW_BREAKS]; /* -B */
	size_t n_break;
	const char *other; /* -d, a second table */
	double least;      /* -t, or less than 0 */
	bool log[FRAME_AXES];
	const char *file;
};

struct draw_kind {
	const char *name;
	const char *letters; /* beside those of all kinds */
	void (*draw)(struct out *o, const struct opts *p);
};

/* The kind that is called so, or exit 2 with those there are. */
const struct draw_kind *draw_kind(const char *name);

#endif
