#include "keys.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

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

static size_t
hash_of(const char *s, size_t len)
{
	uint64_t h = len;

	while (len > 0) {
		uint64_t v = 0;
		size_t n = len < sizeof(v) ? len : sizeof(v);

		memcpy(&v, s, n);
		h = (h ^ v) * UINT64_C(0x9E3779B97F4A7C15);
		h ^= h >> 32;
		s += n;
		len -= n;
	}
	return (size_t)h;
}

static const char *
key_of(const struct keys *t, uint32_t id, size_t *len)
{
	uint32_t from = id > 0 ? t->end[id - 1] : 0;

	*len = t->end[id] - from;
	return t->bytes.s + from;
}

/* The slot of s, free or not; there is a free one. */
static uint32_t *
probe(const struct keys *t, const char *s, size_t len)
{
	size_t mask = t->n_slot - 1;
	size_t i = hash_of(s, len) & mask;

	for (; t->slot[i] != 0; i = (i + 1) & mask) {
		size_t n;
		const char *key = key_of(t, t->slot[i] - 1, &n);

		if (n == len && memcmp(key, s, len) == 0)
			break;
	}
	return &t->slot[i];
}

static void
grow(struct keys *t)
{
	if (t->n_slot == 0) {
		t->end = mem_grow(NULL, &t->cap_end, ROOM, sizeof(*t->end));
		buf_room(&t->bytes, ROOM_BYTES);
	}
	t->n_slot = t->n_slot == 0 ? FIRST : t->n_slot * 2;
	free(t->slot);
	t->slot = mem_new(t->n_slot, sizeof(*t->slot));
	for (uint32_t id = 0; id < t->n; id++) {
		size_t len;
		const char *s = key_of(t, id, &len);
		size_t i = hash_of(s, len) & (t->n_slot - 1);

		while (t->slot[i] != 0) /* none is the same */
			i = (i + 1) & (t->n_slot - 1);
		t->slot[i] = id + 1;
	}
}

uint32_t
keys_add(struct keys *t, const char *s, size_t len)
{
	uint32_t *slot;

	if (t->n >= t->n_slot / 2)
		grow(t);
	slot = probe(t, s, len);
	if (*slot != 0)
		return *slot - 1;
	if (len >= UINT32_MAX - t->bytes.len) {
		errno = EOVERFLOW;
		die_sys("strings of more than 4 GB");
	}
	t->end =
	    mem_grow(t->end, &t->cap_end, (size_t)t->n + 1, sizeof(*t->end));
	buf_mem(&t->bytes, s, len);
	t->end[t->n] = (uint32_t)t->bytes.len;
	*slot = ++t->n;
	return t->n - 1;
}

uint32_t
keys_find(const struct keys *t, const char *s, size_t len)
{
	return t->n == 0 ? UINT32_MAX : *probe(t, s, len) - 1;
}
