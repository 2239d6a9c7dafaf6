/* tokid - distinct tokens to numbers 0, 1, 2 ... in order of first sight.
 *
 * What makes tokens distinct is up to the caller: some columns, say kind,
 * form and stem.  Short keys that come often are found by a few compares in a
 * front table, without a hash of the bytes. */
#ifndef TOKID_H
#define TOKID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "vrt.h"

enum {
	TOKID_COLUMNS = 6,
	TOKID_SHORT = 24,
	TOKID_FRONT = 32768
};

struct tokid_near {
	uint64_t key[3]; /* the bytes, zeros behind; 0 is free */
	uint64_t id;
};

struct tokid {
	size_t col[TOKID_COLUMNS];
	size_t n_col;
	bool run; /* the columns stand behind one another in the line */
	struct intern keys; /* the columns, tabs between, as in the line */
	struct tokid_near *front;
	struct buf b;
};

void tokid_open(struct tokid *t);
void tokid_forget(struct tokid *t); /* numbers begin with 0 again */
void tokid_free(struct tokid *t);
/* One more column; k < 0 (a column that is not there) is left out. */
void tokid_column(struct tokid *t, int k);
/* A key of a token: its bytes, zeros behind, and where it is looked for first;
 * NULL where it is too long, or its columns are apart. */
struct tokid_key {
	uint64_t key[3];
	struct tokid_near *near;
};

/* Inside: the slow way. */
uint32_t tokid_far(struct tokid *t, const struct tokid_key *k, const char *line,
    const uint32_t *tab);
uint32_t tokid_run_far(
    struct tokid *t, const struct tokid_key *k, const char *s, size_t len);

/* Where column k of a line begins, whose columns end at tab[]. */
static inline size_t
tokid_from(const uint32_t *tab, size_t k)
{
	return k == 0 ? 0 : tab[k - 1] + 1;
}

/* The key of a token whose columns, behind one another, are len bytes at s; who
 * has others to look at first asks memory for k->near.  TOKID_SHORT bytes can
 * be read behind them. */
static inline void
tokid_run_key(
    const struct tokid *t, struct tokid_key *k, const char *s, size_t len)
{
	static const uint64_t mask[] = {
	    ~UINT64_C(0), ~UINT64_C(0), ~UINT64_C(0), 0, 0, 0};
	uint64_t m[3];
	uint64_t h;

	k->near = NULL;
	if (len == 0 || len > TOKID_SHORT)
		return;
	memcpy(k->key, s, sizeof(k->key));
	memcpy(m, (const char *)mask + TOKID_SHORT - len, sizeof(m));
	k->key[0] &= m[0];
	k->key[1] &= m[1];
	k->key[2] &= m[2];
	h = k->key[0] * UINT64_C(0x9E3779B97F4A7C15);
	h ^= k->key[1] * UINT64_C(0xD6E8FEB86659FD93);
	h ^= k->key[2] * UINT64_C(0xC2B2AE3D27D4EB4F);
	h *= UINT64_C(0x9E3779B97F4A7C15);
	k->near = &t->front[(h >> 40) % TOKID_FRONT];
}

/* The key of a token of a line. */
static inline void
tokid_key(const struct tokid *t, struct tokid_key *k, const char *line,
    const uint32_t *tab)
{
	size_t from = tokid_from(tab, t->col[0]);

	tokid_run_key(
	    t, k, line + from, t->run ? tab[t->col[t->n_col - 1]] - from : 0);
}

/* Is the key that of the token that was last looked for there? */
static inline bool
tokid_is_near(const struct tokid_key *k)
{
	const struct tokid_near *e = k->near;

	return e != NULL && e->key[0] == k->key[0] && e->key[1] == k->key[1] &&
	    e->key[2] == k->key[2];
}

/* The number of the token of the line that the key was made of; t->keys.n has
 * grown if it is new. */
static inline uint32_t
tokid_find(struct tokid *t, const struct tokid_key *k, const char *line,
    const uint32_t *tab)
{
	if (tokid_is_near(k))
		return (uint32_t)k->near->id;
	return tokid_far(t, k, line, tab);
}

/* The number of the token of the last event. */
static inline uint32_t
tokid_get(struct tokid *t, const struct vrt *v)
{
	struct tokid_key k;

	tokid_key(t, &k, v->line, v->tab);
	return tokid_find(t, &k, v->line, v->tab);
}

#endif
