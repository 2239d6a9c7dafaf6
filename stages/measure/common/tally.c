#include "tally.h"

#include <stdbool.h>
#include <string.h>

#include "lib/lang/fr/dictionary.h"
#include "lib/lang/fr/words.h"
#include "lib/text/utf.h"

const char *
tally_name(enum tally_count k)
{
	static const char *const name[TALLY_COUNTS] = {
	    [TALLY_SPEECHES] = "speeches",
	    [TALLY_TOKENS] = "tokens",
	    [TALLY_WORDS] = "words",
	    [TALLY_NUMBERS] = "numbers",
	    [TALLY_PUNCTUATION] = "punctuation",
	    [TALLY_SYMBOLS] = "symbols",
	    [TALLY_ADDRESSES] = "addresses",
	    [TALLY_FORMS] = "forms",
	    [TALLY_STEMS] = "stems",
	    [TALLY_HAPAX] = "hapax",
	    [TALLY_LETTERS] = "letters",
	    [TALLY_PARAGRAPHS] = "paragraphs",
	    [TALLY_SENTENCES] = "sentences",
	    [TALLY_QUESTIONS] = "questions",
	    [TALLY_EXCLAMATIONS] = "exclamations",
	    [TALLY_LONGEST] = "longest_sentence",
	    [TALLY_FIRST_SINGULAR] = "first_singular",
	    [TALLY_FIRST_PLURAL] = "first_plural",
	    [TALLY_CONTENT] = "content",
	};

	return name[k];
}

void
tally_add(struct tally *a, const struct tally *b)
{
	for (int k = 0; k < TALLY_COUNTS; k++)
		switch (k) {
		case TALLY_FORMS:
		case TALLY_STEMS:
		case TALLY_HAPAX:
			break;
		case TALLY_LONGEST:
			if (b->n[k] > a->n[k])
				a->n[k] = b->n[k];
			break;
		default:
			a->n[k] += b->n[k];
			break;
		}
	a->window_types += b->window_types;
	a->windows += b->windows;
	a->tagged += b->tagged;
}

enum tally_count
tally_kind(const char *s, size_t len)
{
	static const char kinds[] = "wnpsu";
	const char *k = len == 1 ? strchr(kinds, *s) : NULL;

	if (k == NULL)
		return TALLY_COUNTS;
	return (enum tally_count)(TALLY_WORDS + (k - kinds));
}

static bool
is_one_of(const char *const *list, const char *s)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, s) == 0)
			return true;
	return false;
}

enum tally_count
tally_person(const char *form)
{
	switch (words_person(form)) {
	case WORDS_FIRST_SINGULAR:
		return TALLY_FIRST_SINGULAR;
	case WORDS_FIRST_PLURAL:
		return TALLY_FIRST_PLURAL;
	default:
		return TALLY_COUNTS;
	}
}

/* Of one tag, with a NUL behind. */
static enum tally_pos
tag_pos(const char *tag)
{
	static const char *const content[] = {
	    "ADJ", "ADV", "NOUN", "PROPN", "VERB", NULL};
	static const char *const grammar[] = {"ADP", "AUX", "CCONJ", "DET",
	    "INTJ", "NUM", "PART", "PRON", "PUNCT", "SCONJ", "SYM", "X", NULL};
	const char *pos;

	if (is_one_of(content, tag))
		return TALLY_POS_CONTENT;
	if (is_one_of(grammar, tag))
		return TALLY_POS_GRAMMAR;
	pos = lexicons_pos(tag);
	if (pos == NULL)
		return TALLY_POS_NONE;
	return is_one_of(content, pos) ? TALLY_POS_CONTENT : TALLY_POS_GRAMMAR;
}

enum tally_pos
tally_pos(const char *pos, size_t len)
{
	enum {
		LONGEST = 64 /* that a tag has which is known */
	};
	const char *end = pos + len;
	enum tally_pos most = TALLY_POS_NONE;

	/* of several words in one: ADP+DET */
	while (pos < end) {
		const char *plus = memchr(pos, '+', (size_t)(end - pos));
		size_t n = (size_t)((plus != NULL ? plus : end) - pos);
		char tag[LONGEST] = "";
		enum tally_pos p;

		if (n < sizeof(tag))
			memcpy(tag, pos, n);
		p = tag_pos(tag);
		most = p > most ? p : most;
		pos += n + (plus != NULL);
	}
	return most;
}

enum tally_mark
tally_mark(const char *form)
{
	static const char *const closing[] = {
	    "\"", "'", "»", "”", "’", ")", "]", "}", ".", "…", NULL};
	size_t len = strlen(form);

	if (len > 0 && strspn(form, "?") == len)
		return TALLY_MARK_QUESTION;
	if (len > 0 && strspn(form, "!") == len)
		return TALLY_MARK_EXCLAMATION;
	if (is_one_of(closing, form) || (len > 0 && strspn(form, ".") == len))
		return TALLY_MARK_CLOSING;
	return TALLY_MARK_NONE;
}

uint32_t
tally_letters(const char *s, size_t len)
{
	const char *end = s + len;
	uint32_t letters = 0;
	size_t n;

	for (; s < end; s += n)
		letters += utf_is_letter(utf_get(s, end, &n));
	return letters;
}
