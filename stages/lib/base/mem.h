/* mem - memory or exit 3; sizes checked for overflow. */
#ifndef MEM_H
#define MEM_H

#include <stddef.h>
#include <stdint.h>

/* For the start of a program: malloc()'s memory lies in large pages, where the
 * system has them.  A program of a pipeline lives some milliseconds, and the
 * first touch of each page of 4 KiB would be most of them.  Only speed. */
void mem_start(void);
/* Asks for large pages of the size bytes at p, which nothing touched. */
void mem_large(void *p, size_t size);
void *mem_new(size_t n, size_t size); /* zeroed array; free() it */
/* malloc() or exit 3, for a library that takes one: not all of them tell that
 * it was memory that they lacked. */
void *mem_block(size_t size);
/* Room for at least need elements of size bytes: returns p or its new place,
 * doubled at least, the added part not cleared; *cap counts elements. */
void *mem_grow(void *p, size_t *cap, size_t need, size_t size);
char *mem_copy(const char *s, size_t len); /* with a NUL behind */
char *mem_string(const char *s);           /* a copy */
char *mem_join(const char *a, const char *b, const char *c); /* one string */
/* A memory budget as options give it: "1000000", "64K", "512M", "2G"; the
 * machine's memory where it is more than that; or exit 2. */
size_t mem_budget(int letter, const char *arg);
/* Exit 3: so many bytes at least are needed, more than the budget; what to do.
 */
void mem_over(size_t need, const char *advice) __attribute__((noreturn));

/* A growable run of bytes; all zero is an empty one. */
struct buf {
	char *s; /* owned; NUL behind after buf_str() or buf_mem() */
	size_t len;
	size_t cap;
};

void buf_room(struct buf *b, size_t n); /* n more bytes fit behind len */
void buf_mem(struct buf *b, const char *s, size_t len);
void buf_str(struct buf *b, const char *s);
void buf_u64(struct buf *b, uint64_t v); /* its digits */
void buf_fmt(struct buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buf_free(struct buf *b);

#endif
