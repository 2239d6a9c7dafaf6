/* tally - what stats counts of a text (stats.1). */
#ifndef TALLY_H
#define TALLY_H

#include <stdbool.h>
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
	TALLY_TAGGED,  /* words of a known part of speech */
	TALLY_NOUNS,
	TALLY_NAMES,
	TALLY_VERBS,
	TALLY_AUXILIARIES,
	TALLY_ADJECTIVES,
	TALLY_ADVERBS,
	TALLY_PRONOUNS,
	TALLY_FINITE,  /* verbs whose tense is told */
	TALLY_PRESENT, /* the tenses, in the order of tense.h */
	TALLY_IMPERFECT,
	TALLY_PAST_SIMPLE,
	TALLY_FUTURE,
	TALLY_CONDITIONAL,
	TALLY_SUBJUNCTIVE,
	TALLY_IMPERATIVE,
	TALLY_PERFECT,
	TALLY_PLUPERFECT,
	TALLY_COUNTS
};

/* What a token at the end of a sentence says about the sentence. */
enum tally_mark {
	TALLY_MARK_NONE,
	TALLY_MARK_QUESTION,
	TALLY_MARK_EXCLAMATION,
	TALLY_MARK_CLOSING, /* the marks before it still count */
};

struct tally {
	uint64_t n[TALLY_COUNTS];
	uint64_t window_types; /* summed over all windows of MATTR */
	uint64_t windows;
};

/* A share of words of one part of speech, of verbs of one tense. */
struct tally_share {
	const char *name;
	enum tally_count count;
	enum tally_count base;
};
enum {
	TALLY_SHARES = TALLY_COUNTS - TALLY_NOUNS - 1
};
extern const struct tally_share tally_shares[TALLY_SHARES];

/* The column's name. */
const char *tally_name(enum tally_count k);
/* Adds b to a; forms, stems and hapax do not add up and stay. */
void tally_add(struct tally *a, const struct tally *b);

/* The count that a token's kind belongs to; TALLY_COUNTS if it is none. */
enum tally_count tally_kind(const char *s, size_t len);
/* The person of a word's form; TALLY_COUNTS if it is not the first. */
enum tally_count tally_person(const char *form);
/* Are words of a class of Universal Dependencies not of grammar (stats.1,
 * Lexical density)? */
bool tally_is_content(const char *tag);
/* The count of a class of Universal Dependencies; TALLY_COUNTS if it has none
 * of its own. */
enum tally_count tally_class(const char *tag);
/* Of the form of a punctuation mark. */
enum tally_mark tally_mark(const char *form);
uint32_t tally_letters(const char *s, size_t len);

#endif
