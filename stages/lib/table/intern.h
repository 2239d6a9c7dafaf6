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

/* Bytes that the table takes, about; strings are 16 bytes in the mean. */
static inline size_t
intern_memory(const struct intern *t)
{
	return t->n_slot * 32 + t->cap * sizeof(*t->str) + (size_t)t->n * 16;
}

#endif
