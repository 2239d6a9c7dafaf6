#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "calls.h"
#include "files.h"
#include "nodes.h"

enum {
	MOST_OPEN = 256,
	FIRST_FD = 1000, /* so none is one of this process */
	MOST_WRITTEN = 64 << 20
};

struct handle {
	struct node *n; /* NULL: closed */
	size_t at;
	bool append;
};

void (*files_flood)(void);

static struct handle open_file[MOST_OPEN];
static struct handle input;      /* descriptor 0 */
static struct handle redirected; /* descriptor 1, if it is a file */
static bool is_shut[3];
static struct bytes output[3];
static size_t cap_output[3];

void
descriptors_start(struct node *n)
{
	memset(open_file, 0, sizeof(open_file));
	memset(is_shut, 0, sizeof(is_shut));
	input = (struct handle){.n = n};
	redirected = (struct handle){0};
	output[1].len = 0;
	output[2].len = 0;
}

const struct bytes *
files_output(int fd)
{
	return &output[fd];
}

static struct handle *
handle_of(int fd)
{
	struct handle *h = NULL;

	if (fd == STDIN_FILENO && !is_shut[0])
		h = &input;
	else if (fd == STDOUT_FILENO && !is_shut[1])
		h = &redirected;
	else if (fd >= FIRST_FD && fd < FIRST_FD + MOST_OPEN)
		h = &open_file[fd - FIRST_FD];
	if (h == NULL || h->n == NULL) {
		errno = EBADF;
		return NULL;
	}
	return h;
}

static int
open_node(struct node *n)
{
	for (int i = 0; i < MOST_OPEN; i++)
		if (open_file[i].n == NULL) {
			open_file[i] = (struct handle){.n = n};
			return FIRST_FD + i;
		}
	errno = EMFILE;
	return -1;
}

int
fuzz_open(const char *path, int flags, ...)
{
	bool writes = (flags & O_ACCMODE) != O_RDONLY;
	struct node *n;
	int fd;

	if ((flags & O_TMPFILE) == O_TMPFILE) {
		n = node_new(NULL);
		return n == NULL ? -1 : open_node(n);
	}
	n = node_find(path);
	if (n == NULL && (flags & O_CREAT))
		n = node_make(path);
	if (n == NULL)
		return -1;
	if (n->folder && writes) {
		errno = EISDIR;
		return -1;
	}
	if (writes && (flags & O_TRUNC)) {
		n->len = 0;
		n->written = true;
	}
	fd = open_node(n);
	if (fd != -1)
		open_file[fd - FIRST_FD].append = flags & O_APPEND;
	return fd;
}

int
fuzz_close(int fd)
{
	struct handle *h;

	if (fd >= 0 && fd < 3) {
		is_shut[fd] = true;
		return 0;
	}
	if ((h = handle_of(fd)) == NULL)
		return -1;
	h->n = NULL;
	return 0;
}

/* ---- bytes ---- */

static ssize_t
write_node(struct node *n, size_t at, const void *s, size_t len)
{
	if (at + len > MOST_WRITTEN)
		files_flood();
	node_grow(n, at + len);
	memcpy(n->own + at, s, len);
	n->written = true;
	return (ssize_t)len;
}

static ssize_t
write_output(int fd, const void *s, size_t len)
{
	struct bytes *b = &output[fd];

	if (b->len + len > MOST_WRITTEN)
		files_flood();
	if (b->len + len >= cap_output[fd]) {
		cap_output[fd] = (b->len + len) * 2 + 4096;
		b->s = realloc(b->s, cap_output[fd]);
		if (b->s == NULL)
			abort();
	}
	memcpy(b->s + b->len, s, len);
	b->len += len;
	b->s[b->len] = '\0';
	return (ssize_t)len;
}

ssize_t
fuzz_write(int fd, const void *s, size_t len)
{
	struct handle *h;

	if (fd == 2 || (fd == 1 && !is_shut[1] && redirected.n == NULL))
		return write_output(fd, s, len);
	if ((h = handle_of(fd)) == NULL)
		return -1;
	if (h->append)
		h->at = h->n->len;
	if (write_node(h->n, h->at, s, len) == -1)
		return -1;
	h->at += len;
	return (ssize_t)len;
}

ssize_t
fuzz_pwrite(int fd, const void *s, size_t len, off_t at)
{
	struct handle *h = handle_of(fd);

	return h == NULL ? -1 : write_node(h->n, (size_t)at, s, len);
}

ssize_t
fuzz_pread(int fd, void *to, size_t len, off_t from)
{
	const struct handle *h = handle_of(fd);
	size_t at = (size_t)from;

	if (h == NULL)
		return -1;
	if (h->n->folder) {
		errno = EISDIR;
		return -1;
	}
	if (from < 0) {
		errno = EINVAL;
		return -1;
	}
	if (at >= h->n->len)
		return 0;
	if (len > h->n->len - at)
		len = h->n->len - at;
	memcpy(to, h->n->s + at, len);
	return (ssize_t)len;
}

ssize_t
fuzz_read(int fd, void *to, size_t len)
{
	struct handle *h = handle_of(fd);
	ssize_t n = h == NULL ? -1 : fuzz_pread(fd, to, len, (off_t)h->at);

	if (n > 0)
		h->at += (size_t)n;
	return n;
}

off_t
fuzz_lseek(int fd, off_t at, int whence)
{
	struct handle *h = handle_of(fd);

	if (h == NULL)
		return -1;
	if (whence == SEEK_CUR)
		at += (off_t)h->at;
	else if (whence == SEEK_END)
		at += (off_t)h->n->len;
	if (at < 0) {
		errno = EINVAL;
		return -1;
	}
	h->at = (size_t)at;
	return at;
}

/* ---- what is known of a descriptor ---- */

int
fuzz_dup2(int from, int to)
{
	const struct handle *h = handle_of(from);

	if (h == NULL || to != STDOUT_FILENO) {
		errno = EBADF;
		return -1;
	}
	redirected = *h;
	return to;
}

int
fuzz_fcntl(int fd, int what, ...)
{
	(void)what;
	return fd >= 0 && fd < 3 ? (is_shut[fd] ? -1 : 0)
				 : (handle_of(fd) == NULL ? -1 : 0);
}

int
fuzz_fstat(int fd, struct stat *st)
{
	const struct handle *h = handle_of(fd);

	if (h == NULL)
		return -1;
	node_stat(h->n, st);
	return 0;
}

int
fuzz_memfd_create(const char *name, unsigned flags)
{
	struct node *n = node_new(NULL);

	(void)name;
	(void)flags;
	return n == NULL ? -1 : open_node(n);
}

/* No other program runs, so none is written to. */
int
fuzz_pipe2(int fd[2], int flags)
{
	(void)fd;
	(void)flags;
	errno = ENFILE;
	return -1;
}

/* What O_TMPFILE is there for. */
int
fuzz_mkostemp(char *name, int flags)
{
	(void)name;
	(void)flags;
	errno = EACCES;
	return -1;
}

/* ---- stdio, of which only the answers to -h and -V make use ---- */

int
fuzz_printf(const char *fmt, ...)
{
	char s[16384];
	va_list ap;
	int n;

	va_start(ap, fmt);
	/* NOLINTNEXTLINE(clang-diagnostic-format-nonliteral) */
	n = vsnprintf(s, sizeof(s), fmt, ap);
	va_end(ap);
	if (n > 0)
		(void)fuzz_write(STDOUT_FILENO, s,
		    (size_t)n < sizeof(s) ? (size_t)n : sizeof(s) - 1);
	return n;
}

int
fuzz_fclose(void *f)
{
	(void)f;
	return fuzz_close(STDOUT_FILENO);
}
