/* reinert_text - a token stream held in memory, cut into segments (classes.1).
 */
#ifndef REINERT_TEXT_H
#define REINERT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/common/sparse.h"
#include "lib/base/mem.h"
#include "lib/stream/tokens.h"

enum {
	REINERT_ATTRS = 32
};

#define REINERT_NONE UINT32_MAX

struct reinert_reading {
	struct tokens_opts read; /* what can be active; by is the id */
	const char **stop;       /* stoplists: their forms are not active */
	size_t n_stop;
	const char *attr[REINERT_ATTRS];
	size_t n_attr;
	bool words; /* punctuation does not count for the size of segments */
};

/* Of a distinct token. */
struct reinert_type {
	uint32_t term;   /* REINERT_NONE: not active */
	uint16_t weight; /* of the end behind it (reinert_cut.h) */
	bool counts;     /* for the size of a segment */
	bool says;       /* it is more than punctuation */
	bool closes;     /* it stays with what is before it */
};

struct reinert_speech {
	size_t from; /* tokens */
	size_t to;
	size_t at; /* in text->names: id NUL source NUL value NUL ... */
};

struct reinert_paragraph {
	size_t from;
	uint64_t line;
};

struct reinert_text {
	const struct reinert_reading *how;
	struct intern stop;
	struct tokens t;           /* its types are the terms */
	struct reinert_type *type; /* by number of the token */
	uint32_t n_type;
	size_t cap_type;
	struct intern words; /* texts, plain */
	uint32_t *word;      /* by type: number in words */
	size_t cap_word;
	uint32_t *rank;  /* by term: its rank by bytes */
	uint32_t *order; /* and by rank the term */
	uint32_t *token; /* types, or REINERT_NONE for a gap */
	size_t n_token;
	size_t cap_token;
	struct reinert_speech *speech; /* after reading: by id */
	size_t n_speech;
	size_t cap_speech;
	struct reinert_paragraph *paragraph;
	size_t n_paragraph;
	size_t cap_paragraph;
	struct buf names;
};

/* A segment of text. */
struct reinert_segment {
	uint32_t speech;
	uint32_t number; /* in its speech, from 1 */
	size_t from;     /* tokens */
	size_t to;
	uint64_t line; /* where it begins */
	bool is_short; /* it has no say */
};

/* How a text is cut. */
struct reinert_size {
	size_t about; /* tokens */
	size_t least; /* segments of fewer are short */
};

struct reinert_segments {
	struct reinert_segment *s; /* by speech, then by number */
	size_t n;
	size_t cap;
	uint32_t *speech; /* of each */
	size_t n_short;
};

/* Reads the stream; files as for vrt_open(). */
void reinert_text_read(struct reinert_text *t,
    const struct reinert_reading *how, char **files, int n);
void reinert_text_free(struct reinert_text *t);
/* Segments that hold nothing but punctuation and gaps are none. */
void reinert_text_cut(const struct reinert_text *t, struct reinert_segments *s,
    const struct reinert_size *size);
void reinert_segments_free(struct reinert_segments *s);
/* Which forms are active, by the number of segments that have them. */
struct reinert_active {
	uint32_t min;
	uint32_t most; /* forms; those that tie for the last place are out */
};

/* A row a segment, empty where it is short, a column an active form.
 * form[column] becomes the term, in the order of their bytes; the caller's to
 * free. */
void reinert_text_table(const struct reinert_text *t,
    const struct reinert_segments *s, const struct reinert_active *a,
    struct sparse *table, uint32_t **form);
/* Appends the words of a segment. */
void reinert_text_words(const struct reinert_text *t,
    const struct reinert_segment *s, struct buf *to);

/* 0 is the speech's id, 1 its source, 2 + k the attribute k. */
const char *reinert_text_name(
    const struct reinert_text *t, uint32_t speech, size_t k);

#endif
