/* picker - which tokens the queries of -p and -P match (query.5).
 *
 * Where a query is of several tokens, lines wait until no match can reach back
 * to them. */
#ifndef PICKER_H
#define PICKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/stream/query.h"
#include "lib/stream/vrt.h"

struct picker_row {
	struct buf line;
	uint32_t tab[VRT_COLUMNS + 1];
	size_t n;    /* tokens of the input that it is; 0: a tag */
	bool picked; /* a match of -p holds it */
	bool barred; /* one of -P does */
};

struct picker {
	struct query like;
	struct query unlike;
	size_t longest;         /* tokens of a match, at most; 0: no query */
	struct picker_row *row; /* a ring */
	size_t cap;
	size_t from;
	size_t n;
	size_t n_token; /* of those rows */
};

/* fold: the column of what is no test has capitals folded. */
void picker_open(struct picker *p, bool fold);
void picker_add(struct picker *p, int letter, const char *pattern);
/* After the last one: finds the columns, that of what is no test by name. */
void picker_ready(struct picker *p, struct vrt *v, const char *column);
/* Do lines wait? */
static inline bool
picker_waits(const struct picker *p)
{
	return p->longest > 1;
}

/* Does a token pass where none waits? */
static inline bool
picker_passes(struct picker *p, const char *line, const uint32_t *tab)
{
	if (p->like.n > 0 &&
	    (query_line(&p->like, line, tab) & p->like.last) == 0)
		return false;
	return p->unlike.n == 0 ||
	    (query_line(&p->unlike, line, tab) & p->unlike.last) == 0;
}

/* A token waits, n of the input; or with tab NULL a tag that parts none. */
void picker_push(struct picker *p, const char *line, size_t len,
    const uint32_t *tab, size_t n);
/* The first row, if it waits long enough, or if all go; else NULL.  Lives until
 * the next call. */
const struct picker_row *picker_take(struct picker *p, bool all);
/* Does it pass? */
static inline bool
picker_keeps(const struct picker *p, const struct picker_row *r)
{
	return (p->like.n == 0 || r->picked) && !r->barred;
}

/* No match reaches over this point. */
static inline void
picker_break(struct picker *p)
{
	query_break(&p->like);
	query_break(&p->unlike);
}

void picker_free(struct picker *p);

#endif
