/* conllu - CoNLL-U line by line: surface tokens, comments, ends of sentences.
 *
 * A multiword range (3-4 du) is one token, given at its last word; fields that
 * it leaves open are those of its words, joined by +.  Empty nodes (8.1) are
 * counted and not given. */
#ifndef CONLLU_H
#define CONLLU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"

enum conllu_event {
	CONLLU_END,
	CONLLU_TOKEN,
	CONLLU_COMMENT,
	CONLLU_BREAK, /* end of a sentence */
};

enum conllu_field {
	CONLLU_ID,
	CONLLU_FORM,
	CONLLU_LEMMA,
	CONLLU_UPOS,
	CONLLU_XPOS,
	CONLLU_FEATS,
	CONLLU_FIELDS,
	CONLLU_COLUMNS = 64 /* a file may name others (global.columns) */
};

struct conllu_cell {
	const char *s; /* 16 bytes behind it can be read */
	size_t len;    /* 0 for _ that stands for nothing */
};

struct conllu {
	struct in in;
	/* CONLLU_TOKEN */
	struct conllu_cell cell[CONLLU_FIELDS];
	uint64_t line; /* where the token begins */
	/* CONLLU_COMMENT: key = value, blanks around them left out */
	const char *key;
	size_t key_len;
	const char *value;
	size_t value_len;
	/* for notes */
	uint64_t n_range;
	uint64_t n_empty;
	uint64_t n_cr;
	/* inside */
	size_t n_col;
	size_t at[CONLLU_FIELDS]; /* which column of the file, or n_col */
	uint64_t last;            /* word of the sentence */
	uint64_t last_empty;      /* node behind it */
	uint64_t from;            /* of the range under way; 0: none */
	uint64_t to;
	uint64_t range_line;
	bool own[CONLLU_FIELDS]; /* the range says it itself */
	bool any[CONLLU_FIELDS]; /* one of its words does */
	struct buf joined[CONLLU_FIELDS];
};

/* Exit 1 where the file breaks the format, with the line and what to do. */
void conllu_open(struct conllu *c, const char *path);
enum conllu_event conllu_next(struct conllu *c);
void conllu_close(struct conllu *c);

#endif
