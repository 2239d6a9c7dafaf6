/* intern - byte strings to numbers 0, 1, 2 ... in order of first sight.
 *
 * A slot is 32 bytes and holds strings of up to 22 bytes itself, so that a
 * lookup costs one cache line.  The hash is fixed: runs are reproducible, and
 * nothing may depend on the order of the slots. */
#ifndef INTERN_H
#define INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct intern_slot;
struct intern_page;

struct intern_str {
	const char *s; /* owned by the table, NUL behind */
	size_t len;
};

struct intern {
	struct intern_slot *slot;
	size_t n_slot;          /* a power of two */
	struct intern_str *str; /* by number */
	size_t cap;
	uint32_t n; /* strings held */
	char *page; /* where the next string's bytes go */
	size_t page_left;
	struct intern_page *pages; /* all of them, the newest first */
};

void intern_open(struct intern *t);
void intern_free(struct intern *t);
/* The number of s, given if it is new. */
uint32_t intern_add(struct intern *t, const char *s, size_t len);
/* Asks memory for where intern_add() of s will look first; only speed. */
void intern_ahead(const struct intern *t, const char *s, size_t len);
/* The number of s, or UINT32_MAX. */
uint32_t intern_find(const struct intern *t, const char *s, size_t len);
/* rank[number] in the order of the bytes; order[rank] is the number.  Both
 * have t->n elements and are the caller's to free. */
void intern_rank(const struct intern *t, uint32_t **rank, uint32_t **order);

static inline const char *
intern_s(const struct intern *t, uint32_t id, size_t *len)
{
	*len = t->str[id].len;
	return t->str[id].s;
}

/* For tables of their own, where a number is not enough: the first bytes of a
 * string as two numbers, zeros behind its end, by which short strings are found
 * without a look at their length.  INTERN_HEAD bytes can be read from s on,
 * whatever len is. */
enum {
	INTERN_HEAD = 16
};
static inline void
intern_head(uint64_t *head, const char *s, size_t len)
{
	static const uint64_t mask[] = {~UINT64_C(0), ~UINT64_C(0), 0, 0};
	size_t n = len <= INTERN_HEAD ? len : INTERN_HEAD;
	uint64_t x[2];
	uint64_t m[2];

	memcpy(x, s, INTERN_HEAD);
	memcpy(m, (const char *)mask + INTERN_HEAD - n, INTERN_HEAD);
	head[0] = x[0] & m[0];
	head[1] = x[1] & m[1];
}

static inline uint64_t
intern_head_hash(const uint64_t *head)
{
	uint64_t h = (head[0] ^ head[1] * UINT64_C(0xD6E8FEB86659FD93)) *
	    UINT64_C(0x9E3779B97F4A7C15);

	return h ^ h >> 32;
}

/* Bytes that the table takes, about; strings are 16 bytes in the mean. */
static inline size_t
intern_memory(const struct intern *t)
{
	return t->n_slot * 32 + t->cap * sizeof(*t->str) + (size_t)t->n * 16;
}

#endif
