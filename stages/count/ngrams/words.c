#include "words.h"

#include <errno.h>
#include <stdlib.h>

#include "gram_sorted.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"

enum {
	FIRST = 1 << 10, /* slots to begin with: few pages of memory */
	LARGE = 1 << 16, /* slots of a large page */
};

_Static_assert(sizeof(struct words_slot) == 32, "two slots a line of cache");

static void
new_slots(struct words *t, size_t n)
{
	size_t size = n * sizeof(*t->slot);

	t->slot = gram_new_large(size / sizeof(uint64_t));
	memset(t->slot, 0, size);
	t->n_slot = n;
}

void
words_open(struct words *t)
{
	*t = (struct words){0};
	intern_open(&t->longer);
	new_slots(t, FIRST);
}

void
words_free(struct words *t)
{
	free(t->slot);
	free(t->word);
	intern_free(&t->longer);
	*t = (struct words){0};
}

/* The slot of the key, free or not. */
static struct words_slot *
probe(const struct words *t, const uint64_t *head)
{
	size_t i = words_place(t, head);

	while (i == 0 ||
	    (t->slot[i].key[0] != 0 &&
		(t->slot[i].key[0] != head[0] || t->slot[i].key[1] != head[1])))
		i = (i + 1) & (t->n_slot - 1);
	return &t->slot[i];
}

static void
grow(struct words *t)
{
	struct words_slot *old = t->slot;
	size_t n = t->n_slot;

	new_slots(t, n < LARGE ? n * 4 : n * 2);
	for (size_t i = 0; i < n; i++)
		if (old[i].key[0] != 0)
			*probe(t, old[i].key) = old[i];
	free(old);
}

static uint32_t
next_id1(struct words *t)
{
	if (t->n == UINT32_MAX - 1) {
		errno = EOVERFLOW;
		die_sys("more than 4 billion different values");
	}
	return ++t->n;
}

static struct word *
get_short(struct words *t, const struct words_key *k)
{
	struct words_slot *e = probe(t, k->head);

	if (e->key[0] != 0)
		return &e->word;
	if (t->n_short >= t->n_slot / 4 * 3) {
		grow(t);
		e = probe(t, k->head);
	}
	e->key[0] = k->head[0];
	e->key[1] = k->head[1];
	e->word.id1 = next_id1(t);
	t->n_short++;
	return &e->word;
}

static struct word *
get_long(struct words *t, const struct words_key *k)
{
	uint32_t n = t->longer.n;
	uint32_t id = intern_add(&t->longer, k->s, k->len);

	if (id == n) {
		t->word =
		    mem_grow(t->word, &t->cap, (size_t)n + 1, sizeof(*t->word));
		t->word[id] = (struct word){0, next_id1(t)};
	}
	return &t->word[id];
}

struct word *
words_get(struct words *t, const struct words_key *k)
{
	return k->len <= WORDS_KEY ? get_short(t, k) : get_long(t, k);
}

void
words_each(const struct words *t, void (*each)(void *arg, const struct word *w),
    void *arg)
{
	for (size_t i = 0; i < t->n_slot; i++)
		if (t->slot[i].key[0] != 0)
			each(arg, &t->slot[i].word);
	for (uint32_t i = 0; i < t->longer.n; i++)
		each(arg, &t->word[i]);
}
