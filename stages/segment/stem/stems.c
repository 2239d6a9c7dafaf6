#include "stems.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stream/vrt.h"
#include "segment/common/columns.h"

enum {
	FIRST = 1 << 16 /* slots to begin with: one huge page */
};

_Static_assert(sizeof(struct stems_slot) == 32, "two slots a line of cache");

/* One more than n: out_copy() reads behind a stem. */
static size_t
bytes_of(size_t n)
{
	return (n + 1) * sizeof(struct stems_slot);
}

/* Fresh pages for n slots.  They are filled without any order, so that huge
 * ones save a fault each and most misses of the page tables. */
static void
new_slots(struct stems *t, size_t n)
{
	size_t size = bytes_of(n);
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		die_sys("memory");
	mem_large(p, size);
	t->slot = p;
	t->n_slot = n;
}

static void
free_slots(struct stems_slot *slot, size_t n)
{
	(void)munmap(slot, bytes_of(n));
}

void
stems_open(struct stems *t, const char *overrides)
{
	*t = (struct stems){0};
	stemmer_open(&t->stemmer, overrides);
	intern_open(&t->longer);
	new_slots(t, FIRST);
}

static void
free_stem(const struct stem *e)
{
	char *p;

	if (e->len != STEMS_LONG)
		return;
	memcpy(&p, e->s, sizeof(p));
	free(p);
}

void
stems_close(struct stems *t)
{
	for (size_t i = 0; i < t->n_slot; i++)
		free_stem(&t->slot[i].stem);
	for (uint32_t i = 0; i < t->longer.n; i++)
		free_stem(&t->stem[i]);
	stemmer_close(&t->stemmer);
	intern_free(&t->longer);
	free_slots(t->slot, t->n_slot);
	free(t->stem);
	buf_free(&t->tmp);
	buf_free(&t->esc);
}

/* A form not seen before: form and stem as the stream writes them. */
static void
make_stem(struct stems *t, struct stem *e, const char *form, size_t len)
{
	const char *stem;

	t->tmp.len = 0;
	t->esc.len = 0;
	buf_mem(&t->tmp, "", 0); /* an empty form is a string too */
	vrt_plain(&t->tmp, form, len);
	stem = stemmer_stem(&t->stemmer, t->tmp.s, t->tmp.len, &len);
	vrt_escape(&t->esc, stem, len);
	if (t->esc.len <= STEMS_INLINE) {
		memcpy(e->s, t->esc.s, t->esc.len);
		e->len = (uint8_t)t->esc.len;
	} else {
		char *p = mem_new(t->esc.len + COLUMNS_SLACK, 1);

		memcpy(p, t->esc.s, t->esc.len);
		memcpy(e->s, &p, sizeof(p));
		e->len = STEMS_LONG;
	}
}

/* The slot of the key, free or not. */
static struct stems_slot *
probe(const struct stems *t, const uint64_t *head, uint64_t hash)
{
	size_t i = hash & (t->n_slot - 1);

	while (t->slot[i].key[0] != 0 &&
	    (t->slot[i].key[0] != head[0] || t->slot[i].key[1] != head[1]))
		i = (i + 1) & (t->n_slot - 1);
	return &t->slot[i];
}

static void
grow(struct stems *t)
{
	struct stems_slot *old = t->slot;
	size_t n = t->n_slot;

	new_slots(t, n * 2);
	for (size_t i = 0; i < n; i++)
		if (old[i].key[0] != 0) {
			const char *form = (const char *)old[i].key;
			struct stems_key k;

			stems_key(t, &k, form, strnlen(form, STEMS_KEY));
			*probe(t, k.head, k.hash) = old[i];
		}
	free_slots(old, n);
}

static const struct stem *
get_short(
    struct stems *t, const struct stems_key *k, const char *form, size_t len)
{
	struct stems_slot *e = probe(t, k->head, k->hash);

	if (e->key[0] != 0)
		return &e->stem;
	if (t->n >= t->n_slot / 3 * 2) {
		grow(t);
		e = probe(t, k->head, k->hash);
	}
	make_stem(t, &e->stem, form, len);
	memcpy(e->key, k->head, sizeof(e->key));
	t->n++;
	return &e->stem;
}

static const struct stem *
get_long(struct stems *t, const char *form, size_t len)
{
	uint32_t n = t->longer.n;
	uint32_t id = intern_add(&t->longer, form, len);

	if (id == n) {
		/* one more, to be read behind the last */
		t->stem = mem_grow(
		    t->stem, &t->cap, (size_t)id + 3, sizeof(*t->stem));
		make_stem(t, &t->stem[id], form, len);
	}
	return &t->stem[id];
}

const struct stem *
stems_get(
    struct stems *t, const struct stems_key *k, const char *form, size_t len)
{
	return stems_has_key(len) ? get_short(t, k, form, len)
				  : get_long(t, form, len);
}
