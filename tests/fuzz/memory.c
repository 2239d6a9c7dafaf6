#include "memory.h"

#include <errno.h>
#include <sanitizer/asan_interface.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "calls.h"

enum {
	ZONE = 16, /* poisoned bytes in front of a block, its head there */
	AFTER = 32,
	MARK = 0x7EADBEE5,
	FREED = 0x7EADF4EE,
	BIG = 16 * 1024, /* blocks that are used again within a run */
	CLASSES = 48
};

struct head {
	uint64_t size; /* that was asked for */
	uint32_t mark;
	uint32_t room; /* log2 of what a BIG block has, 0 of others */
};

static char *base;
static size_t top;    /* of this run */
static size_t beyond; /* poisoned up to here */
static int filler = -1;
static bool refused;
static char *spare[CLASSES]; /* freed big blocks, each points to the next */

void
memory_start(int fill)
{
	if (base == NULL) {
		base = mmap(NULL, MEMORY_MOST, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
		if (base == MAP_FAILED)
			abort();
	}
	filler = fill;
	refused = false;
}

void
memory_end(void)
{
	enum {
		KEEP = 64 << 20
	};

	__asan_poison_memory_region(base, top);
	if (top > KEEP)
		(void)madvise(base + KEEP, top - KEEP, MADV_DONTNEED);
	top = 0;
	memset(spare, 0, sizeof(spare));
}

bool
memory_refused(void)
{
	return refused;
}

static struct head *
head_of(void *p)
{
	return (struct head *)((char *)p - ZONE);
}

static bool
is_ours(const void *p)
{
	return (const char *)p >= base && (const char *)p < base + MEMORY_MOST;
}

static void
spoilt(const char *what, void *p)
{
	fprintf(stderr, "fuzz: %s of %p\n", what, p);
	abort();
}

/* What is left of a block that was freed, or fresh memory. */
static char *
take(size_t size, size_t align, unsigned *room)
{
	size_t from;

	*room = 0;
	if (size >= BIG && align <= ZONE) {
		*room = 64 - (unsigned)__builtin_clzl(size - 1);
		size = (size_t)1 << *room;
		if (*room < CLASSES && spare[*room] != NULL) {
			char *p = spare[*room];

			spare[*room] = *(char **)(void *)p;
			return p;
		}
	}
	from = (top + ZONE + align - 1) / align * align;
	if (size > MEMORY_MOST || from + size + AFTER > MEMORY_MOST) {
		refused = true;
		errno = ENOMEM;
		return NULL;
	}
	top = (from + size + AFTER + ZONE - 1) / ZONE * ZONE;
	if (top > beyond) {
		__asan_poison_memory_region(base + beyond, top - beyond);
		beyond = top;
	}
	return base + from;
}

static void *
give(size_t size, size_t align)
{
	unsigned room;
	char *p = take(size, align, &room);

	if (p == NULL)
		return NULL;
	*head_of(p) = (struct head){size, MARK, room};
	__asan_unpoison_memory_region(p, size);
	if (filler >= 0)
		memset(p, filler, size);
	return p;
}

/* ---- the names that the program's calls are given (fuzz.sh) ---- */

void *
fuzz_malloc(size_t size)
{
	return give(size, ZONE);
}

void *
fuzz_calloc(size_t n, size_t size)
{
	void *p;

	if (size > 0 && n > SIZE_MAX / size) {
		errno = ENOMEM;
		return NULL;
	}
	p = give(n * size, ZONE);
	if (p != NULL)
		memset(p, 0, n * size);
	return p;
}

void
fuzz_free(void *p)
{
	struct head *h;

	if (p == NULL)
		return;
	if (!is_ours(p)) { /* the C library's own */
		free(p);
		return;
	}
	h = head_of(p);
	if ((uintptr_t)p % ZONE != 0 || (h->mark != MARK && h->mark != FREED))
		spoilt("free() of what malloc() did not give,", p);
	if (h->mark == FREED)
		spoilt("second free()", p);
	h->mark = FREED;
	__asan_poison_memory_region(p, h->size);
	if (h->room > 0 && h->room < CLASSES) {
		*(char **)p = spare[h->room];
		spare[h->room] = p;
	}
}

void *
fuzz_realloc(void *p, size_t size)
{
	size_t old;
	void *to;

	if (p != NULL && !is_ours(p))
		return realloc(p, size);
	if (p != NULL && head_of(p)->mark != MARK)
		spoilt("realloc()", p);
	to = give(size, ZONE);
	if (p == NULL || to == NULL)
		return to;
	old = head_of(p)->size;
	memcpy(to, p, old < size ? old : size);
	fuzz_free(p);
	return to;
}

int
fuzz_posix_memalign(void **to, size_t align, size_t size)
{
	*to = give(size, align < ZONE ? ZONE : align);
	return *to == NULL ? ENOMEM : 0;
}

void *
fuzz_mmap(void *at, size_t size, int prot, int flags, int fd, off_t from)
{
	enum {
		PAGE = 4096
	};
	void *p;

	(void)at;
	(void)prot;
	(void)from;
	if (fd != -1 || !(flags & MAP_ANONYMOUS)) {
		errno = ENODEV;
		return MAP_FAILED;
	}
	p = give(size, PAGE);
	if (p == NULL)
		return MAP_FAILED;
	memset(p, 0, size);
	return p;
}

int
fuzz_munmap(void *p, size_t size)
{
	(void)size;
	fuzz_free(p);
	return 0;
}

int
fuzz_madvise(void *p, size_t size, int what)
{
	(void)p;
	(void)size;
	(void)what;
	return 0;
}

void *
fuzz_sbrk(ptrdiff_t by)
{
	(void)by;
	errno = ENOMEM;
	return MAP_FAILED;
}

int
fuzz_malloc_trim(size_t pad)
{
	(void)pad;
	return 0;
}

char *
fuzz_strdup(const char *s)
{
	size_t len = strlen(s) + 1;
	char *p = fuzz_malloc(len);

	if (p != NULL)
		memcpy(p, s, len);
	return p;
}
