/* dict - a theme dictionary (themes.5) and its longest matches: read by
 * dict_read.c, matched by dict.c.
 *
 * An entry is cut into tokens by the scanner that cuts texts.  Each token is
 * a word of the dictionary: an exact form, a stem, a beginning or a pattern.  A
 * form of the text is resolved once to the words that it fulfils; a trie over
 * word numbers finds the entries. */
#ifndef DICT_H
#define DICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "edges.h"
#include "keys.h"
#include "lib/base/image.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/scan.h"
#include "lib/lang/fr/stemmer.h"

enum {
	DICT_WORDS = 32, /* tokens of the longest entry */
	DICT_BEGINS = 1024,
};
#define DICT_NONE UINT32_MAX
#define DICT_SPARES "-" /* the theme of exceptions */

struct dict_entry {
	char *theme;      /* that of the entry before, where it is the same */
	const char *text; /* as the file writes it, blanks made one */
	uint64_t line;
	uint32_t first; /* the earlier entry of the same words, DICT_NONE */
	uint32_t next;  /* the next entry of the same words, DICT_NONE */
	bool counts;    /* its hits count: the first, or of another theme */
	bool spares;    /* it is an exception: what it matches is no hit */
};

struct dict_opts {
	const char *path; /* the table, columns theme and entry */
	bool all;         /* themes of the same words all count */
	bool blanks;      /* a hyphen is a blank too */
	bool bare;        /* accents do not count */
};

/* A word with * elsewhere than at its end alone. */
struct dict_glob {
	uint32_t word;
	char *form; /* * as QUERY_JOKER */
	size_t letters;
};

/* A token of the text, entities undone. */
struct dict_token {
	const char *form;
	size_t len;
	const char *stem;
	size_t stem_len;
	const char *lemma; /* NULL: it is not asked for */
	size_t lemma_len;
	const char *pos; /* its class, or NULL */
	size_t pos_len;
};

/* A form of the text: the words that it fulfils, the most exact first. */
struct dict_form {
	uint32_t from; /* in fan */
	uint32_t n;
	bool begins; /* one of them begins an entry */
	/* the words of an expression joined into one token, in dict.part;
	 * n_part is 0 where it is none */
	uint32_t part;
	uint32_t n_part;
};

/* One of these words: where it leads from the root of the trie, or 0. */
struct dict_fan {
	uint32_t word;
	uint32_t first;
};

struct dict_found {
	uint32_t entry;
	uint32_t len;   /* tokens */
	uint32_t words; /* of the entry: more, where one is joined */
};

struct dict {
	char *file; /* for messages */
	struct image
	    image; /* where what was read stands (dict_image.h), or none */
	struct dict_entry *entry; /* in the order of the file */
	uint32_t n;
	size_t cap;
	char **block; /* texts of entries */
	size_t n_block;
	size_t cap_block;
	char *at;          /* free bytes of it */
	size_t room;       /* so many */
	size_t max;        /* tokens of the longest entry */
	struct keys words; /* =form  @lemma  @lemma TAB class  ~stem
			    *beginning  ?pattern */
	uint32_t lemma;    /* the first entry that asks for one, or DICT_NONE */
	uint32_t pos;      /* that asks for a class, too */
	struct edges edges;
	uint32_t *end; /* by node: entry, or DICT_NONE */
	size_t cap_end;
	uint64_t *signs; /* by node: dict_sign() of the words behind it */
	size_t cap_signs;
	size_t prefix_min; /* bytes of the shortest and longest beginning */
	size_t prefix_max;
	uint64_t lengths[DICT_BEGINS]; /* of beginnings, by dict_begin() */
	struct dict_glob *glob;        /* more letters first */
	size_t n_glob;
	size_t cap_glob;
	bool all;
	bool blanks;
	bool bare;
	struct dict_form *form;
	uint32_t n_form;
	struct dict_form *part;
	uint32_t n_part;
	size_t cap_part;
	size_t cap_form;
	struct dict_fan *fan;
	size_t n_fan;
	size_t cap_fan;
	struct dict_found *found;
	size_t cap_found;
};

/* Exit 1 where the table breaks the format.  sc cuts the entries, as texts were
 * cut. */
void dict_open(struct dict *d, const struct dict_opts *o, struct scan *sc,
    struct stemmer *st);
void dict_free(struct dict *d);
/* One of 64 bits, the same for the same word. */
static inline uint64_t
dict_sign(uint32_t word)
{
	return UINT64_C(1) << word % 64;
}
/* Where the lengths of beginnings are that share the first bytes of s with it,
 * and a length there. */
static inline size_t
dict_begin(const char *s, size_t len)
{
	unsigned first = (unsigned char)s[0];
	unsigned second = len > 1 ? (unsigned char)s[1] : 0;

	return (first * 31 + second) % DICT_BEGINS;
}
static inline uint64_t
dict_length(size_t len)
{
	return UINT64_C(1) << (len < 63 ? len : 63);
}

/* For the reader: a text that stays; a pattern; the node behind an edge, made
 * if it is new. */
const char *dict_keep(struct dict *d, const char *s, size_t len);
void dict_add_glob(struct dict *d, uint32_t word, const char *form, size_t len);
uint32_t dict_add_edge(struct dict *d, uint32_t node, uint32_t word);
/* Notes the entries that ask for the same words as an earlier one and never
 * count.  Those of one theme are often singular and plural of one word: only
 * their number, unless list is set. */
void dict_note_repeats(const struct dict *d, bool list);
/* Appends s as the dictionary compares it: without accents where they do not
 * count. */
void dict_fold(const struct dict *d, struct buf *to, const char *s, size_t len);
/* The same of a lemma, of which capitals do not count. */
void dict_lemma(
    const struct dict *d, struct buf *to, const char *s, size_t len);
/* Resolves a token of the text; returns the number of its form: 0, 1, 2 ... by
 * the order of the calls. */
uint32_t dict_form(struct dict *d, const struct dict_token *t);
/* The last form is a joined expression, and this its next word. */
void dict_part(struct dict *d, const struct dict_token *t);
/* All entries that begin at form[0] and end within form[0..n-1] go to
 * d->found[] (of several entries of the same words only the first).  Returns
 * how many; *best is the longest, of the longest the most exact word by
 * word: exact form, lemma with its class, lemma, stem, then what has more
 * letters, a beginning before another pattern. */
size_t dict_match(struct dict *d, const uint32_t *form, size_t n, size_t *best);

#endif
