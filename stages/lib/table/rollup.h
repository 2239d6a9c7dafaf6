/* rollup - the hits of a count table by theme and parent theme, or by row.
 *
 * A hit of the theme a/b/c is one of a/b and of a too. */
#ifndef ROLLUP_H
#define ROLLUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "counts.h"
#include "intern.h"

struct rollup_hit {
	uint32_t item;
	uint64_t f;
};

struct rollup {
	bool by_theme;
	const char *header;     /* of the item's columns */
	uint32_t n_item;        /* numbered by bytes */
	struct rollup_hit *hit; /* f > 0, by slice and item */
	size_t *first; /* slice i has hit[first[i]] .. hit[first[i + 1] - 1] */
	bool *has;     /* has[size * n_item + item]: the n has the item */
	/* inside */
	const struct counts *c;
	struct intern names;
	uint32_t *rank;
	uint32_t *order;
	size_t cap;
	size_t *path;      /* by term: on_path[path[k]] .., with by_theme */
	uint32_t *on_path; /* its items: the theme and those above it */
};

/* By the column `theme` if there is one and by_theme, else by term. */
void rollup_open(struct rollup *r, const struct counts *c, bool by_theme);
void rollup_close(struct rollup *r);
const char *rollup_name(const struct rollup *r, uint32_t item, size_t *len);
/* The number of the column `theme` among the TERM columns, or -1. */
int rollup_theme(const struct counts *c);

#endif
