/* reinert_text - a token stream held in memory, cut into segments (classes.1).
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/common/sparse.h"
#include "lib/base/mem.h"
#include "lib/stream/tokens.h"

enum {
	ATTRS = 32
};

#define NONE UINT32_MAX

struct reading {
	struct tokens_opts read; /* what can be active; by is the id */
	const char **stop;       /* stoplists: their forms are not active */
	size_t n_stop;
	const char *attr[ATTRS];
	size_t n_attr;
	bool words; /* punctuation does not count for the size of segments */
};

/* Of a distinct token. */
struct type {
	uint32_t term;   /* NONE: not active */
	uint32_t other;  /* NONE: active, or no word */
	uint16_t weight; /* of the end behind it (reinert_cut.h) */
	bool counts;     /* for the size of a segment */
	bool says;       /* it is more than punctuation */
	bool closes;     /* it stays with what is before it */
};

struct speech {
	size_t from; /* tokens */
	size_t to;
	size_t at; /* in text->names: id NUL source NUL value NUL ... */
};

struct paragraph {
	size_t from;
	uint64_t line;
};

struct reinert_text {
	const struct reading *how;
	struct intern stop;
	struct tokens t;   /* its types are the terms */
	struct type *type; /* by number of the token */
	uint32_t n_type;
	size_t cap_type;
	struct intern words; /* texts, plain */
	uint32_t *word;      /* by type: number in words */
	size_t cap_word;
	uint32_t *rank;        /* by term: its rank by bytes */
	uint32_t *order;       /* and by rank the term */
	struct intern others;  /* values of words that are not active */
	uint32_t *other_order; /* by rank, too */
	uint32_t *token;       /* types, or NONE for a gap */
	size_t n_token;
	size_t cap_token;
	struct speech *speech; /* after reading: by id */
	size_t n_speech;
	size_t cap_speech;
	struct paragraph *paragraph;
	size_t n_paragraph;
	size_t cap_paragraph;
	struct buf names;
};

/* A segment of text. */
struct segment {
	uint32_t speech;
	uint32_t number; /* in its speech, from 1 */
	size_t from;     /* tokens */
	size_t to;
	uint64_t line; /* where it begins */
	bool is_short; /* it has no say */
};

/* How a text is cut. */
struct size {
	size_t about; /* tokens */
	size_t least; /* segments of fewer are short */
};

struct segments {
	struct segment *s; /* by speech, then by number */
	size_t n;
	size_t cap;
	uint32_t *speech; /* of each */
	size_t n_short;
};

/* Reads the stream; files as for vrt_open(). */
void text_read(
    struct reinert_text *t, const struct reading *how, char **files, int n);
void text_free(struct reinert_text *t);
/* Segments that hold nothing but punctuation and gaps are none. */
void text_cut(
    const struct reinert_text *t, struct segments *s, const struct size *size);
void segments_free(struct segments *s);
/* Which forms are active, by the number of segments that have them. */
struct active {
	uint32_t min;
	uint32_t most; /* forms; those that tie for the last place are out */
	bool others;   /* of the words that are not active, instead */
};

/* A row a segment, empty where it is short, a column an active form.
 * form[column] becomes the term (the number in others), in the order of their
 * bytes; the caller's to free. */
void text_table(const struct reinert_text *t, const struct segments *s,
    const struct active *a, struct sparse *table, uint32_t **form);
/* Appends the words of a segment. */
void text_words(
    const struct reinert_text *t, const struct segment *s, struct buf *to);

/* 0 is the speech's id, 1 its source, 2 + k the attribute k. */
const char *text_name(const struct reinert_text *t, uint32_t speech, size_t k);

#endif
