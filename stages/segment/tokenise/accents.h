/* accents - the accents that words in capitals lack: ETAT and Etat are état
 * where that is the one accented form known (tokenise.1). */
#ifndef ACCENTS_H
#define ACCENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/scan.h"
#include "lib/table/intern.h"

/* Accented forms by what is left of them without. */
struct accents_table {
	struct intern keys;
	uint32_t *form; /* number in forms, ACCENTS_SEVERAL */
	size_t cap;
};
#define ACCENTS_SEVERAL UINT32_MAX

struct accents {
	struct intern forms;        /* accented ones */
	struct intern plain;        /* seen in small letters, without an accent
				       on the first */
	struct accents_table bare;  /* by the form without any accent */
	struct accents_table first; /* by that with the first letter bare */
	struct buf key;
	uint64_t n_restored;
	uint64_t n_several; /* words left as they are */
};

struct accents_word {
	const char *word; /* as written */
	size_t word_len;
	const char *form;
	size_t len;
};

void accents_open(struct accents *a);
void accents_close(struct accents *a);
/* A word of a text or of a list is known: its form; small: it begins with a
 * small letter. */
void accents_know(struct accents *a, const char *form, size_t len, bool small);
/* Knows the words of a text or a list, a transcript or not, which is cut by
 * the rules. */
void accents_learn(
    struct accents *a, const char *path, const struct rules *rules);
/* The form of a word that begins with a capital, with its accents; NULL where
 * it stays as it is.  head: it begins a sentence that goes on with another
 * word.  Lives until accents_close(). */
const char *accents_find(
    struct accents *a, const struct accents_word *w, bool head, size_t *n);
void accents_note(const struct accents *a);

#endif
