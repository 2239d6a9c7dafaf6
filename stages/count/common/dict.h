/* dict - a theme dictionary (themes.5) and its longest matches.
 *
 * An entry is cut into tokens by the scanner that cuts texts.  Each token is
 * a word of the dictionary: an exact form, a stem or a beginning.  A form of
 * the text is resolved once to the words that it fulfils; a trie over word
 * numbers finds the entries. */
#ifndef DICT_H
#define DICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/stemmer.h"
#include "lib/table/intern.h"

enum {
	DICT_WORDS = 32
}; /* tokens of the longest entry */
#define DICT_NONE UINT32_MAX

struct dict_entry {
	char *theme;
	char *text; /* as the file writes it, blanks made one */
	uint64_t line;
	uint32_t first; /* the earlier entry of the same words, DICT_NONE */
	uint32_t next;  /* the next entry of the same words, DICT_NONE */
};

/* A form of the text: the words that it fulfils, the most exact first. */
struct dict_form {
	uint32_t from; /* in fan */
	uint32_t n;
	bool begins; /* one of them begins an entry */
};

struct dict_found {
	uint32_t entry;
	uint32_t len; /* tokens */
};

struct dict {
	char *file;               /* for messages */
	struct dict_entry *entry; /* in the order of the file */
	uint32_t n;
	size_t cap;
	size_t max;          /* tokens of the longest entry */
	struct intern words; /* =form  ~stem  *beginning */
	struct intern edges; /* (node, word) to node - 1; 0 is the root */
	uint32_t *end;       /* by node: entry, or DICT_NONE */
	size_t cap_end;
	size_t prefix_min; /* bytes of the shortest and longest beginning */
	size_t prefix_max;
	struct dict_form *form;
	uint32_t n_form;
	size_t cap_form;
	uint32_t *fan;
	size_t n_fan;
	size_t cap_fan;
	struct dict_found *found;
	size_t cap_found;
};

/* Reads the table `path` (columns theme, entry); exit 1 where it breaks the
 * format.  rules: folder of the tokeniser's rules, NULL for the bundled. */
void dict_open(
    struct dict *d, const char *path, const char *rules, struct stemmer *st);
void dict_free(struct dict *d);
/* Notes the entries that ask for the same words as an earlier one and never
 * count.  Those of one theme are often singular and plural of one word: only
 * their number, unless list is set. */
void dict_note_repeats(const struct dict *d, bool list);
/* Resolves a form of the text and its stem (plain text both); returns the
 * number of the form: 0, 1, 2 ... by the order of the calls. */
uint32_t dict_form(struct dict *d, const char *form, size_t len,
    const char *stem, size_t stem_len);
/* All entries that begin at form[0] and end within form[0..n-1] go to
 * d->found[] (of several entries of the same words only the first).  Returns
 * how many; *best is the longest, of the longest the most exact word by
 * word: exact form, stem, longer beginning, shorter beginning. */
size_t dict_match(struct dict *d, const uint32_t *form, size_t n, size_t *best);

#endif
