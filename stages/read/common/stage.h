/* stage - stage directions in the text of a speech (transcript.5): applause,
 * laughter, shouts, what happens in the room. */
#ifndef STAGE_H
#define STAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "debates.h"
#include "transcript.h"

#define STAGE_BEGINS                                                           \
	(DEBATES_NOISE | DEBATES_CAPITAL | DEBATES_DEGREE | DEBATES_SHOUT)

/* Bytes of a text. */
struct stage_cut {
	size_t from;
	size_t to;
};

/* All zero is one that leaves all text alone. */
struct stage {
	bool on;
	struct debates d;
	bool two[27 * 27]; /* letters that a direction can begin with */
	/* for notes */
	uint64_t n;
	uint64_t n_kept; /* brackets that are none */
	char *file;      /* of the first */
	uint64_t line;
	/* of the paragraph under way */
	struct debates_words w;
	struct stage_cut *cut;
	size_t n_cut;
	size_t cap;
	struct buf piece;
};

void stage_open(struct stage *t);
void stage_free(struct stage *t);
/* Writes a clean paragraph, stage directions in it as paragraphs of their own;
 * in headings they must be all of it, other types are left alone. */
void stage_put(struct stage *t, struct transcript *to, const char *file,
    const struct para *p, const char *s, size_t len);
/* Counts one that the caller found. */
void stage_seen(struct stage *t, const char *file, uint64_t line);
void stage_note(const struct stage *t);

/* Inside: is what stands in brackets a direction? Is it without brackets?
 * alone: it is a paragraph, else a part of one. */
bool stage_in_brackets(struct stage *t, const char *s, size_t len, bool alone);
bool stage_bare(struct stage *t, const char *s, size_t len, bool alone);

#endif
