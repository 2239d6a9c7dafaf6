/* lanes_inner - what the parts of lanes share. */
#ifndef LANES_INNER_H
#define LANES_INNER_H

#include "lanes.h"
#include "tridiagonal.h"

enum {
	ROOM = REINERT_STEPS /* at most */
};

typedef reinert_lane lane;

struct reinert_run {
	const struct reinert_lanes *w;
	const struct sparse *t;
	uint32_t n;      /* lanes in use */
	uint32_t n_used; /* rows */
	lane *per_root;  /* by column: 1 / sqrt(rows of the column), 0 if in
			    no part */
	lane *trivial;   /* the axis that is always there */
	lane *half;      /* scratch */
	lane *basis;     /* ROOM + 1 vectors */
	struct reinert_tri tri;       /* the matrix in the basis */
	uint32_t size[REINERT_LANES]; /* of the matrix; 0: not yet at the end */
};

/* A part without maps is the whole table. */
static inline uint32_t
place(const uint32_t *map, uint32_t i)
{
	return map != NULL ? map[i] : i;
}

/* The run, from the parts to what is found of them. */
void reinert_lanes_run(struct reinert_run *r,
    const struct reinert_part *const *part, struct reinert_found *found);

#endif
