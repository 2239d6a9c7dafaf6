/* image - what a program has read, in a file, so that it need not be read
 * again.
 *
 * `make all` makes one of a bundled file that takes long to read.  It is used
 * for what it was made of alone: the same bytes of the same files, by the same
 * layout, which is what its key is reckoned from.  Where there is none all is
 * as it was. */
#ifndef IMAGE_H
#define IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "out.h"

enum {
	IMAGE_MARK = 8,
	IMAGE_BEHIND = 16 /* bytes that can be read behind the last one */
};

/* The bytes of a file and how many there are, into a key; false if it is no
 * plain file. */
bool image_add_file(uint64_t *key, const char *path);

/* One that is read: s is NULL where there is none. */
struct image {
	char *s;
	size_t len;
};

/* One of this mark and key; none also where path is NULL or key 0.  What is
 * written there is the process's own. */
struct image image_open(const char *path, const char *mark, uint64_t key);
void image_close(struct image *x);
/* Where its first array is. */
char *image_first(const struct image *x);
/* The next array of so many bytes. */
void *image_take(char **at, size_t size);

/* Begins one in memory; arrays each at a multiple of eight bytes; sends it. */
void image_begin(struct out *x, const char *mark, uint64_t key);
void image_put(struct out *x, const void *p, size_t size);
void image_end(struct out *x, struct out *to);

#endif
