/* spool - bytes put one behind the other and read at any place: in memory up
 * to a bound, beyond it in a file without a name in TMPDIR (or /tmp), of which
 * nothing stays however the program ends. */
#ifndef SPOOL_H
#define SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mem.h"

/* A file without a name, to be read and written; exit 3 if there is none to be
 * had.  *name is what messages call it, from the first call on the same. */
int temp_open(char **name);

/* All zero is an empty one without a bound. */
struct spool {
	uint64_t size; /* bytes put */
	size_t room;   /* bytes held in memory; 0: no bound */
	/* inside */
	bool out; /* it is in a file; else all is in memory */
	int fd;
	char *name;   /* for messages */
	struct buf b; /* all, or what is not yet in the file */
	size_t block; /* bytes of b before they go there */
};

void spool_open(struct spool *s, size_t room);
void spool_put(struct spool *s, const void *p, size_t len);
/* len bytes from byte `at` on, which have been put. */
void spool_get(struct spool *s, uint64_t at, void *to, size_t len);
/* Puts others in their place. */
void spool_set(struct spool *s, uint64_t at, const void *p, size_t len);
void spool_close(struct spool *s);

/* A look at a spool that is not added to: a block of it is held. */
struct spool_view {
	struct spool *s;
	char *block;
	size_t cap;
	uint64_t from;
	size_t len;
};

/* Of cap bytes, twice as many as are ever asked for or more. */
void spool_view(struct spool_view *v, struct spool *s, size_t cap);
void spool_view_free(struct spool_view *v);
const void *spool_look(struct spool_view *v, uint64_t at, size_t len);

/* len bytes from `at` on; they stand until the next call. */
static inline const void *
spool_at(struct spool_view *v, uint64_t at, size_t len)
{
	if (at >= v->from && at + len <= v->from + v->len)
		return v->block + (at - v->from);
	return spool_look(v, at, len);
}

#endif
