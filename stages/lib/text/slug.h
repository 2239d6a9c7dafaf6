/* slug - text as plain ASCII: identifiers, attribute names, keys. */
#ifndef SLUG_H
#define SLUG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

enum {
	SLUG_OTHER = 1,   /* slug_char() of what has no ASCII likeness */
	SLUG_ID_MAX = 200 /* bytes of a speech's id (transcript.5) */
};

/* The lower-case ASCII letter, digit or sign that stands for cp: accents off,
 * blanks ' ', dashes '-', apostrophes '\''. */
char slug_char(int32_t cp);
/* Appends the folded text: slug_char(), ligatures as two letters, what has no
 * likeness left out, runs of blanks as one. */
void slug_fold(struct buf *to, const char *s, size_t len);
/* Is it a word, folded, that a title can do without? */
typedef bool slug_skip(const char *s, size_t len);
/* Appends the words of s but those to skip, joined by '-', at most max bytes,
 * cut between words; nothing if there are none. */
void slug_title(
    struct buf *to, const char *s, size_t len, size_t max, slug_skip *skip);
/* Appends s as a safe file name: ASCII letters (case kept), digits, '.', '_'
 * and '-', none of the signs first; Na for NA. */
void slug_file(struct buf *to, const char *s, size_t len);
/* May s be the id of a speech: what slug_file() gives, of SLUG_ID_MAX bytes at
 * most? */
bool slug_is_id(const char *s, size_t len);
/* Cuts an id that is too long; a hash of the whole keeps it apart from others
 * that begin alike, and stable.  True if it was cut. */
bool slug_id_cut(struct buf *id);
/* Appends s as an attribute's name: lower case, '_' between words. */
void slug_name(struct buf *to, const char *s, size_t len);
/* FNV-1a, 64 bits, going on from h (0 to begin). */
uint64_t slug_hash(uint64_t h, const char *s, size_t len);

/* Bytes to change, add or take out (Levenshtein 1966). */
size_t near_distance(const char *a, const char *b);
/* Is the distance at most `far`?  Fast where that is 1 or 2. */
bool near_within(const char *a, const char *b, size_t far);

#endif
