/* lexicons - files of French forms with their lemmas that people have: how
 * they are laid out and what their tags mean. */
#ifndef LEXICONS_H
#define LEXICONS_H

#include <stdbool.h>

/* Those that a layout is known of, and the line's head behind which the table
 * of the one with a preamble begins; for messages. */
#define LEXICONS_NAMES "lefff, lexique, morphalou"
#define LEXICONS_HEAD "GRAPHIE"
#define LEXICONS_PREAMBLE "Morphalou 3"

/* The columns (form, lemma, part of speech, frequency: a number or a name
 * each, with commas between) of a lexicon by its name, or NULL; *preamble if
 * lines up to the header are no data and a lemma stands at its first form
 * only. */
const char *lexicons_layout(const char *name, bool *preamble);
/* The part of speech of Universal Dependencies that a lexicon's tag means, or
 * NULL. */
const char *lexicons_pos(const char *tag);

#endif
