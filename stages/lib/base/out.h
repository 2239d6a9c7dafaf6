/* out - block writer; nothing is lost without exit 3. */
#ifndef OUT_H
#define OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "mem.h"

enum {
	OUT_BLOCK = 256 * 1024
};

struct out {
	int fd;
	const char *name; /* for messages */
	struct buf b;
};

#define OUT_STDOUT "standard output" /* its name in messages */

void out_open(struct out *o, int fd, const char *name);
void out_stdout(struct out *o);
/* Into memory, o->b; to be freed there. */
void out_memory(struct out *o);
/* Standard output goes into a file that gets its name when out_close() of it
 * is done, and behind those of files that are beside their places then (make
 * takes it for the sign that all are there); it is not there if the program
 * ends before; into a device as it is. */
void out_redirect(const char *path);
/* Its name, where standard output was not written by out.h. */
void out_name(void);
void out_flush(struct out *o);
void out_close(struct out *o); /* flush, close, free */

/* A place for n bytes; the caller adds what it used to o->b.len. */
static inline char *
out_room(struct out *o, size_t n)
{
	if (o->b.cap - o->b.len < n + 1) {
		if (o->b.len > 0 && o->fd >= 0)
			out_flush(o);
		buf_room(&o->b, n);
	}
	return o->b.s + o->b.len;
}

/* Copies len bytes, most often few: `wide` at once, which the caller knows, so
 * that up to as many more are read and written; behind those that count. */
static inline char *
out_copy(char *to, const char *s, size_t len, size_t wide)
{
	memcpy(to, s, wide);
	if (len > wide)
		memcpy(to + wide, s + wide, len - wide);
	return to + len;
}

static inline void
out_mem(struct out *o, const char *s, size_t len)
{
	memcpy(out_room(o, len), s, len);
	o->b.len += len;
}

static inline void
out_ch(struct out *o, char c)
{
	*out_room(o, 1) = c;
	o->b.len++;
}

void out_str(struct out *o, const char *s);
void out_u64(struct out *o, uint64_t v);
void out_real(struct out *o, double v); /* %.6g; NA if not finite; no -0 */
/* e^ln as %.6g, also where it is below the smallest double (below e^-1e6 with
 * one digit); ln <= 0. */
void out_exp(struct out *o, double ln);
/* TAB and the value. */
void out_tab_mem(struct out *o, const char *s, size_t len);
void out_tab_str(struct out *o, const char *s);
void out_tab_u64(struct out *o, uint64_t v);
void out_tab_real(struct out *o, double v);
void out_tab_exp(struct out *o, double ln);
void out_fmt(struct out *o, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* A file that is written beside its place and renamed when whole; where the
 * program ends before that it goes.  It stays where it is in memory. */
struct aside {
	struct out out;
	char *path;
	char *part;  /* path.part, until it is whole */
	bool beside; /* else part is path: no regular file */
	struct aside *next;
};

/* prefix and suffix are the path; exit 3 if it cannot be written. */
void aside_open(struct aside *a, const char *prefix, const char *suffix);
void aside_close(struct aside *a);  /* the bytes are on their way */
void aside_rename(struct aside *a); /* after aside_close(); frees */

#endif
