/* export - token streams in the formats of other tools (export-to.1). */
#ifndef EXPORT_H
#define EXPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/stream/vrt.h"

enum {
	EXPORT_ATTRS = 32,
	EXPORT_WIDE = 16384, /* columns of a wide table */
};

struct export_opts {
	const char *attr[EXPORT_ATTRS]; /* -a */
	size_t n_attr;
	const char *column; /* -c, or NULL */
	const char *kinds;  /* -k, or NULL */
	uint64_t min;       /* -m */
	const char *prefix; /* -O */
	const char *tag;    /* -t */
};

struct export
{
	const struct export_opts *o;
	struct vrt v;
	struct out out;
	uint64_t n_gap;     /* tokens that a filter took out */
	uint64_t n_empty;   /* speeches without a token */
	uint64_t n_outside; /* tokens in no speech */
};

/* A format: what it is told, from the first event to the end.  open() gives
 * what the others get as self and close() frees.  One that counts reads the
 * stream itself: it has run() alone. */
struct export_format {
	const char *name;
	const char *letters; /* options of its own, of "ackmOt" */
	void *(*open)(struct export *x);
	void (*event)(struct export *x, void *self, enum vrt_event ev);
	void (*close)(struct export *x, void *self);
	void (*run)(struct export *x, char **files, int n);
};

extern const struct export_format export_iramuteq;
extern const struct export_format export_conllu;
extern const struct export_format export_transcript;
extern const struct export_format export_vrt;
extern const struct export_format export_mtx;
extern const struct export_format export_wide;

/* Is the attribute wanted?  All are where -a says nothing. */
bool export_wants(const struct export_opts *o, const char *name);
/* Column k of the token as plain text: in b if it has entities, else as it
 * stands; k < 0 is an empty one. */
const char *export_value(
    const struct vrt *v, int k, struct buf *b, size_t *len);

#endif
