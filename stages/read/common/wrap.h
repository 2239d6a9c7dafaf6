/* wrap - hard-wrapped lines joined into paragraphs (option -j of readers). */
#ifndef WRAP_H
#define WRAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

/* All zero, words set, is a fresh one. */
struct wrap {
	bool words;      /* a hyphen that cuts a word goes */
	struct buf text; /* the paragraph so far; empty if none is open */
	uint64_t line;   /* where it began */
	bool soft;       /* the last line broke a word with U+00AD */
	uint64_t n_cut;  /* words that a hyphen at a line's end cuts */
};

/* Does the line, before it is cleaned, end with a soft hyphen? */
bool wrap_soft(const char *s, size_t len);
/* Adds a clean line of text.  A hyphen at the end of the line before joins
 * without a space; it goes if it is soft, or with words where wrap_cuts(). */
void wrap_add(
    struct wrap *w, uint64_t line, const char *s, size_t len, bool soft);
/* Does the hyphen at the end of head only cut a word in two, gouverne-/ment,
 * and does not belong to it, rendez-/vous? */
bool wrap_cuts(const char *head, size_t len, const char *tail, size_t tail_len);
void wrap_clear(struct wrap *w); /* the paragraph is taken */
void wrap_note(const struct wrap *w);

#endif
