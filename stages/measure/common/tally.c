#include "tally.h"

#include <string.h>

#include "lib/lang/fr/dictionary.h"
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

/* The classes, those first that tell most of a token of several words. */
static const struct class {
	const char *tag;
	enum tally_count count;
	bool content;
} classes[] = {{"NOUN", TALLY_NOUNS, true}, {"PROPN", TALLY_NAMES, true},
    {"VERB", TALLY_VERBS, true}, {"ADJ", TALLY_ADJECTIVES, true},
    {"ADV", TALLY_ADVERBS, true}, {"AUX", TALLY_AUXILIARIES, false},
    {"PRON", TALLY_PRONOUNS, false}, {"ADP", TALLY_COUNTS, false},
    {"CCONJ", TALLY_COUNTS, false}, {"DET", TALLY_COUNTS, false},
    {"INTJ", TALLY_COUNTS, false}, {"NUM", TALLY_COUNTS, false},
    {"PART", TALLY_COUNTS, false}, {"PUNCT", TALLY_COUNTS, false},
    {"SCONJ", TALLY_COUNTS, false}, {"SYM", TALLY_COUNTS, false},
    {"X", TALLY_COUNTS, false}};

enum {
	N_CLASSES = sizeof(classes) / sizeof(*classes)
};

static size_t
class_of(const char *tag)
{
	size_t i = 0;

	while (i < N_CLASSES && strcmp(classes[i].tag, tag) != 0)
		i++;
	return i;
}

const char *
tally_tag(const char *pos, size_t len)
{
	enum {
		LONGEST = 64 /* that a tag has which is known */
	};
	const char *end = pos + len;
	size_t most = N_CLASSES;

	/* of several words in one: ADP+DET */
	while (pos < end) {
		const char *plus = memchr(pos, '+', (size_t)(end - pos));
		size_t n = (size_t)((plus != NULL ? plus : end) - pos);
		char tag[LONGEST] = "";
		size_t i;

		if (n < sizeof(tag))
			memcpy(tag, pos, n);
		i = class_of(tag);
		if (i == N_CLASSES && lexicons_pos(tag) != NULL)
			i = class_of(lexicons_pos(tag));
		most = i < most ? i : most;
		pos += n + (plus != NULL);
	}
	return most < N_CLASSES ? classes[most].tag : NULL;
}

bool
tally_is_content(const char *tag)
{
	return classes[class_of(tag)].content;
}

enum tally_count
tally_class(const char *tag)
{
	return classes[class_of(tag)].count;
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
