#include "image.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mem.h"

enum {
	LANES = 4, /* numbers that are mixed side by side */
	BLOCK = 1 << 16
};

/* A file begins so.  It is mapped: what is not looked at costs nothing. */
struct head {
	char mark[IMAGE_MARK];
	uint64_t key;
	uint64_t size; /* of the file */
};

static uint64_t
with(uint64_t h, uint64_t word)
{
	h = (h ^ word) * UINT64_C(0xD6E8FEB86659FD93);
	return h ^ h >> 32;
}

/* So many bytes from an open file, or less where it ends or fails. */
static size_t
fill(int fd, void *to, size_t size)
{
	size_t n = 0;
	ssize_t got = 1;

	for (; n < size && got > 0; n += (size_t)got) {
		got = read(fd, (char *)to + n, size - n);
		if (got < 0)
			got = 0;
	}
	return n;
}

static int
open_plain(const char *path, struct stat *st)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd != -1 && (fstat(fd, st) != 0 || !S_ISREG(st->st_mode))) {
		(void)close(fd);
		fd = -1;
	}
	return fd;
}

bool
image_add_file(uint64_t *key, const char *path)
{
	static uint64_t block[BLOCK / sizeof(uint64_t)];
	uint64_t lane[LANES] = {1, 2, 3, 4};
	struct stat st;
	uint64_t all = 0;
	int fd = open_plain(path, &st);
	size_t n = BLOCK;

	if (fd == -1)
		return false;
	while (n == BLOCK) {
		n = fill(fd, block, BLOCK);
		memset((char *)block + n, 0, (BLOCK - n) % sizeof(lane));
		for (size_t i = 0; i * sizeof(*lane) < n; i += LANES)
			for (size_t k = 0; k < LANES; k++)
				lane[k] = with(lane[k], block[i + k]);
		all += n;
	}
	(void)close(fd);
	for (size_t k = 0; k < LANES; k++)
		*key = with(*key, lane[k]);
	*key = with(*key, all);
	return all == (uint64_t)st.st_size;
}

/* ---- what is written ---- */

void
image_begin(struct out *x, const char *mark, uint64_t key)
{
	struct head head = {.key = key};

	memcpy(head.mark, mark, IMAGE_MARK);
	out_memory(x);
	image_put(x, &head, sizeof(head));
}

void
image_put(struct out *x, const void *p, size_t size)
{
	if (size > 0)
		out_mem(x, p, size);
	while (x->b.len % sizeof(uint64_t) != 0)
		out_ch(x, '\0');
}

void
image_end(struct out *x, struct out *to)
{
	static const char behind[IMAGE_BEHIND];
	uint64_t size;

	image_put(x, behind, IMAGE_BEHIND);
	size = x->b.len;
	memcpy(x->b.s + offsetof(struct head, size), &size, sizeof(size));
	out_mem(to, x->b.s, x->b.len);
	buf_free(&x->b);
}

/* ---- what is read ---- */

/* Is it one of this mark, key and size? */
static bool
is_it(const struct image *x, const char *mark, uint64_t key)
{
	struct head head;

	memcpy(&head, x->s, sizeof(head));
	return memcmp(head.mark, mark, IMAGE_MARK) == 0 && head.key == key &&
	    head.size == x->len;
}

struct image
image_open(const char *path, const char *mark, uint64_t key)
{
	struct image x = {NULL, 0};
	struct stat st;
	int fd = path == NULL || key == 0 ? -1 : open_plain(path, &st);
	void *p = MAP_FAILED;

	if (fd == -1)
		return x;
	if ((uint64_t)st.st_size >= sizeof(struct head))
		p = mmap(NULL, (size_t)st.st_size, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE, fd, 0);
	(void)close(fd);
	if (p == MAP_FAILED)
		return x;
	x.s = p;
	x.len = (size_t)st.st_size;
	if (!is_it(&x, mark, key))
		image_close(&x);
	return x;
}

void
image_close(struct image *x)
{
	if (x->s != NULL)
		(void)munmap(x->s, x->len);
	*x = (struct image){NULL, 0};
}

char *
image_first(const struct image *x)
{
	return x->s + sizeof(struct head);
}

void *
image_take(char **at, size_t size)
{
	void *p = *at;

	*at += (size + sizeof(uint64_t) - 1) & ~(sizeof(uint64_t) - 1);
	return p;
}
