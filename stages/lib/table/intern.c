#include "intern.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/sorter.h"

enum {
	INLINE = 22,
	SHORT = 16, /* compared as two numbers */
	/* a small table touches few pages of memory: a fresh one costs more
	 * than what is done to it */
	FIRST_SLOTS = 64,
	SMALL = 2048, /* slots, of which three quarters are used, not half */
	FIRST_PAGE = 4000,
	LAST_PAGE = 1 << 20
};

struct intern_page {
	struct intern_page *next;
	size_t size;
	char s[];
};

struct intern_slot {
	uint32_t hash;
	uint32_t id1; /* number + 1; 0 is a free slot */
	uint16_t len; /* 0xFFFF: longer, look it up by number */
	char s[INLINE];
};

_Static_assert(sizeof(struct intern_slot) == 32, "two slots a cache line");

struct intern_key {
	const char *s;
	size_t len;
	uint64_t head[2]; /* the first 16 bytes, 0 behind the end */
	uint32_t hash;
};

static inline uint64_t
load8(const char *s)
{
	uint64_t v;

	memcpy(&v, s, sizeof(v));
	return v;
}

/* Multiply-and-fold; little-endian or not only changes which slot is taken. */
static inline void
set_hash(struct intern_key *k)
{
	const uint64_t m = UINT64_C(0x9E3779B97F4A7C15);
	uint64_t h = k->len * m;

	for (size_t i = SHORT; i < k->len; i++) {
		h = (h ^ (unsigned char)k->s[i]) * m;
		h ^= h >> 29;
	}
	h = (h ^ k->head[0]) * m;
	h ^= h >> 32;
	h = (h ^ k->head[1]) * UINT64_C(0xD6E8FEB86659FD93);
	k->hash = (uint32_t)(h >> 32);
}

static inline uint32_t
load4(const char *s)
{
	uint32_t v;

	memcpy(&v, s, sizeof(v));
	return v;
}

/* Up to eight bytes, zeros behind them. */
static inline uint64_t
load_some(const char *s, size_t len)
{
	uint64_t v = 0;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	/* twice four, which may meet: a copy of any length is slower */
	if (len >= 4)
		return load4(s) |
		    (uint64_t)load4(s + len - 4) << (8 * (len - 4));
#endif
	for (size_t i = 0; i < len; i++)
		((unsigned char *)&v)[i] = (unsigned char)s[i];
	return v;
}

static inline struct intern_key
key_of(const char *s, size_t len)
{
	struct intern_key k = {.s = s, .len = len};

	k.head[0] = len < 8 ? load_some(s, len) : load8(s);
	if (len > 8)
		k.head[1] =
		    len < SHORT ? load_some(s + 8, len - 8) : load8(s + 8);
	set_hash(&k);
	return k;
}

void
intern_open(struct intern *t)
{
	*t = (struct intern){.n_slot = FIRST_SLOTS};
	t->slot = mem_new(t->n_slot, sizeof(*t->slot));
}

void
intern_free(struct intern *t)
{
	struct intern_page *p = t->pages;

	while (p != NULL) {
		struct intern_page *next = p->next;

		free(p);
		p = next;
	}
	free(t->slot);
	free(t->str);
	*t = (struct intern){0};
}

static bool
same_long(const struct intern *t, const struct intern_slot *e,
    const struct intern_key *k)
{
	const struct intern_str *x = &t->str[e->id1 - 1];

	return x->len == k->len && memcmp(x->s, k->s, k->len) == 0;
}

static inline bool
same(const struct intern *t, const struct intern_slot *e,
    const struct intern_key *k)
{
	if (k->len > SHORT)
		return same_long(t, e, k);
	return e->len == k->len && load8(e->s) == k->head[0] &&
	    load8(e->s + 8) == k->head[1];
}

static inline struct intern_slot *
probe(const struct intern *t, const struct intern_key *k)
{
	size_t mask = t->n_slot - 1;
	size_t i = k->hash & mask;

	while (t->slot[i].id1 != 0 &&
	    (t->slot[i].hash != k->hash || !same(t, &t->slot[i], k)))
		i = (i + 1) & mask;
	return &t->slot[i];
}

static void
grow(struct intern *t)
{
	struct intern_slot *old = t->slot;
	size_t n = t->n_slot;
	size_t mask = n * 2 - 1;

	t->slot = mem_new(n * 2, sizeof(*t->slot));
	t->n_slot = n * 2;
	for (size_t i = 0; i < n; i++)
		if (old[i].id1 != 0) {
			size_t j = old[i].hash & mask;

			while (t->slot[j].id1 != 0)
				j = (j + 1) & mask;
			t->slot[j] = old[i];
		}
	free(old);
}

/* Room for so many bytes, in a page twice as large as the last. */
static void
add_page(struct intern *t, size_t len)
{
	size_t size = t->pages == NULL ? FIRST_PAGE : t->pages->size * 2;
	struct intern_page *p;
	size_t cap = 0;

	if (size > LAST_PAGE)
		size = LAST_PAGE;
	if (size < len)
		size = len;
	p = mem_grow(NULL, &cap, sizeof(*p) + size, 1); /* not cleared */
	p->next = t->pages;
	p->size = size;
	t->pages = p;
	t->page = p->s;
	t->page_left = size;
}

/* Strings lie behind one another in pages that begin with a link. */
static const char *
keep(struct intern *t, const char *s, size_t len)
{
	char *to;

	if (len + 1 > t->page_left)
		add_page(t, len + 1);
	to = t->page;
	memcpy(to, s, len);
	to[len] = '\0';
	t->page += len + 1;
	t->page_left -= len + 1;
	return to;
}

static uint32_t
add_new(struct intern *t, const struct intern_key *k)
{
	struct intern_slot *e;

	if (t->n == UINT32_MAX - 1) {
		errno = EOVERFLOW;
		die_sys("more than 4 billion different strings");
	}
	if (t->n >= t->n_slot / 4 * (t->n_slot <= SMALL ? 3 : 2))
		grow(t);
	e = probe(t, k);
	t->str = mem_grow(t->str, &t->cap, (size_t)t->n + 1, sizeof(*t->str));
	t->str[t->n] = (struct intern_str){keep(t, k->s, k->len), k->len};
	e->hash = k->hash;
	e->len = 0xFFFF;
	if (k->len <= INLINE) {
		e->len = (uint16_t)k->len;
		memcpy(e->s, k->s, k->len);
	}
	e->id1 = ++t->n;
	return t->n - 1;
}

uint32_t
intern_add(struct intern *t, const char *s, size_t len)
{
	struct intern_key k = key_of(s, len);
	const struct intern_slot *e = probe(t, &k);

	return e->id1 != 0 ? e->id1 - 1 : add_new(t, &k);
}

void
intern_ahead(const struct intern *t, const char *s, size_t len)
{
	struct intern_key k = key_of(s, len);

	__builtin_prefetch(&t->slot[k.hash & (t->n_slot - 1)]);
}

uint32_t
intern_find(const struct intern *t, const char *s, size_t len)
{
	struct intern_key k = key_of(s, len);
	const struct intern_slot *e = probe(t, &k);

	return e->id1 != 0 ? e->id1 - 1 : UINT32_MAX;
}

/* Strings of the same first bytes, by all of them. */
struct ranked {
	const struct intern_str *str;
	uint32_t id;
};

_Static_assert(
    sizeof(struct ranked) <= 2 * sizeof(uint64_t), "they fit into records");

static int
by_bytes(const void *a, const void *b)
{
	const struct ranked *x = a;
	const struct ranked *y = b;
	size_t n = x->str->len < y->str->len ? x->str->len : y->str->len;
	int c = memcmp(x->str->s, y->str->s, n);

	if (c != 0)
		return c;
	return (x->str->len > y->str->len) - (x->str->len < y->str->len);
}

/* The first eight bytes, big-endian. */
static uint64_t
head_of(const struct intern_str *str)
{
	uint64_t head = 0;

	for (size_t k = 0; k < sizeof(head); k++)
		head =
		    head << 8 | (k < str->len ? (unsigned char)str->s[k] : 0);
	return head;
}

/* Records of head and number, in the order of the heads: of n with the same
 * one. */
static void
order_same(const struct intern *t, uint64_t *rec, size_t n, struct ranked *r)
{
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ranked){
		    &t->str[rec[2 * i + 1]], (uint32_t)rec[2 * i + 1]};
	qsort(r, n, sizeof(*r), by_bytes);
	for (size_t i = 0; i < n; i++)
		rec[2 * i + 1] = r[i].id;
}

void
intern_rank(const struct intern *t, uint32_t **rank, uint32_t **order)
{
	uint64_t *a = mem_new(2 * (size_t)t->n, sizeof(*a));
	uint64_t *spare = mem_new(2 * (size_t)t->n, sizeof(*spare));
	uint64_t *rec;
	size_t n;

	*rank = mem_new(t->n, sizeof(**rank));
	*order = mem_new(t->n, sizeof(**order));
	for (size_t i = 0; i < t->n; i++) {
		a[2 * i] = head_of(&t->str[i]);
		a[2 * i + 1] = i;
	}
	rec = radix_sort_by(a, spare, t->n, 2, 1);
	for (size_t i = 0; i < t->n; i += n) {
		for (n = 1; i + n < t->n && rec[2 * (i + n)] == rec[2 * i];)
			n++;
		if (n > 1) /* the other records have room for them */
			order_same(
			    t, rec + 2 * i, n, (void *)(rec == a ? spare : a));
	}
	for (uint32_t i = 0; i < t->n; i++) {
		(*order)[i] = (uint32_t)rec[2 * (size_t)i + 1];
		(*rank)[(*order)[i]] = i;
	}
	free(a);
	free(spare);
}
