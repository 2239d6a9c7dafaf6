/* check_text - what check looks for in the text of a speech (check.1). */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "finding.h"
#include "leftover.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/scan.h"
#include "lib/table/intern.h"
#include "reader.h"
#include "shingle.h"
#include "twin.h"

enum {
	COMPARED = 20,      /* words of a text that may stand twice */
	FORMULA = 100,      /* and of one that may return */
	PARAGRAPH = 5000,   /* words */
	LANGUAGE = 50,      /* words of a text whose language is told */
	FRENCH = 15,        /* percent of words of grammar */
	LETTERS = 100,      /* of a text whose capitals are looked at */
	CAPITALS = 80,      /* percent */
	LONG = 10,          /* times the median */
	LONG_WORDS = 10000, /* and no fewer */
	LONG_SPEECHES = 5,  /* for a median */
};

/* What a paragraph is. */
enum kind {
	OWN,    /* words of the speaker */
	OTHER,  /* not what tokenise makes tokens of */
	FRONT,  /* text above the first title */
	ANCHOR, /* "Publié le DATE", known as that */
};

/* What is known of a form. */
struct form {
	uint64_t hash; /* without accents */
	bool grammar;  /* a word of the list of grammar */
};

struct check_text {
	struct findings *found; /* not owned */
	uint64_t min;           /* words of a speech that is not short */
	struct rules rules;
	struct scan scan;
	struct intern forms;
	struct form *form;
	size_t cap;
	struct buf plain;
	struct buf b;
	struct twins twins;
	struct reader reader;
	uint64_t *length; /* by speech: words */
	size_t cap_length;
	/* of the speech under way */
	size_t speech;
	uint64_t words;
	uint64_t grammar;
	uint64_t front; /* words above the first title */
	uint64_t hash;
	struct leftover left;
	struct shingle runs;
};

void text_open(
    struct check_text *t, struct findings *found, double least, uint64_t min);
void text_begin(struct check_text *t, size_t speech);
/* By the type of the paragraph, "" if it has none. */
enum kind text_kind(const char *type);
/* A paragraph as the transcript writes it. */
void text_paragraph(struct check_text *t, const char *s, size_t len,
    uint64_t line, enum kind kind);
void text_end(struct check_text *t);
/* Behind the last speech: what only all of them tell. */
void text_finish(struct check_text *t);
void text_free(struct check_text *t);

#endif
