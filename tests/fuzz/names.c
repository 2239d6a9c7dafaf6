#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "calls.h"
#include "nodes.h"

void
node_stat(const struct node *n, struct stat *st)
{
	memset(st, 0, sizeof(*st));
	st->st_mode = n->folder ? S_IFDIR | 0755 : S_IFREG | 0644;
	st->st_size = (off_t)n->len;
	st->st_nlink = 1;
	for (size_t i = 0; node_at(i) != NULL; i++)
		if (node_at(i) == n)
			st->st_ino = i + 1;
}

int
fuzz_stat(const char *path, struct stat *st)
{
	const struct node *n = node_find(path);

	if (n == NULL)
		return -1;
	node_stat(n, st);
	return 0;
}

int
fuzz_lstat(const char *path, struct stat *st)
{
	return fuzz_stat(path, st);
}

int
fuzz_access(const char *path, int how)
{
	(void)how;
	return node_find(path) == NULL ? -1 : 0;
}

int
fuzz_unlink(const char *path)
{
	struct node *n = node_find(path);

	if (n == NULL)
		return -1;
	if (n->folder) {
		errno = EISDIR;
		return -1;
	}
	free(n->name);
	n->name = NULL;
	return 0;
}

int
fuzz_rename(const char *from, const char *to)
{
	struct node *n = node_find(from);
	struct node *old = node_find(to);
	char *name;

	if (n == NULL) {
		errno = ENOENT;
		return -1;
	}
	if (old == n)
		return 0;
	if (old != NULL && (old->folder || n->folder)) {
		errno = EISDIR;
		return -1;
	}
	name = plain_name(to);
	if (old != NULL) {
		free(old->name);
		old->name = NULL;
	}
	free(n->name);
	n->name = name;
	return 0;
}

int
fuzz_mkdir(const char *path, mode_t mode)
{
	struct node *n;

	(void)mode;
	if (node_find(path) != NULL) {
		errno = EEXIST;
		return -1;
	}
	if ((n = node_make(path)) == NULL)
		return -1;
	n->folder = true;
	return 0;
}

ssize_t
fuzz_readlink(const char *path, char *to, size_t room)
{
	size_t len = strlen(node_exe());

	if (strcmp(path, "/proc/self/exe") != 0) {
		errno = node_find(path) == NULL ? ENOENT : EINVAL;
		return -1;
	}
	if (len > room)
		len = room;
	memcpy(to, node_exe(), len);
	return (ssize_t)len;
}

char *
fuzz_realpath(const char *path, char *to)
{
	char *name;
	char *full;

	if (node_find(path) == NULL)
		return NULL;
	name = plain_name(path);
	full = to != NULL ? to : fuzz_malloc(PATH_MAX);
	(void)snprintf(
	    full, PATH_MAX, "%s%s", *name == '/' ? "" : "/fuzz/", name);
	free(name);
	return full;
}

/* ---- folders ---- */

struct listing {
	char *prefix; /* NULL: no longer open */
	size_t next;
	struct dirent e;
};

/* The name of a node in the folder, or NULL. */
static const char *
name_in(const struct node *n, const char *prefix)
{
	size_t len = strlen(prefix);

	if (n->name == NULL || strncmp(n->name, prefix, len) != 0 ||
	    n->name[len] == '\0' || strchr(n->name + len, '/') != NULL ||
	    strlen(n->name + len) >= sizeof(((struct dirent *)0)->d_name))
		return NULL;
	return n->name + len;
}

DIR *
fuzz_opendir(const char *path)
{
	const struct node *n = node_find(path);
	struct listing *l;
	char *name;

	if (n == NULL || !n->folder) {
		errno = n == NULL ? ENOENT : ENOTDIR;
		return NULL;
	}
	l = fuzz_calloc(1, sizeof(*l));
	name = plain_name(path);
	l->prefix = fuzz_calloc(strlen(name) + 2, 1);
	(void)snprintf(l->prefix, strlen(name) + 2, "%s%s", name,
	    *name == '\0' || strcmp(name, "/") == 0 ? "" : "/");
	free(name);
	return (DIR *)l;
}

struct dirent *
fuzz_readdir(DIR *d)
{
	struct listing *l = (struct listing *)d;
	const struct node *n;

	while ((n = node_at(l->next++)) != NULL) {
		const char *name = name_in(n, l->prefix);

		if (name != NULL) {
			memcpy(l->e.d_name, name, strlen(name) + 1);
			return &l->e;
		}
	}
	return NULL;
}

int
fuzz_closedir(DIR *d)
{
	struct listing *l = (struct listing *)d;

	fuzz_free(l->prefix);
	fuzz_free(l);
	return 0;
}

int
fuzz_scandir(const char *path, struct dirent ***to,
    int (*want)(const struct dirent *),
    int (*order)(const struct dirent **, const struct dirent **))
{
	DIR *d = fuzz_opendir(path);
	struct dirent **list;
	const struct dirent *e;
	int n = 0;

	if (d == NULL)
		return -1;
	list = fuzz_calloc(600, sizeof(struct dirent *)); /* NOLINT */
	while ((e = fuzz_readdir(d)) != NULL) {
		if (want != NULL && !want(e))
			continue;
		list[n] = fuzz_calloc(1, sizeof(*e));
		*list[n++] = *e;
	}
	(void)fuzz_closedir(d);
	qsort((void *)list, (size_t)n, sizeof(struct dirent *), /* NOLINT */
	    (int (*)(const void *, const void *))order);
	*to = list;
	return n;
}
