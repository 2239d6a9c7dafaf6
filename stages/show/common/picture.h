/* picture - a table's points on a plane of text, with legend and lists
 * (map.1). */
#ifndef PICTURE_H
#define PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/out.h"
#include "show/common/locate.h"

struct picture {
	struct locate_rule rule; /* word is set by picture_put() */
	bool ascii;
	bool free; /* each axis has its own scale */
	size_t width;
	size_t lines;
	/* what a term is called there; NULL: as in the table */
	const char *(*name)(void *arg, const char *s);
	void *arg;
	const char *part; /* what a part is called; NULL: part */
};

/* Draws the table (NULL: standard input); false, and a note, where no point
 * has a place. */
bool picture_put(struct out *o, const char *path, const struct picture *p);

/* The argument of -k, number or number,parts, or exit 2; it is cut up. */
void picture_most(struct locate_rule *r, char *arg);
/* What a point is called: a part always as in the table. */
const char *picture_name(const struct picture *o, const struct locate *l,
    const struct locate_point *p);
/* Appends what a kind of points is called in a legend, and how many of how many
 * are drawn. */
void picture_kind(const struct picture *o, const struct locate *l, uint32_t k,
    struct buf *to);

#endif
