/* dict_reader - what reads a theme dictionary (dict_read.c, dict_word.c) */
#ifndef DICT_READER_H
#define DICT_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dict.h"
#include "keys.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/scan.h"
#include "lib/lang/fr/stemmer.h"
#include "lib/table/tsv.h"

/* A word of an entry as its author wrote it, between blanks. */
struct mark {
	size_t from; /* bytes of the text without the signs */
	size_t to;
	bool exact;      /* written with = */
	bool lemma;      /* written with lemma: */
	const char *pos; /* its class, in nfc, or NULL */
	size_t pos_len;
};

struct reader {
	struct dict *d;
	struct tsv t;
	struct scan *sc;
	struct stemmer *st;
	size_t theme_len; /* of the entry before */
	struct keys seen; /* plain words as they are written */
	uint32_t *asks;   /* for what, numbers in dict.words */
	size_t cap_asks;
	struct buf nfc;
	struct buf text; /* the entry without signs: what is scanned */
	struct buf word;
	struct buf key; /* its kind and form, as in dict.words */
	struct mark mark[DICT_WORDS];
	size_t n_mark;
};

/* Exit 1: the entry under way, now in r->nfc, has no sense. */
void dict_bad(const struct reader *r, const char *why)
    __attribute__((noreturn));
/* The number of the word that token t asks for, given if it is new. */
uint32_t dict_word(struct reader *r, const struct token *t);
/* The numbers of the words of an entry, NUL behind, of plain words alone, small
 * letters that the scanner leaves as they are, with = before or * behind: cut,
 * folded and stemmed once each.  Returns how many; 0 where there is another, or
 * too many. */
size_t dict_plain(struct reader *r, const char *s, uint32_t *word);

#endif
