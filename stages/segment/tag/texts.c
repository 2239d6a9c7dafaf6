#include "texts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

enum {
	FIRST = 10 /* bits of the number of slots */
};

/* Stands before a text and, behind that, what belongs to it. */
struct head {
	uint32_t tag;
	uint32_t len;
	uint32_t n_what;
};

static uint64_t
hash_of(const char *s, size_t len)
{
	uint64_t h = len;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(0x9E3779B97F4A7C15);
	return h;
}

static uint64_t *
filter_of(const struct texts *t, uint64_t hash, uint64_t *bit)
{
	hash >>= 64 - TEXTS_FILTER;
	*bit = UINT64_C(1) << hash % 64;
	return &t->filter[hash / 64];
}

/* The slot where a text is looked for first. */
static size_t
place(const struct texts *t, uint64_t hash)
{
	return hash >> (64 - t->bits);
}

static size_t
next(const struct texts *t, size_t slot)
{
	return (slot + 1) & (((size_t)1 << t->bits) - 1);
}

void
texts_open(struct texts *t)
{
	*t = (struct texts){.bits = FIRST};
	t->slot = mem_new((size_t)1 << FIRST, sizeof(*t->slot));
	t->filter = mem_new((1 << TEXTS_FILTER) / 64, sizeof(*t->filter));
}

void
texts_free(struct texts *t)
{
	buf_free(&t->bytes);
	free(t->slot);
	free(t->filter);
}

/* What is in a slot from a text on, and its head; NULL where that is another
 * text. */
static const char *
in_slot(const struct texts *t, const struct texts_slot *slot, uint64_t hash,
    const char *s, size_t len, struct head *head)
{
	const char *at = t->bytes.s + slot->at - 1;

	if (slot->hash != (uint32_t)hash)
		return NULL;
	memcpy(head, at, sizeof(*head));
	at += sizeof(*head);
	return head->len == len && memcmp(at, s, len) == 0 ? at : NULL;
}

struct texts_found
texts_find(const struct texts *t, int tag, const char *s, size_t len)
{
	uint64_t hash = hash_of(s, len);
	uint64_t bit;
	struct head head;

	if ((*filter_of(t, hash, &bit) & bit) != 0)
		for (size_t i = place(t, hash); t->slot[i].at != 0;
		     i = next(t, i)) {
			const char *at =
			    in_slot(t, &t->slot[i], hash, s, len, &head);

			if (at != NULL && head.tag == (uint32_t)tag)
				return (struct texts_found){
				    at + len, head.n_what};
		}
	return (struct texts_found){NULL, 0};
}

uint32_t
texts_tags(const struct texts *t, const char *s, size_t len)
{
	uint64_t hash = hash_of(s, len);
	uint64_t bit;
	struct head head;
	uint32_t tags = 0;

	if ((*filter_of(t, hash, &bit) & bit) != 0)
		for (size_t i = place(t, hash); t->slot[i].at != 0;
		     i = next(t, i))
			if (in_slot(t, &t->slot[i], hash, s, len, &head) !=
			    NULL)
				tags |= UINT32_C(1) << head.tag;
	return tags;
}

static void
put_slot(struct texts *t, uint64_t hash, uint32_t at)
{
	size_t i = place(t, hash);

	while (t->slot[i].at != 0)
		i = next(t, i);
	t->slot[i] = (struct texts_slot){(uint32_t)hash, at};
}

static void
grow(struct texts *t)
{
	struct head head;
	size_t at = 0;

	free(t->slot);
	t->bits++;
	t->slot = mem_new((size_t)1 << t->bits, sizeof(*t->slot));
	for (size_t i = 0; i < t->n; i++) {
		const char *s = t->bytes.s + at + sizeof(head);

		memcpy(&head, t->bytes.s + at, sizeof(head));
		put_slot(t, hash_of(s, head.len), (uint32_t)at + 1);
		at += sizeof(head) + head.len + head.n_what + 1;
	}
}

void
texts_add(struct texts *t, int tag, const char *s, size_t len, const char *what,
    size_t n_what)
{
	const struct head head = {
	    (uint32_t)tag, (uint32_t)len, (uint32_t)n_what};
	uint64_t hash = hash_of(s, len);
	uint64_t bit;
	uint64_t *filter = filter_of(t, hash, &bit);

	if (texts_find(t, tag, s, len).s != NULL)
		return;
	if (len + n_what + sizeof(head) + 1 >= UINT32_MAX - t->bytes.len) {
		errno = EOVERFLOW;
		die_sys("strings of more than 4 GB");
	}
	if (t->n >= (size_t)1 << t->bits >> 1)
		grow(t);
	put_slot(t, hash, (uint32_t)t->bytes.len + 1);
	t->n++;
	*filter |= bit;
	buf_mem(&t->bytes, (const char *)&head, sizeof(head));
	buf_mem(&t->bytes, s, len);
	buf_mem(&t->bytes, what, n_what);
	buf_mem(&t->bytes, "", 1);
}
