/* lexicon - forms with their lemmas from a file that the user has. */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "segment/common/reading.h"

struct lexicon_line {
	uint32_t lemma; /* numbers in words, tags */
	uint32_t pos;
	uint32_t next; /* of the same form, UINT32_MAX at the end */
	double freq;
};

struct lexicon {
	struct intern forms;
	struct intern words; /* lemmas */
	struct intern tags;
	struct lexicon_line *line;
	size_t n;
	size_t cap;
	uint32_t *first; /* by form: its lines, in the file's order */
	uint32_t *last;
	size_t cap_first;
	size_t cap_last;
	uint64_t n_left_out; /* lines without form or lemma */
	bool has_pos;
	bool in_order; /* the first line of a form before the others */
	uint32_t pos;  /* of the line */
	struct buf form;
	struct buf lemma;
	struct buf tmp;
};

/* layout: lefff, lexique, morphalou, or the columns FORM,LEMMA[,POS[,FREQ]]
 * as numbers or as names of the file's header; NULL: form,lemma and, where the
 * header has them, pos and freq.  Exit 2 for another layout, 1 with file and
 * line where the file breaks it. */
void lexicon_open(struct lexicon *x, const char *path, const char *layout);
/* A rule file (list.h): form, lemma, part of speech, remark, parted by tabs;
 * several lines of a form differ in lemma or part of speech. */
void lexicon_table(struct lexicon *x, const char *path);
void lexicon_close(struct lexicon *x);
/* Adds the readings of a form (NUL behind; small letters as form_put()
 * makes them, or as written for those with capitals). */
void lexicon_find(
    const struct lexicon *x, const char *form, size_t len, struct readings *rs);

#endif
