#include "lexicons.h"

#include <string.h>

const char *
lexicons_layout(const char *name, bool *preamble)
{
	*preamble = strcmp(name, "morphalou") == 0;
	if (*preamble)
		return "10,1,3";
	if (strcmp(name, "lefff") == 0)
		return "1,3,2";
	if (strcmp(name, "lexique") == 0)
		return "ortho,lemme,cgram,freqlivres";
	return NULL;
}

/* Tags and what they mean, a * at the end for any end; the first that fits.
 * In the order of: Lefff, Lexique and TreeTagger, Morphalou. */
static const struct tag {
	const char *tag;
	const char *pos;
} tags[] = {{"nc", "NOUN"}, {"np", "PROPN"}, {"v", "VERB"}, {"aux*", "AUX"},
    {"adj", "ADJ"}, {"adjPref", "ADJ"}, {"adv*", "ADV"}, {"clneg", "ADV"},
    {"cl*", "PRON"}, {"ilimp", "PRON"}, {"caimp", "PRON"}, {"pro", "PRON"},
    {"prel", "PRON"}, {"pri", "PRON"}, {"ce", "PRON"}, {"det", "DET"},
    {"prep*", "ADP"}, {"coo", "CCONJ"}, {"csu", "SCONJ"}, {"que*", "SCONJ"},
    {"pres", "INTJ"}, {"ponct*", "PUNCT"},
    /* Lexique, TreeTagger */
    {"NOM", "NOUN"}, {"NAM", "PROPN"}, {"ABR", "NOUN"}, {"VER*", "VERB"},
    {"ADJ:num", "NUM"}, {"ADJ:pos", "DET"}, {"ADJ:ind", "DET"},
    {"ADJ:dem", "DET"}, {"ADJ:int", "DET"}, {"ART*", "DET"}, {"DET*", "DET"},
    {"PRE", "ADP"}, {"PRP*", "ADP"}, {"PRO*", "PRON"}, {"CON", "CCONJ"},
    {"KON", "CCONJ"}, {"ONO", "INTJ"}, {"INT", "INTJ"},
    /* Morphalou */
    {"Nom propre", "PROPN"}, {"Nom*", "NOUN"}, {"Verbe*", "VERB"},
    {"Adjectif*", "ADJ"}, {"Adverbe*", "ADV"}, {"Déterminant*", "DET"},
    {"Article*", "DET"}, {"Pronom*", "PRON"}, {"Préposition*", "ADP"},
    {"Conjonction de sub*", "SCONJ"}, {"Conjonction*", "CCONJ"},
    {"Interjection*", "INTJ"}, {"Onomatopée*", "INTJ"}};

static bool
fits(const char *pattern, const char *tag)
{
	size_t len = strlen(pattern);

	if (pattern[len - 1] == '*')
		return strncmp(pattern, tag, len - 1) == 0;
	return strcmp(pattern, tag) == 0;
}

const char *
lexicons_pos(const char *tag)
{
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (fits(tags[i].tag, tag))
			return tags[i].pos;
	return NULL;
}
