#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "err.h"
#include "out.h"

/* O_TMPFILE has no name at any moment; not every file system knows it. */
static int
make_file(const char *dir)
{
	struct buf path = {0};
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd != -1 || (errno != EOPNOTSUPP && errno != EISDIR))
		return fd;
	buf_str(&path, dir);
	buf_str(&path, "/tribune.XXXXXX");
	fd = mkostemp(path.s, O_CLOEXEC);
	if (fd != -1 && unlink(path.s) == -1)
		die_sys(path.s);
	buf_free(&path);
	return fd;
}

int
temp_open(char **name)
{
	const char *dir = getenv("TMPDIR");
	struct buf b = {0};
	int fd;

	if (dir == NULL || *dir == '\0')
		dir = "/tmp";
	if (*name == NULL) {
		buf_str(&b, "temporary file in ");
		buf_str(&b, dir);
		buf_str(&b, " (TMPDIR=folder gives another)");
		*name = b.s;
	}
	if ((fd = make_file(dir)) == -1)
		die_sys(*name);
	return fd;
}

/* ---- bytes of the file ---- */

static void
write_at(const struct spool *s, uint64_t at, const char *p, size_t len)
{
	size_t done = 0;

	while (done < len) {
		ssize_t n =
		    pwrite(s->fd, p + done, len - done, (off_t)(at + done));

		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			die_sys(s->name);
		done += (size_t)n;
	}
}

static void
read_at(const struct spool *s, uint64_t at, char *to, size_t len)
{
	size_t done = 0;

	while (done < len) {
		ssize_t n =
		    pread(s->fd, to + done, len - done, (off_t)(at + done));

		if (n == -1 && errno == EINTR)
			continue;
		if (n == 0)
			errno = EIO; /* somebody cut our file */
		if (n <= 0)
			die_sys(s->name);
		done += (size_t)n;
	}
}

/* What is in memory goes to the end of the file. */
static void
flush(struct spool *s)
{
	if (s->b.len > 0)
		write_at(s, s->size - s->b.len, s->b.s, s->b.len);
	s->b.len = 0;
}

/* ---- the outside ---- */

enum {
	LEAST = 16 * 1024 /* bytes written at once */
};

void
spool_open(struct spool *s, size_t room)
{
	*s = (struct spool){.room = room};
}

static void
go_out(struct spool *s)
{
	s->fd = temp_open(&s->name);
	s->out = true;
	s->block = s->room < OUT_BLOCK ? s->room : OUT_BLOCK;
	s->block = s->block > LEAST ? s->block : LEAST;
	flush(s);
	buf_free(&s->b);
	buf_room(&s->b, s->block);
}

void
spool_put(struct spool *s, const void *p, size_t len)
{
	if (!s->out && s->room > 0 && s->b.len + len > s->room)
		go_out(s);
	if (s->out && s->b.len + len > s->block) {
		flush(s);
		if (len >= s->block) {
			write_at(s, s->size, p, len);
			s->size += len;
			return;
		}
	}
	if (s->b.cap - s->b.len < len + 1)
		buf_room(&s->b, len);
	memcpy(s->b.s + s->b.len, p, len);
	s->b.len += len;
	s->size += len;
}

void
spool_get(struct spool *s, uint64_t at, void *to, size_t len)
{
	if (len == 0)
		return;
	if (!s->out) {
		memcpy(to, s->b.s + at, len);
		return;
	}
	if (at + len > s->size - s->b.len)
		flush(s);
	read_at(s, at, to, len);
}

void
spool_set(struct spool *s, uint64_t at, const void *p, size_t len)
{
	if (len == 0)
		return;
	if (!s->out) {
		memcpy(s->b.s + at, p, len);
		return;
	}
	flush(s);
	write_at(s, at, p, len);
}

void
spool_close(struct spool *s)
{
	if (s->out && close(s->fd) == -1)
		die_sys(s->name);
	free(s->name);
	buf_free(&s->b);
	*s = (struct spool){0};
}

/* ---- a look at it ---- */

void
spool_view(struct spool_view *v, struct spool *s, size_t cap)
{
	*v = (struct spool_view){.s = s, .cap = cap};
	if (s->out) {
		flush(s);
		v->block = mem_new(cap, 1);
	}
}

void
spool_view_free(struct spool_view *v)
{
	if (v->s != NULL && v->s->out)
		free(v->block);
	*v = (struct spool_view){0};
}

const void *
spool_look(struct spool_view *v, uint64_t at, size_t len)
{
	(void)len; /* half a block at most */
	if (!v->s->out) {
		v->block = v->s->b.s;
		v->len = v->s->b.len;
		return v->block + at;
	}
	v->from = at - at % (v->cap / 2);
	v->len = v->cap;
	if (v->s->size - v->from < v->len)
		v->len = (size_t)(v->s->size - v->from);
	read_at(v->s, v->from, v->block, v->len);
	return v->block + (at - v->from);
}
