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
	TOKID_FRONT = 16384
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
/* tokid_get() the slow way. */
uint32_t tokid_join(struct tokid *t, const struct vrt *v);
uint32_t tokid_far(
    struct tokid *t, struct tokid_near *e, const char *s, size_t len);

/* The number of the token of the last event; t->keys.n has grown if it is
 * new. */
static inline uint32_t
tokid_get(struct tokid *t, const struct vrt *v)
{
	static const uint64_t mask[] = {
	    ~UINT64_C(0), ~UINT64_C(0), ~UINT64_C(0), 0, 0, 0};
	uint64_t key[3];
	uint64_t m[3];
	struct tokid_near *e;
	const char *s;
	size_t len;
	uint64_t h;

	if (!t->run)
		return tokid_join(t, v);
	s = vrt_col(v, t->col[0], &len);
	len = v->tab[t->col[t->n_col - 1]] - (size_t)(s - v->line);
	if (len == 0 || len > TOKID_SHORT)
		return intern_add(&t->keys, s, len);
	memcpy(key, s, sizeof(key)); /* the reader's slack allows it */
	memcpy(m, (const char *)mask + TOKID_SHORT - len, sizeof(m));
	key[0] &= m[0];
	key[1] &= m[1];
	key[2] &= m[2];
	h = key[0] * UINT64_C(0x9E3779B97F4A7C15);
	h ^= key[1] * UINT64_C(0xD6E8FEB86659FD93);
	h ^= key[2] * UINT64_C(0xC2B2AE3D27D4EB4F);
	h *= UINT64_C(0x9E3779B97F4A7C15);
	e = &t->front[(h >> 40) % TOKID_FRONT];
	if (e->key[0] == key[0] && e->key[1] == key[1] && e->key[2] == key[2])
		return (uint32_t)e->id;
	memcpy(e->key, key, sizeof(key));
	return tokid_far(t, e, s, len);
}

#endif
