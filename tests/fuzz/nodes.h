/* nodes - the files in memory, as files.c, descriptors.c and names.c see them.
 */
#ifndef NODES_H
#define NODES_H

#include <stdbool.h>
#include <stddef.h>

struct stat;

/* A file or a folder.  What the input gives is borrowed until it is written. */
struct node {
	char *name; /* NULL: it has none, or no longer */
	const char *s;
	char *own; /* s, where it was written */
	size_t len;
	size_t cap;
	bool folder;
	bool written;
};

/* Without "./", "//" and "X/.."; the result is the caller's. */
char *plain_name(const char *path);
/* NULL and errno: there is none. */
struct node *node_find(const char *path);
/* Of a plain name, which becomes the node's. */
struct node *node_new(char *name);
struct node *node_make(const char *path);
/* The i-th, NULL behind the last. */
struct node *node_at(size_t i);
/* Room up to byte end in a file that is written. */
void node_grow(struct node *n, size_t end);
void node_stat(const struct node *n, struct stat *st);
/* The program's own path. */
const char *node_exe(void);

/* Descriptors: a new run begins, its standard input is n. */
void descriptors_start(struct node *n);

#endif
