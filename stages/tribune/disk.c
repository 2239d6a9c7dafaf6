#include "disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/out.h"

bool
disk_read(const char *path, struct buf *b)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	ssize_t n;

	if (fd == -1 && errno == ENOENT)
		return false;
	if (fd == -1 || fstat(fd, &st) == -1)
		die_sys(path);
	do {
		buf_room(b, (size_t)st.st_size + 1);
		n = read(fd, b->s + b->len, b->cap - b->len);
		if (n == -1 && errno != EINTR)
			die_sys(path);
		b->len += n > 0 ? (size_t)n : 0;
	} while (n != 0);
	(void)close(fd);
	return true;
}

bool
disk_holds(const char *path, const struct buf *b)
{
	struct buf now = {0};
	bool same = disk_read(path, &now) && now.len == b->len &&
	    (b->len == 0 || memcmp(now.s, b->s, b->len) == 0);

	buf_free(&now);
	return same;
}

void
disk_keep(const char *path, const struct buf *b)
{
	struct aside a;

	if (disk_holds(path, b))
		return;
	aside_open(&a, path, "");
	if (b->len > 0)
		out_mem(&a.out, b->s, b->len);
	aside_close(&a);
	aside_rename(&a);
}

bool
disk_ends(const char *path, const char *end)
{
	size_t len = strlen(path);
	size_t n = strlen(end);

	return len >= n && strcmp(path + len - n, end) == 0;
}

void
disk_remove(const char *path)
{
	if (unlink(path) == -1 && errno != ENOENT)
		die_sys(path);
}

bool
disk_is(const char *path)
{
	return access(path, F_OK) == 0;
}

void
disk_stat(const char *path, struct stat *st)
{
	if (stat(path, st) == -1)
		die_sys(path);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names of a folder, sorted. */
static char **
list(const char *folder, bool hidden, size_t *n)
{
	DIR *d = opendir(folder);
	char **name = NULL;
	size_t cap = 0;
	struct dirent *e;

	*n = 0;
	if (d == NULL && errno == ENOENT)
		return NULL;
	if (d == NULL)
		die_sys(folder);
	errno = 0;
	while ((e = readdir(d)) != NULL) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		if (*e->d_name == '.' && !hidden)
			continue;
		name = mem_grow(name, &cap, *n + 1, sizeof(*name));
		name[(*n)++] = mem_string(e->d_name);
	}
	if (errno != 0)
		die_sys(folder);
	(void)closedir(d);
	if (*n > 1)
		qsort(name, *n, sizeof(*name), by_bytes);
	return name;
}

bool
disk_walk(const char *folder, const struct disk_walk *w)
{
	size_t n;
	char **name = list(folder, w->hidden, &n);
	bool more = true;

	for (size_t i = 0; i < n; i++) {
		char *path = mem_join(folder, "/", name[i]);
		struct disk_walk below = *w;
		struct stat st;

		below.depth--;
		/* what goes meanwhile is not there */
		if (!more || lstat(path, &st) == -1)
			;
		else if (S_ISREG(st.st_mode))
			more = w->see(w->arg, path, &st);
		else if (S_ISDIR(st.st_mode))
			more = (w->see_folder == NULL ||
				   w->see_folder(w->arg, path, &st)) &&
			    (below.depth == 0 || disk_walk(path, &below));
		free(path);
		free(name[i]);
	}
	free(name);
	return more;
}
