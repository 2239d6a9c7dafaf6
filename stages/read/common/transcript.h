/* transcript - writing of transcripts (transcript.5). */
#ifndef TRANSCRIPT_H
#define TRANSCRIPT_H

#include <stddef.h>
#include <stdint.h>

#include "attrs.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"

/* What a reader knows of a paragraph; NULL and 0 are left out. */
struct para {
	uint64_t line;
	const char *type;
	const char *subtype;
	const char *section;
	const char *who;  /* speaks, where a speech has several speakers */
	const char *mark; /* sign of the list item, mark_len bytes */
	size_t mark_len;
};

struct transcript {
	struct out out;
	struct intern ids; /* of the speeches written */
	const char **file; /* by number of the id: where it came from */
	size_t cap;
	uint64_t n_safe; /* given ids that were changed: the caller counts */
	uint64_t n_cut;  /* ids that were too long */
};

void transcript_open(struct transcript *t);
/* Writes <speech>; year is added, an id that is too long is cut.  An id given
 * before ends the program (exit 1) with both files; file and line say where
 * this speech begins. */
void transcript_speech(
    struct transcript *t, struct attrs *a, const char *file, uint64_t line);
void transcript_p(
    struct transcript *t, const struct para *p, const char *s, size_t len);
/* The tag alone, for text that follows as tokens, and its end. */
void transcript_p_open(struct transcript *t, const struct para *p);
void transcript_p_end(struct transcript *t);
void transcript_end(struct transcript *t);   /* </speech> */
void transcript_close(struct transcript *t); /* notes the ids changed */

/* The part of a path behind its last slash, "" for standard input. */
const char *transcript_source(const char *path);

#endif
