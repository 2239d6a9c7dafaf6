/* tally - what stats counts of a text (stats.1). */
#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>
#include <stdint.h>

enum tally_count {
	TALLY_SPEECHES,
	TALLY_TOKENS,
	TALLY_WORDS, /* the kinds, in the order of scan.h */
	TALLY_NUMBERS,
	TALLY_PUNCTUATION,
	TALLY_SYMBOLS,
	TALLY_ADDRESSES,
	TALLY_FORMS, /* types of words */
	TALLY_STEMS,
	TALLY_HAPAX,
	TALLY_LETTERS,
	TALLY_PARAGRAPHS,
	TALLY_SENTENCES,
	TALLY_QUESTIONS,
	TALLY_EXCLAMATIONS,
	TALLY_LONGEST, /* sentence, in words */
	TALLY_FIRST_SINGULAR,
	TALLY_FIRST_PLURAL,
	TALLY_CONTENT, /* words that are not of grammar */
	TALLY_COUNTS
};

/* What a token at the end of a sentence says about the sentence. */
enum tally_mark {
	TALLY_MARK_NONE,
	TALLY_MARK_QUESTION,
	TALLY_MARK_EXCLAMATION,
	TALLY_MARK_CLOSING, /* the marks before it still count */
};

/* What a word's part of speech says of it. */
enum tally_pos {
	TALLY_POS_NONE, /* there is none, or none that is known */
	TALLY_POS_GRAMMAR,
	TALLY_POS_CONTENT
};

struct tally {
	uint64_t n[TALLY_COUNTS];
	uint64_t window_types; /* summed over all windows of MATTR */
	uint64_t windows;
	uint64_t tagged; /* words of a known part of speech */
};

/* The column's name. */
const char *tally_name(enum tally_count k);
/* Adds b to a; forms, stems and hapax do not add up and stay. */
void tally_add(struct tally *a, const struct tally *b);

/* The count that a token's kind belongs to; TALLY_COUNTS if it is none. */
enum tally_count tally_kind(const char *s, size_t len);
/* The person of a word's form; TALLY_COUNTS if it is not the first. */
enum tally_count tally_person(const char *form);
/* What a word is by its part of speech (stats.1, Lexical density). */
enum tally_pos tally_pos(const char *pos, size_t len);
/* Of the form of a punctuation mark. */
enum tally_mark tally_mark(const char *form);
uint32_t tally_letters(const char *s, size_t len);

#endif
