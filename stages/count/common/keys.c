#include "keys.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/intern.h"

enum {
	FIRST = 1 << 14, /* slots: for the bundled dictionary at once */
	/* room that is asked for at once: what is not written costs nothing,
	 * what is moved costs fresh pages */
	ROOM = 1 << 13,
	ROOM_BYTES = 1 << 16
};

void
keys_free(struct keys *t)
{
	buf_free(&t->bytes);
	free(t->end);
	free(t->slot);
	*t = (struct keys){0};
}

struct key {
	const char *s;
	size_t len;
	uint64_t head[2]; /* its first bytes */
	uint32_t hash;
};

static inline struct key
key_of(const char *s, size_t len)
{
	struct key k = {.s = s, .len = len};
	uint64_t h = len;

	intern_head(k.head, s, len);
	for (size_t i = INTERN_HEAD; i < len; i++)
		h = h * 31 + (unsigned char)s[i];
	k.hash = (uint32_t)(intern_head_hash(k.head) + h);
	return k;
}

/* Is it the string of a number? */
static inline bool
is_key(const struct keys *t, uint32_t id, const struct key *k)
{
	uint32_t from = id > 0 ? t->end[id - 1] : 0;
	const char *s = t->bytes.s + from;
	uint64_t head[2];

	intern_head(head, s, k->len);
	return t->end[id] - from == k->len && head[0] == k->head[0] &&
	    head[1] == k->head[1] &&
	    (k->len <= INTERN_HEAD || memcmp(s, k->s, k->len) == 0);
}

/* The slot of a key, free or not; there is a free one. */
static inline struct keys_slot *
probe(const struct keys *t, const struct key *k)
{
	size_t mask = t->n_slot - 1;
	size_t i = k->hash & mask;

	while (t->slot[i].id1 != 0 &&
	    (t->slot[i].hash != k->hash || !is_key(t, t->slot[i].id1 - 1, k)))
		i = (i + 1) & mask;
	return &t->slot[i];
}

static void
grow(struct keys *t)
{
	struct keys_slot *old = t->slot;
	size_t n = t->n_slot;
	size_t mask;

	if (n == 0) {
		t->end = mem_grow(NULL, &t->cap_end, ROOM, sizeof(*t->end));
		buf_room(&t->bytes, ROOM_BYTES);
	}
	t->n_slot = n == 0 ? FIRST : n * 2;
	t->slot = mem_new(t->n_slot, sizeof(*t->slot));
	mask = t->n_slot - 1;
	for (size_t k = 0; k < n; k++) {
		size_t i = old[k].hash & mask;

		if (old[k].id1 == 0)
			continue;
		while (t->slot[i].id1 != 0) /* none is the same */
			i = (i + 1) & mask;
		t->slot[i] = old[k];
	}
	free(old);
}

/* A new one. */
static uint32_t
add(struct keys *t, const struct key *k, struct keys_slot *slot)
{
	if (k->len >= UINT32_MAX - t->bytes.len) {
		errno = EOVERFLOW;
		die_sys("strings of more than 4 GB");
	}
	if (t->n == t->cap_end)
		t->end = mem_grow(
		    t->end, &t->cap_end, (size_t)t->n + 1, sizeof(*t->end));
	buf_room(&t->bytes, k->len + INTERN_HEAD);
	memcpy(t->bytes.s + t->bytes.len, k->s, k->len);
	t->bytes.len += k->len;
	t->end[t->n] = (uint32_t)t->bytes.len;
	*slot = (struct keys_slot){k->hash, ++t->n};
	return t->n - 1;
}

uint32_t
keys_add(struct keys *t, const char *s, size_t len)
{
	struct key k = key_of(s, len);
	struct keys_slot *slot;

	if (t->n >= t->n_slot / 2)
		grow(t);
	slot = probe(t, &k);
	return slot->id1 != 0 ? slot->id1 - 1 : add(t, &k, slot);
}

uint32_t
keys_find(const struct keys *t, const char *s, size_t len)
{
	struct key k = key_of(s, len);

	/* 0 - 1 is none */
	return t->n == 0 ? UINT32_MAX : probe(t, &k)->id1 - 1;
}
