/* scan_inner - what the files of the scanner and of mend share; scan.h is the
 * outside. */
#ifndef SCAN_INNER_H
#define SCAN_INNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/text/utf.h"
#include "scan.h"

/* Classes of characters. */
enum cls {
	END, /* LF, NUL, other controls */
	SPACE,
	LOWER,
	UPPER,
	DIGIT,
	APOS, /* ' and U+2019, U+02BC */
	HYPHEN,
	DOT,
	PUNCT,
	SYMBOL,
	BYTE, /* more bytes needed: class_of() */
};

extern const uint8_t scan_ascii[256]; /* classes of ASCII, else BYTE */

/* The text under the scanner. */
struct text {
	struct scan *s;
	const char *p;
	size_t len;
	bool spaced; /* a space since the last token */
};

#define SCAN_MINUS "\xE2\x88\x92" /* U+2212 */

enum cls scan_class_rare(struct text *t, size_t i, size_t *n);
/* Is it a hyphen of another kind, a sign that looks like an apostrophe, or a
 * ligature (mend.c)? */
bool scan_is_rough_sign(int32_t cp);
enum {
#ifdef __SSE2__
	SCAN_HAS_FAST = 1, /* else all go the plain way */
#else
	SCAN_HAS_FAST = 0,
#endif
	SCAN_MANY = 7 /* bytes of a word longer than usual abbreviations */
};
/* Reads the text into s->map; takes tokens the fast way from i on, up to one
 * that is not for it, where it returns. */
void scan_map(struct text *t);
size_t scan_fast(struct text *t, size_t i);
/* Roman figures with the ending of an ordinal: XXe, Ier, XVIIIeme. */
bool scan_is_roman(const char *s, size_t len);
/* The word that begins at from, whose first character has n bytes; returns
 * where it ends. */
size_t scan_word(struct text *t, size_t from, enum cls first, size_t n);
/* The same for what is behind the word found, from word->at to `to`, if it has
 * a hyphen: splits its clitics off.  ending: it has a mark of inclusive
 * writing. */
void scan_compound(struct text *t, struct token *word, size_t to, bool ending);
/* The word k from..to has a mark of inclusive writing: gives it its shape if it
 * is a form of it. */
void scan_mark_inclusive(
    struct text *t, struct token *k, size_t from, size_t to);
/* End of the ending of inclusive writing at i, behind a base from `from` on, in
 * brackets or behind a stroke; i if it is none.  ending: one stands before. */
size_t scan_gender_end(struct text *t, size_t from, size_t i);
size_t scan_stroke_end(struct text *t, size_t from, size_t i, bool ending);
/* Is the sign of n bytes at i the middle dot of one, or a sign that stands for
 * it before an ending that is known? */
bool scan_is_middle_dot(struct text *t, size_t from, size_t i, size_t n);
/* The number that begins at from, with a sign or without; where it ends. */
size_t scan_number(struct text *t, size_t from);
/* The number of the folded text from..to in the set, or UINT32_MAX. */
uint32_t scan_lookup(
    struct text *t, const struct intern *set, size_t from, size_t to);

/* What a full stop behind the letters from..i says, when a letter follows it
 * at once. */
enum dot {
	DOT_SPLIT,
	DOT_INSIDE,
	DOT_OURS,
	DOT_ADDRESS
};
enum dot scan_glued_dot(struct text *t, size_t from, size_t i, size_t *end);
/* Takes the full stop at i into the word k where it is its own. */
void scan_take_dot(struct text *t, struct token *k, size_t i);
/* End of the article of a code (L. 121-1), or of the number of a note (n. 5),
 * whose letter is from..i; i if it is none. */
size_t scan_article_end(struct text *t, size_t from, size_t i);
/* Is the word from..to one without a stop: L121-1? */
bool scan_is_article(struct text *t, size_t from, size_t to);
/* End of an address that begins at from: up to a space or quotation mark,
 * without the punctuation of the sentence around it. */
size_t scan_address_end(const struct text *t, size_t from);
/* Does the text from..dot.. read as a host name, with or without a path, or
 * as an e-mail address?  dot is its first full stop or @. */
bool scan_is_address(
    const struct text *t, size_t from, size_t dot, size_t *end);

/* End of the hashtag or mention at i: letters, figures and _, one letter at
 * least; i if it is none. */
size_t scan_tag_end(struct text *t, size_t i);
/* End of the emoji whose first sign is from..i: with its selectors, colour of
 * skin, second letter of a flag, and what a joiner ties to it. */
size_t scan_emoji_end(struct text *t, size_t from, size_t i);
/* Is the figure before i drawn on a key? */
bool scan_is_keycap(const struct text *t, size_t i);

/* Class of the character at i; *n gets its bytes.  At the end: END. */
static inline enum cls
class_at(struct text *t, size_t i, size_t *n)
{
	unsigned char c = (unsigned char)t->p[i];
	unsigned char d;

	*n = 1;
	if (c < 0x80)
		return (enum cls)scan_ascii[c];
	d = (unsigned char)t->p[i + 1];
	if (c == 0xC3) {
		*n = 2;
		if (d == 0x97 || d == 0xB7)
			return SYMBOL;
		return d < 0x9F ? UPPER : LOWER;
	}
	if (c == 0xE2 && d == 0x80 && (unsigned char)t->p[i + 2] == 0x99) {
		*n = 3;
		return APOS;
	}
	return scan_class_rare(t, i, n);
}

/* Does a pronoun of an inversion seem to begin at s: il, elle, on? */
static inline bool
scan_is_pronoun(const char *s)
{
	char c = (char)(s[0] | 0x20);
	char d = (char)(s[1] | 0x20);

	return ((c == 'i' || c == 'e') && d == 'l') || (c == 'o' && d == 'n');
}

static inline bool
is_letter(enum cls c)
{
	return c == LOWER || c == UPPER;
}

static inline bool
is_alnum(enum cls c)
{
	return c == LOWER || c == UPPER || c == DIGIT;
}

static inline enum cls
peek(struct text *t, size_t i)
{
	size_t n;

	return i < t->len ? class_at(t, i, &n) : END;
}

/* Is s, which can be read if it is empty too, one of the words of an array? */
#define scan_is_one(words, s, len)                                             \
	scan_is_among(words, sizeof(words) / sizeof(*(words)), s, len)

static inline bool
scan_is_among(const char *const *words, size_t n, const char *s, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (*words[i] == *s && strlen(words[i]) == len &&
		    memcmp(words[i], s, len) == 0)
			return true;
	return false;
}

static inline bool
looking_at(const struct text *t, size_t i, const char *word)
{
	size_t n = strlen(word);

	return i + n <= t->len && memcmp(t->p + i, word, n) == 0;
}

/* What is at from..to may need mending (mend.c). */
static inline void
scan_rough(struct scan *s, size_t from, size_t to)
{
	if (s->rough_to == 0 || from < s->rough_from)
		s->rough_from = from;
	if (to > s->rough_to)
		s->rough_to = to;
}

/* Is a figure above or below the line at s, before end? */
static inline bool
scan_is_note(const char *s, const char *end)
{
	size_t n;

	return s < end && (*s & 0x80) != 0 &&
	    utf_is_script(utf_get(s, end, &n));
}

static inline struct token *
scan_add(struct text *t, size_t from, size_t to, enum scan_kind kind)
{
	struct scan *s = t->s;
	struct token *k;

	if (s->n == s->cap)
		s->tok = mem_grow(s->tok, &s->cap, s->n + 1, sizeof(*s->tok));
	k = &s->tok[s->n++];
	*k = (struct token){.at = (uint32_t)from,
	    .len = (uint32_t)(to - from),
	    .kind = (uint8_t)kind,
	    .glued = !t->spaced};
	t->spaced = false;
	return k;
}

/* ---- what the files of mend share ---- */

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
