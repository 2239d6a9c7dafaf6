/* mend_inner - what the two files of mend share; scan.h is the outside. */
#ifndef MEND_INNER_H
#define MEND_INNER_H

#include <stdbool.h>
#include <stddef.h>

#include "scan_inner.h"

/* The text and where it is read. */
struct walk {
	struct mend *m;
	struct text t;
	size_t i;
	size_t from; /* from..i goes as it is, and is not yet written */
};

/* Writes what goes as it is. */
void mend_flush(struct walk *w);
/* Appends text, which stands for what was written in from..to. */
void mend_put(struct walk *w, const char *text, size_t from, size_t to);
/* Goes on to the place `to`, for which text stands; for which nothing does. */
void mend_take(struct walk *w, const char *text, size_t to);
void mend_drop_to(struct walk *w, size_t to);

/* Class of the character at i, of n bytes; of one that looks like an apostrophe
 * or a hyphen as of those. */
enum cls mend_sign_at(struct walk *w, size_t i, size_t *n);
/* The last byte of the text so far; NUL before the first. */
char mend_last(const struct walk *w);
bool mend_is_letter(struct walk *w, size_t i);
/* End of the characters of a class from i on; of the letters. */
size_t mend_skip(struct walk *w, size_t i, enum cls c);
size_t mend_letters_end(struct walk *w, size_t i);
/* Is the text from..to the word, or one of words parted by blanks, in any case
 * of its letters? */
bool mend_is_word(
    const struct walk *w, size_t from, size_t to, const char *word);
bool mend_is_one_of(
    const struct walk *w, size_t from, size_t to, const char *words);
/* Is there a vowel at i, or an h that may be mute? */
bool mend_is_vowel(const struct walk *w, size_t i);

/* Goes on to the place `to` with the text as it is. */
static inline void
mend_keep_to(struct walk *w, size_t to)
{
	w->i = to;
}

/* Is there a letter or figure of ASCII at i? */
static inline bool
mend_is_plain(const struct walk *w, size_t i)
{
	return is_alnum((enum cls)scan_ascii[(unsigned char)w->t.p[i]]);
}

/* Mends what begins here at the beginning of a word, or behind one; false if
 * there is nothing to be mended. */
bool mend_word(struct walk *w);
bool mend_behind(struct walk *w);
/* The first of them, of y before a hyphen, which is at `to`: y-a-t-il. */
bool mend_y(struct walk *w, size_t to);

#endif
