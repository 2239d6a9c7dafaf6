/* stemmer - the stem of one form: Snowball French with corrections.
 *
 * A stem is a key that groups forms, not a word.  Forms that carry no word of
 * their own keep themselves: elided ones (l'), clitics (-t-il), what holds no
 * letter.  Nothing is stripped. */
#ifndef STEMMER_H
#define STEMMER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* The library and its language, for version lines. */
#define STEMMER_NAME "libstemmer, French"

struct sb_stemmer;

struct stemmer {
	struct sb_stemmer *sb;
	struct sb_stemmer *latin; /* for words in its letters, or NULL */
	struct intern forms;      /* that have a stem of their own */
	char **stem;              /* by number of the form */
	size_t cap;
	bool mended;     /* by overrides, and -eux and -oux lose their x */
	struct buf fold; /* the form as it is stemmed */
	struct buf res;
};

/* overrides: a file of lines form<TAB>stem, or NULL for Snowball's stems alone;
 * exit 1 where it breaks its format.  One stemmer a thread. */
void stemmer_open(struct stemmer *st, const char *overrides);
/* The stem of a form (plain text, no entities), NUL behind; lives until the
 * next call. */
const char *stemmer_stem(
    struct stemmer *st, const char *form, size_t len, size_t *n);
void stemmer_close(struct stemmer *st);

/* Hash of the stems that libstemmer gives to a fixed word list: it has no
 * version to ask for, and other versions give other stems. */
uint64_t stemmer_fingerprint(void);

#endif
