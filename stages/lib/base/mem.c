#include "mem.h"

#include <errno.h>
#include <limits.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "err.h"

#if defined(__linux__) && !defined(MADV_COLLAPSE)
#define MADV_COLLAPSE 25 /* Linux 6.1, not in every header */
#endif

enum {
	LARGE_PAGE = 2 << 20,
	SMALL = 16 << 10,        /* bytes before the first large page */
	LEAD = SMALL / 2,        /* more than malloc_trim() leaves */
	FIRST = 32 * LARGE_PAGE, /* of addresses; memory as it is touched */
	OWN = 16 * LARGE_PAGE    /* from here on a block has a map of its own:
				  * the most that malloc() takes */
};

/* How far it is from p to the next large page. */
static size_t
to_page(const void *p)
{
	return (LARGE_PAGE - (uintptr_t)p % LARGE_PAGE) % LARGE_PAGE;
}

void
mem_large(void *p, size_t size)
{
	size_t off = to_page(p);

#ifdef MADV_HUGEPAGE
	if (size > off)
		(void)madvise((char *)p + off, size - off, MADV_HUGEPAGE);
#endif
}

/* A block of which the first full bytes were touched, elsewhere it may be. */
static void *
checked(void *p, size_t size, size_t full)
{
	if (p == NULL)
		die_sys("memory");
	if (size >= OWN)
		mem_large(p, size);
#ifdef MADV_COLLAPSE
	if (full >= OWN) /* a map that was moved is in small pages */
		(void)madvise(
		    (char *)p + to_page(p), full - to_page(p), MADV_COLLAPSE);
#endif
	return p;
}

void *
mem_new(size_t n, size_t size)
{
	return checked(calloc(n > 0 ? n : 1, size), n * size, 0);
}

void *
mem_block(size_t size)
{
	return checked(malloc(size > 0 ? size : 1), size, 0);
}

/* Whether addresses, not memory, may be what runs out. */
static bool
is_limited(int what)
{
	struct rlimit most;

	return getrlimit((unsigned)what, &most) != 0 ||
	    most.rlim_cur != RLIM_INFINITY;
}

/* A page that was touched stays small.  malloc() writes where its memory begins
 * and behind what it gives: both are to lie before the first large page. */
void
mem_start(void)
{
	size_t off;
	char *end;
	char *first;

	if (is_limited(RLIMIT_AS) || is_limited(RLIMIT_DATA))
		return;
	(void)malloc_trim(0);
	if ((end = sbrk(0)) == (void *)-1)
		return;
	off = to_page(end + SMALL);
	if (sbrk((intptr_t)off) == (void *)-1)
		return;
	end += off + SMALL;
	(void)mallopt(M_TOP_PAD, FIRST);
	(void)mallopt(M_TRIM_THRESHOLD, INT_MAX);
	(void)mallopt(M_MMAP_THRESHOLD, OWN);
	(void)mallopt(M_ARENA_MAX, 1); /* threads as well */
	first = mem_new(LEAD, 1);
	if ((char *)sbrk(0) > end)
		mem_large(end, (size_t)((char *)sbrk(0) - end));
	free(first);
}

void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	size_t n = *cap;

	if (need <= n)
		return p;
	if (n > SIZE_MAX / 2 || need > SIZE_MAX / 2) {
		errno = ENOMEM;
		die_sys("memory");
	}
	n = n * 2 > need ? n * 2 : need;
	if (n < 16)
		n = 16;
	if (n > SIZE_MAX / size) {
		errno = ENOMEM;
		die_sys("memory");
	}
	p = checked(realloc(p, n * size), n * size, *cap * size);
	*cap = n;
	return p;
}

char *
mem_copy(const char *s, size_t len)
{
	char *p = mem_new(len + 1, 1);

	if (len > 0) /* else s may be NULL */
		memcpy(p, s, len);
	return p;
}

char *
mem_string(const char *s)
{
	return mem_copy(s, strlen(s));
}

char *
mem_join(const char *a, const char *b, const char *c)
{
	struct buf s = {0};

	buf_str(&s, a);
	buf_str(&s, b);
	buf_str(&s, c);
	return s.s;
}

/* What the machine has; a budget beyond it would only be refused. */
static unsigned long long
machine_memory(void)
{
	long pages = sysconf(_SC_PHYS_PAGES);
	long page = sysconf(_SC_PAGESIZE);

	if (pages <= 0 || page <= 0)
		return SIZE_MAX;
	return (unsigned long long)pages * (unsigned long long)page;
}

size_t
mem_budget(int letter, const char *arg)
{
	static const char units[] = "KMGT";
	char *end;
	const char *unit;
	unsigned long long v;
	unsigned shift = 0;

	errno = 0;
	v = strtoull(arg, &end, 10);
	if (errno == 0 && *arg >= '0' && *arg <= '9' && *end != '\0' &&
	    end[1] == '\0' && (unit = strchr(units, *end)) != NULL) {
		shift = 10 * (unsigned)(unit - units + 1);
		end++;
	}
	if (errno != 0 || *arg < '0' || *arg > '9' || *end != '\0' || v == 0 ||
	    v > SIZE_MAX >> shift)
		die_usage("option -%c: '%s' is not a size in bytes (1000000, "
			  "64K, 512M, 2G)",
		    letter, arg);
	v <<= shift;
	return (size_t)(v < machine_memory() ? v : machine_memory());
}

void
mem_over(size_t need, const char *advice)
{
	char what[512];

	(void)snprintf(what, sizeof(what),
	    "option -M: %zu MiB at least are needed: %s",
	    need / ((size_t)1 << 20) + 1, advice);
	errno = ENOMEM;
	die_sys(what);
}

void
buf_room(struct buf *b, size_t n)
{
	if (b->cap > b->len && n < b->cap - b->len) /* and for the NUL */
		return;
	if (n > SIZE_MAX - 1 - b->len) {
		errno = ENOMEM;
		die_sys("memory");
	}
	b->s = mem_grow(b->s, &b->cap, b->len + n + 1, 1);
}

void
buf_mem(struct buf *b, const char *s, size_t len)
{
	buf_room(b, len);
	if (len > 0)
		memcpy(b->s + b->len, s, len);
	b->len += len;
	b->s[b->len] = '\0';
}

void
buf_str(struct buf *b, const char *s)
{
	buf_mem(b, s, strlen(s));
}

void
buf_u64(struct buf *b, uint64_t v)
{
	char d[20];
	size_t i = sizeof(d);

	do
		d[--i] = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	buf_mem(b, d + i, sizeof(d) - i);
}

void
buf_free(struct buf *b)
{
	free(b->s);
	*b = (struct buf){0};
}

void
buf_fmt(struct buf *b, const char *format, ...)
{
	va_list ap;
	int n;

	va_start(ap, format);
	n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (n < 0)
		die_sys("format");
	buf_room(b, (size_t)n);
	va_start(ap, format);
	(void)vsnprintf(b->s + b->len, (size_t)n + 1, format, ap);
	va_end(ap);
	b->len += (size_t)n;
}
