/* vrt - transcripts and token streams (transcript.5, tokens.5). */
#ifndef VRT_H
#define VRT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"

enum vrt_event {
	VRT_END,   /* no more input */
	VRT_TOKEN, /* a token line */
	VRT_TEXT,  /* a paragraph's text (transcript) */
	VRT_OPEN,  /* <tag ...> */
	VRT_CLOSE, /* </tag> */
	VRT_GAP,   /* <gap n="2"/>: tokens that a filter took out */
};

enum vrt_tag {
	TAG_SPEECH,
	TAG_P,
	TAG_S,
	TAG_OTHER
};

enum vrt_kind {
	VRT_EITHER,
	VRT_TRANSCRIPT,
	VRT_TOKENS,
};

enum {
	VRT_ATTRS = 4096, /* of a speech */
	VRT_COLUMNS = 32,
	VRT_DEPTH = 32,
	VRT_NAME = 32
};

/* What a column line begins with. */
#define VRT_MARK "<!-- #vrt positional-attributes:"

struct vrt {
	struct in in; /* in.name and in.line say where we are */
	enum vrt_kind kind;
	char *line; /* of the last event, LF left out; in place */
	size_t len;
	enum vrt_tag tag; /* of VRT_OPEN and VRT_CLOSE */
	uint64_t gap;     /* of VRT_GAP, 1 or more */
	bool repeats;     /* set by the caller: ids may be given twice */
	uint64_t n_token; /* token lines given */
	/* columns of a token stream */
	size_t n_col;
	char *col[VRT_COLUMNS];
	uint32_t tab[VRT_COLUMNS + 4]; /* ends of the token's columns */
	/* inside */
	char **files; /* still to read */
	size_t n_files;
	enum vrt_kind want;
	bool open;
	size_t depth;
	char stack[VRT_DEPTH][VRT_NAME];
	struct intern ids;   /* of the speeches seen */
	struct intern attrs; /* names of their attributes */
	struct buf val;
};

/* Reads files[0..n-1] one after another as one stream, or standard input if
 * n is 0.  All token streams must have the same columns.  Whatever breaks the
 * format ends the program with exit 1: crossed or unclosed tags, wrong number
 * of columns, a speech id given twice. */
void vrt_open(struct vrt *v, char **files, int n, enum vrt_kind want);
enum vrt_event vrt_next(struct vrt *v);
void vrt_close(struct vrt *v);

/* Lines that stand behind one another, for loops that wait for memory: tokens,
 * and <s>, <p>, <p line="N">, their ends, and gaps, which stand among them so
 * often that batches would be short without. */
enum {
	VRT_BATCH = 192 /* lines at most */
};
enum vrt_is {
	VRT_IS_TOKEN,
	VRT_IS_TAG,
	VRT_IS_GAP
};
struct vrt_line {
	uint32_t end; /* in place[]: its first column's; of a tag, all its LF */
	uint32_t tag; /* VRT_IS_TOKEN, which is 0, or what else it is */
};
struct vrt_batch {
	bool narrow;   /* set by the caller: as on a small processor */
	const char *s; /* of the first line, in place */
	size_t n;
	size_t n_col;
	struct vrt_line line[VRT_BATCH];
	/* ends of columns, and in front of a line's that of the line before */
	uint32_t place[1 + 64 * VRT_COLUMNS + 64 + VRT_COLUMNS + 64];
};
/* Takes some, as so many events; false if it took none, and vrt_next() is to
 * read the next line.  They stay until then. */
bool vrt_batch(struct vrt *v, struct vrt_batch *b);

/* Column k of the line; of a tag, bytes that can be read, and a length that no
 * column has. */
static inline const char *
vrt_batch_col(const struct vrt_batch *b, const struct vrt_line *line, size_t k,
    size_t *len)
{
	const uint32_t *end = b->place + line->end;
	uint32_t from = end[(ptrdiff_t)k - 1] + 1;

	*len = (size_t)end[k] - from;
	return b->s + from;
}

/* The whole line. */
static inline const char *
vrt_batch_line(
    const struct vrt_batch *b, const struct vrt_line *line, size_t *len)
{
	const uint32_t *end = b->place + line->end;
	uint32_t from = end[-1] + 1;

	*len = end[b->n_col - 1] - from;
	return b->s + from;
}

/* The event that a line of a batch is, which vrt_next() would have given:
 * v->line, v->tag or v->gap, v->in.line one on. */
void vrt_take_mark(struct vrt *v, const struct vrt_line *line);
static inline void
vrt_take(struct vrt *v, const struct vrt_batch *b, const struct vrt_line *line)
{
	const uint32_t *end = b->place + line->end;
	uint32_t from = end[-1] + 1;

	v->in.line++;
	v->line = v->in.buf + (size_t)(b->s - v->in.buf) + from;
	v->len = end[b->n_col - 1] - from;
	if (line->tag != VRT_IS_TOKEN) {
		vrt_take_mark(v, line);
		return;
	}
	for (size_t k = 0; k < b->n_col; k += 4) {
		v->tab[k] = end[k] - from;
		v->tab[k + 1] = end[k + 1] - from;
		v->tab[k + 2] = end[k + 2] - from;
		v->tab[k + 3] = end[k + 3] - from;
	}
}

/* Inside: the bytes with LF of one of the tags above that begins at s, which is
 * opened or closed by it; 0 where it is none or not as it should be, which is
 * told elsewhere. */
size_t vrt_common(struct vrt *v, const char *s);

/* The number of a column, or exit 1 with the columns that there are;
 * vrt_has() gives -1 instead. */
size_t vrt_column(struct vrt *v, const char *name);
int vrt_has(const struct vrt *v, const char *name);

/* Column k of the token line, as it stands (entities kept). */
static inline const char *
vrt_col(const struct vrt *v, size_t k, size_t *len)
{
	size_t from = k == 0 ? 0 : v->tab[k - 1] + 1;

	*len = v->tab[k] - from;
	return v->line + from;
}

/* An attribute of the tag at VRT_OPEN, entities undone; NULL if not there.
 * Lives until the next vrt_attr or vrt_next. */
const char *vrt_attr(struct vrt *v, const char *name);
/* Calls each(name, value, arg) for every attribute, in order. */
void vrt_attrs(struct vrt *v,
    void (*each)(const char *name, const char *value, void *arg), void *arg);

/* Notes which of these attributes no speech had, and which there are, or that
 * there was no speech. */
void vrt_tell_absent(const struct vrt *v, const char *const *attr, size_t n);

/* Appends s with the entities undone (amp, lt, gt, quot, apos, #N, #xN);
 * what is no entity stays as it is. */
void vrt_plain(struct buf *to, const char *s, size_t len);
/* Appends s with & < > as entities. */
void vrt_escape(struct buf *to, const char *s, size_t len);

/* Writing.  Text: & < > as entities; attributes: " too, control characters
 * as spaces. */
void vrt_put_header(struct out *o, const char *const *cols, size_t n);
void vrt_put_text(struct out *o, const char *s, size_t len);
void vrt_put_attr(struct out *o, const char *name, const char *value);
/* The line of the last event with its LF. */
static inline void
vrt_copy(const struct vrt *v, struct out *o)
{
	memcpy(out_room(o, v->len + 1), v->line, v->len);
	o->b.s[o->b.len + v->len] = '\n';
	o->b.len += v->len + 1;
}
void vrt_copy_header(const struct vrt *v, struct out *o);
/* How many tokens a filter has read, and written by its own account, into the
 * file that TRIBUNE_TALLY names (tribune.7); after the last one and before o is
 * closed, so that who comes later in a pipe tells it later. */
void vrt_tally(const struct vrt *v, struct out *o, uint64_t written);
/* The same of a filter that leaves speeches out: how many it read and wrote. */
void vrt_tally_speeches(const struct vrt *v, struct out *o, uint64_t written,
    uint64_t speeches, uint64_t speeches_written);
void vrt_put_gap(struct out *o, uint64_t n); /* nothing if n is 0 */

#endif
