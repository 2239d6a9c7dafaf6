#include "tally.h"

#include <string.h>

#include "lib/lang/fr/words.h"
#include "lib/text/utf.h"

const struct tally_share tally_shares[TALLY_SHARES] = {
    {"noun_share", TALLY_NOUNS, TALLY_TAGGED},
    {"name_share", TALLY_NAMES, TALLY_TAGGED},
    {"verb_share", TALLY_VERBS, TALLY_TAGGED},
    {"auxiliary_share", TALLY_AUXILIARIES, TALLY_TAGGED},
    {"adjective_share", TALLY_ADJECTIVES, TALLY_TAGGED},
    {"adverb_share", TALLY_ADVERBS, TALLY_TAGGED},
    {"pronoun_share", TALLY_PRONOUNS, TALLY_TAGGED},
    {"present_share", TALLY_PRESENT, TALLY_FINITE},
    {"imperfect_share", TALLY_IMPERFECT, TALLY_FINITE},
    {"past_simple_share", TALLY_PAST_SIMPLE, TALLY_FINITE},
    {"future_share", TALLY_FUTURE, TALLY_FINITE},
    {"conditional_share", TALLY_CONDITIONAL, TALLY_FINITE},
    {"subjunctive_share", TALLY_SUBJUNCTIVE, TALLY_FINITE},
    {"imperative_share", TALLY_IMPERATIVE, TALLY_FINITE},
    {"perfect_share", TALLY_PERFECT, TALLY_FINITE},
    {"pluperfect_share", TALLY_PLUPERFECT, TALLY_FINITE}};

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
	    [TALLY_TAGGED] = "tagged",
	    [TALLY_NOUNS] = "nouns",
	    [TALLY_NAMES] = "names",
	    [TALLY_VERBS] = "verbs",
	    [TALLY_AUXILIARIES] = "auxiliaries",
	    [TALLY_ADJECTIVES] = "adjectives",
	    [TALLY_ADVERBS] = "adverbs",
	    [TALLY_PRONOUNS] = "pronouns",
	    [TALLY_FINITE] = "finite",
	    [TALLY_PRESENT] = "present",
	    [TALLY_IMPERFECT] = "imperfect",
	    [TALLY_PAST_SIMPLE] = "past_simple",
	    [TALLY_FUTURE] = "future",
	    [TALLY_CONDITIONAL] = "conditional",
	    [TALLY_SUBJUNCTIVE] = "subjunctive",
	    [TALLY_IMPERATIVE] = "imperative",
	    [TALLY_PERFECT] = "perfect",
	    [TALLY_PLUPERFECT] = "pluperfect",
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

bool
tally_is_content(const char *tag)
{
	static const char *const content[] = {
	    "ADJ", "ADV", "NOUN", "PROPN", "VERB", NULL};

	return is_one_of(content, tag);
}

enum tally_count
tally_class(const char *tag)
{
	static const struct {
		const char *tag;
		enum tally_count count;
	} classes[] = {{"NOUN", TALLY_NOUNS}, {"PROPN", TALLY_NAMES},
	    {"VERB", TALLY_VERBS}, {"AUX", TALLY_AUXILIARIES},
	    {"ADJ", TALLY_ADJECTIVES}, {"ADV", TALLY_ADVERBS},
	    {"PRON", TALLY_PRONOUNS}};

	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		if (strcmp(classes[i].tag, tag) == 0)
			return classes[i].count;
	return TALLY_COUNTS;
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
