/* mem - growth, and sizes that no memory holds. */
#include <stdint.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "tap_io.h"

static void
arrays(void)
{
	unsigned char *p = mem_new(1000, 3);
	bool zero = true;

	for (size_t i = 0; i < 3000; i++)
		zero = zero && p[i] == 0;
	ok(zero, "a new array is zeroed");
	free(p);
	p = mem_new(0, 8);
	ok(p != NULL, "one of nothing is a place all the same");
	free(p);
}

static void
growth(void)
{
	uint32_t *p = NULL;
	size_t cap = 0;
	size_t moves = 0;
	bool kept = true;

	for (uint32_t i = 0; i < 100000; i++) {
		size_t was = cap;

		p = mem_grow(p, &cap, (size_t)i + 1, sizeof(*p));
		kept = kept && cap > i;
		if (cap != was) {
			kept = kept && cap >= was * 2;
			moves++;
		}
		p[i] = i;
	}
	for (uint32_t i = 0; i < 100000; i++)
		kept = kept && p[i] == i;
	ok(kept, "what was there stays, the room doubles");
	ok(moves < 20, "few moves");
	is_u64(cap % 16, 0, "from 16 on");
	p = mem_grow(p, &cap, 10 * cap, sizeof(*p));
	is_u64(cap % 10, 0, "at once what is asked for");
	ok(mem_grow(p, &cap, cap, sizeof(*p)) == p, "enough: nothing moves");
	ok(mem_grow(p, &cap, 0, sizeof(*p)) == p, "nothing: nothing moves");
	free(p);
}

static void
copies(void)
{
	char *s = mem_copy("a\0b", 3);

	ok(memcmp(s, "a\0b\0", 4) == 0, "a copy with a NUL in it and behind");
	free(s);
	s = mem_copy(NULL, 0);
	is_str(s, "", "a copy of nothing");
	free(s);
}

static void
buffers(void)
{
	struct buf b = {0};
	char want[3001];

	buf_mem(&b, NULL, 0);
	is_str(b.s, "", "nothing appended: an empty string");
	buf_str(&b, "ab");
	buf_mem(&b, "c\0d", 3);
	is_u64(b.len, 5, "the length counts NUL bytes");
	ok(memcmp(b.s, "abc\0d\0", 6) == 0, "a NUL behind");
	b.len = 0;
	buf_str(&b, "x");
	is_str(b.s, "x", "used again");
	buf_fmt(&b, " %.*s %d", 2, "abc", 3);
	is_str(b.s, "x ab 3", "by a format");
	b.len = 0;
	for (size_t i = 0; i < 3000; i++) {
		want[i] = (char)('a' + i % 26);
		buf_mem(&b, want + i, 1);
	}
	want[3000] = '\0';
	is_str(b.s, want, "byte by byte");
	buf_room(&b, 5000);
	ok(b.len == 3000 && b.cap > 8000, "room behind what is there");
	ok(memcmp(b.s, want, 3000) == 0, "which stays");
	buf_free(&b);
	ok(b.s == NULL && b.len == 0 && b.cap == 0, "freed: an empty one");
	buf_str(&b, "");
	is_str(b.s, "", "to be used again");
	buf_free(&b);
}

struct size {
	size_t cap;
	size_t need;
	size_t size;
};

static void
grow(void *arg)
{
	struct size *s = arg;

	free(mem_grow(NULL, &s->cap, s->need, s->size));
}

static void
room(void *arg)
{
	struct buf b = {.len = 10};

	buf_room(&b, *(size_t *)arg);
	buf_free(&b);
}

#ifndef __SANITIZE_ADDRESS__ /* which ends the program itself */
static void
make(void *arg)
{
	const struct size *s = arg;

	free(mem_new(s->need, s->size));
}
#endif

/* Arrays that have a map of their own, which may be moved, twice. */
static void
large(void)
{
	const size_t n = (size_t)20 << 20;
	uint32_t *p = NULL;
	uint32_t *q = NULL;
	size_t cap_p = 0;
	size_t cap_q = 0;
	bool kept = true;

	for (size_t i = 0; i < n; i++) {
		p = mem_grow(p, &cap_p, i + 1, sizeof(*p));
		q = mem_grow(q, &cap_q, i + 1, sizeof(*q));
		p[i] = (uint32_t)i;
		q[i] = ~(uint32_t)i;
	}
	for (size_t i = 0; i < n; i++)
		kept = kept && p[i] == (uint32_t)i && q[i] == ~(uint32_t)i;
	ok(kept, "of 80 MB what was there stays");
	free(p);
	free(q);
	p = mem_new(n, sizeof(*p));
	kept = true;
	for (size_t i = 0; i < n; i++)
		kept = kept && p[i] == 0;
	ok(kept, "80 MB are cleared");
	mem_large(p + 1, 3); /* less than a page: nothing happens */
	ok(p[1] == 0, "as they were");
	free(p);
}

/* Sizes whose product or double is small again if it is not checked. */
static void
guards(void)
{
	struct size half = {0, SIZE_MAX / 2 + 1, 1};
	struct size cap = {SIZE_MAX / 2 + 1, SIZE_MAX / 2 + 2, 1};
	struct size product = {0, SIZE_MAX / 8 + 2, 8};
	struct size all = {0, SIZE_MAX, 1};
	size_t max = SIZE_MAX;
	size_t end = SIZE_MAX - 10;

	dies(grow, &half, RC_SYS, "memory: ", "more than half of all");
	dies(grow, &cap, RC_SYS, "memory: ", "a room that cannot double");
	dies(grow, &product, RC_SYS, "memory: ", "a product past the end");
	dies(grow, &all, RC_SYS, "memory: ", "all there is");
	dies(room, &max, RC_SYS, "memory: ", "behind what is there");
	dies(room, &end, RC_SYS, "memory: ", "no place for the NUL");
#ifndef __SANITIZE_ADDRESS__
	dies(make, &product, RC_SYS, "memory: ", "a new array past the end");
	half.size = 1;
	dies(make, &half, RC_SYS, "memory: ", "a new array of half of all");
	product.need = SIZE_MAX / 8 - 1;
	dies(grow, &product, RC_SYS, "memory: ", "what the system refuses");
#endif
}

int
main(void)
{
	err_init("mem");
	arrays();
	growth();
	large();
	copies();
	buffers();
	guards();
	return done();
}
