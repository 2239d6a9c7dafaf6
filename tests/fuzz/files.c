#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nodes.h"

enum {
	MOST_NODES = 512,
	MOST_CACHED = 64,
	ENOUGH = 2048 /* bytes of a list */
};

static struct node node[MOST_NODES];
static size_t n_nodes;
static struct node nothing;
static char exe[PATH_MAX];
static const char *data_folder;
/* Files of data_folder that were read once. */
static struct bytes cached_name[MOST_CACHED];
static struct bytes cached[MOST_CACHED];
static size_t n_cached;

void
files_init(const char *prog, const char *data)
{
	(void)snprintf(exe, sizeof(exe), "/fuzz/build/bin/%s", prog);
	data_folder = data;
}

/* ---- names ---- */

/* The length of a name without its last part. */
static size_t
one_up(const char *name, size_t n)
{
	while (n > 0 && name[n - 1] == '/')
		n--;
	while (n > 0 && name[n - 1] != '/')
		n--;
	return n;
}

char *
plain_name(const char *path)
{
	char *to = malloc(strlen(path) + 2);
	size_t n = 0;

	if (to == NULL)
		abort();
	if (*path == '/')
		to[n++] = '/';
	while (*path != '\0') {
		size_t len = strcspn(path, "/");

		if (len == 2 && memcmp(path, "..", 2) == 0)
			n = one_up(to, n);
		else if (len > 1 || (len == 1 && *path != '.')) {
			if (n > 0 && to[n - 1] != '/')
				to[n++] = '/';
			memcpy(to + n, path, len);
			n += len;
		}
		path += len;
		path += *path == '/';
	}
	while (n > 1 && to[n - 1] == '/')
		n--;
	to[n] = '\0';
	return to;
}

static struct node *
find_plain(const char *name)
{
	for (size_t i = 0; i < n_nodes; i++)
		if (node[i].name != NULL && strcmp(node[i].name, name) == 0)
			return &node[i];
	return NULL;
}

struct node *
node_new(char *name)
{
	if (n_nodes == MOST_NODES) {
		free(name);
		errno = ENOSPC;
		return NULL;
	}
	node[n_nodes] = (struct node){.name = name};
	return &node[n_nodes++];
}

/* The folders that a name stands in. */
static void
make_folders(const char *name)
{
	for (const char *p = strchr(name + 1, '/'); p != NULL;
	     p = strchr(p + 1, '/')) {
		char *dir = strndup(name, (size_t)(p - name));
		struct node *n;

		if (find_plain(dir) != NULL)
			free(dir);
		else if ((n = node_new(dir)) != NULL)
			n->folder = true;
	}
}

/* Of a long list of the language some lines here and there: to read
 * all of them would take nearly all the time of a run. */
static size_t
thin(const char *name, char *s, size_t len)
{
	size_t step = len / ENOUGH + 1;
	size_t to = 0;
	size_t line = 0;

	if (strncmp(name, "/rules/", 7) != 0 &&
	    strncmp(name, "/stoplists/", 11) != 0 &&
	    strncmp(name, "/themes/", 8) != 0)
		return len;
	for (size_t at = 0; at < len; line++) {
		const char *end = memchr(s + at, '\n', len - at);
		size_t n = end == NULL ? len - at : (size_t)(end - s) + 1 - at;

		if (line < 8 || line % step == 0) {
			memmove(s + to, s + at, n);
			to += n;
		}
		at += n;
	}
	return to;
}

/* A file of the data folder: read from the disk, once. */
static struct node *
data_node(const char *name)
{
	size_t len = strlen(data_folder);
	struct node *n;
	size_t i = 0;

	if (strncmp(name, data_folder, len) != 0 || name[len] != '/')
		return NULL;
	while (i < n_cached && strcmp(cached_name[i].s, name) != 0)
		i++;
	if (i == n_cached) {
		static char block[8 << 20];
		int fd = open(name, O_RDONLY);
		ssize_t got = fd == -1 ? -1 : read(fd, block, sizeof(block));

		if (fd != -1)
			(void)close(fd);
		if (got == -1 || n_cached == MOST_CACHED)
			return NULL;
		bytes_set(&cached_name[i], name, strlen(name));
		bytes_set(
		    &cached[i], block, thin(name + len, block, (size_t)got));
		n_cached++;
	}
	n = node_new(strdup(name));
	if (n != NULL) {
		n->s = cached[i].s;
		n->len = cached[i].len;
	}
	return n;
}

struct node *
node_find(const char *path)
{
	char *name = plain_name(path);
	struct node *n = *path == '\0' ? NULL : find_plain(name);

	if (n == NULL && *name == '/')
		n = data_node(name);
	if (n == NULL)
		errno = ENOENT;
	free(name);
	return n;
}

/* ---- a run ---- */

static void
add_folder(const char *name)
{
	struct node *n = node_new(strdup(name));

	if (n != NULL)
		n->folder = true;
}

void
files_start(const struct given *g)
{
	add_folder("");
	add_folder("/tmp");
	add_folder("/");
	descriptors_start(&nothing);
	for (size_t i = 0; i < g->n_files; i++) {
		bool in = strcmp(g->name[i].s, "-") == 0;
		char *name = in ? NULL : plain_name(g->name[i].s);
		struct node *n;

		if (!in && (*name == '\0' || find_plain(name) != NULL)) {
			free(name);
			continue;
		}
		if (!in)
			make_folders(name);
		if ((n = node_new(name)) == NULL)
			continue;
		n->s = g->file[i].s;
		n->len = g->file[i].len;
		if (in)
			descriptors_start(n);
	}
}

void
files_end(void)
{
	for (size_t i = 0; i < n_nodes; i++) {
		free(node[i].name);
		free(node[i].own);
	}
	memset(node, 0, n_nodes * sizeof(*node));
	n_nodes = 0;
}

const char *
files_left(void)
{
	for (size_t i = 0; i < n_nodes; i++) {
		const char *s = node[i].name;
		size_t len = s != NULL && node[i].written ? strlen(s) : 0;

		if (len > 5 && strcmp(s + len - 5, ".part") == 0)
			return s;
	}
	return NULL;
}

/* ---- for descriptors and names ---- */

/* Whether the folder that a new name would stand in is there. */
static bool
has_place(const char *name)
{
	const char *slash = strrchr(name, '/');
	char *dir;
	const struct node *n;

	if (slash == NULL || slash == name)
		return true;
	dir = strndup(name, (size_t)(slash - name));
	n = find_plain(dir);
	free(dir);
	return n != NULL && n->folder;
}

struct node *
node_make(const char *path)
{
	char *name = plain_name(path);

	if (*path == '\0' || strlen(path) >= PATH_MAX || !has_place(name)) {
		free(name);
		errno = *path != '\0' && strlen(path) >= PATH_MAX ? ENAMETOOLONG
								  : ENOENT;
		return NULL;
	}
	return node_new(name);
}

struct node *
node_at(size_t i)
{
	return i < n_nodes ? &node[i] : NULL;
}

const char *
node_exe(void)
{
	return exe;
}

void
node_grow(struct node *n, size_t end)
{
	if (n->own == NULL || end > n->cap) {
		size_t cap = end * 2 + 64;
		char *p = calloc(cap, 1);

		if (p == NULL)
			abort();
		if (n->len > 0)
			memcpy(p, n->s, n->len);
		free(n->own);
		n->own = p;
		n->s = p;
		n->cap = cap;
	}
	if (end > n->len)
		n->len = end;
}
