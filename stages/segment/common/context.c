#include "context.h"

#include <string.h>

#include "lib/lang/fr/dictionary.h"

/* What stands well in a place, and what does not; the rest is between. */
static const struct {
	unsigned good;
	unsigned bad;
} want[N_CONTEXTS] = {
    [CONTEXT_NONE] = {MAY_CONJ, MAY_PAST},
    [CONTEXT_JOIN] = {MAY_CONJ | MAY_ADP, MAY_PAST},
    [CONTEXT_DET] = {MAY_NOUN | MAY_ADJ | MAY_NUM | MAY_ADP, MAY_FINITE},
    [CONTEXT_CLITIC] = {MAY_FINITE | MAY_RARE | MAY_PRON | MAY_ADV,
	MAY_NOUN | MAY_ADJ | MAY_ADP | MAY_PAST | MAY_RARE_PAST},
    [CONTEXT_HAVE] = {MAY_PAST | MAY_RARE_PAST, MAY_FINITE},
    [CONTEXT_BE] = {MAY_PAST | MAY_RARE_PAST, MAY_FINITE},
    [CONTEXT_NOT] = {MAY_PAST | MAY_RARE_PAST | MAY_DET, MAY_FINITE},
    [CONTEXT_PREP] = {MAY_NOUN | MAY_INFINITIVE | MAY_DET, MAY_FINITE},
    [CONTEXT_NOUN] = {MAY_ADJ | MAY_PAST | MAY_PRESENT | MAY_ADP, 0},
    [CONTEXT_PHRASE] = {MAY_ADJ | MAY_PAST | MAY_PRESENT | MAY_ADP | MAY_FINITE,
	0},
    [CONTEXT_VERB] = {0, MAY_FINITE},
};

int
context_level(enum context c, const struct reading *r)
{
	if ((r->may & want[c].good) != 0)
		return 0;
	return (r->may & ~want[c].bad) != 0 ? 1 : 2;
}

/* A word of grammar's step, or none of its own. */
static bool
step_of_role(const char *form, enum step *s)
{
	static const enum step of[] = {[DICTIONARY_ARTICLE] = STEP_ARTICLE,
	    [DICTIONARY_SUBJECT] = STEP_SUBJECT,
	    [DICTIONARY_STRONG] = STEP_STRONG,
	    [DICTIONARY_OBJECT] = STEP_OBJECT,
	    [DICTIONARY_EN] = STEP_EN,
	    [DICTIONARY_HAVE] = STEP_HAVE,
	    [DICTIONARY_BE] = STEP_BE,
	    [DICTIONARY_NOT] = STEP_NOT,
	    [DICTIONARY_JOIN] = STEP_JOIN,
	    [DICTIONARY_BEFORE_DE] = STEP_NOUN,
	    [DICTIONARY_LEADING] = STEP_ADJ,
	    [DICTIONARY_TOUT] = STEP_NONE};
	enum dictionary_role role = dictionary_role(form, strlen(form));

	if (role == DICTIONARY_PLAIN)
		return false;
	*s = of[role];
	return true;
}

enum step
context_step(const struct reading *r, const char *form)
{
	static const struct {
		unsigned may;
		enum step step;
	} steps[] = {{MAY_DET | MAY_NUM, STEP_DET}, {MAY_ADP, STEP_PREP},
	    {MAY_PRON, STEP_NOUN}, {MAY_ADV, STEP_ADVERB},
	    {MAY_NOUN, STEP_NOUN}, {MAY_ADJ, STEP_ADJ},
	    {MAY_PAST | MAY_RARE_PAST, STEP_PAST},
	    {MAY_INFINITIVE | MAY_PRESENT | MAY_FINITE | MAY_RARE, STEP_VERB},
	    {MAY_CONJ, STEP_NONE}};
	enum step s = STEP_NONE;

	if ((r->may & MAY_NOUN) == 0 || (r->may & MAY_ADJ) != 0)
		if (step_of_role(form, &s))
			return s;
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if ((r->may & steps[i].may) != 0)
			return steps[i].step;
	return s;
}

/* A noun or an adjective makes a phrase with what stands before. */
static enum context
next_of_noun(enum context c, bool noun)
{
	switch (c) {
	case CONTEXT_PHRASE:
		return c;
	case CONTEXT_DET:
		return noun ? CONTEXT_PHRASE : c;
	case CONTEXT_NOUN:
	case CONTEXT_BE:
		return CONTEXT_NOUN;
	default:
		return noun ? CONTEXT_NOUN : CONTEXT_DET;
	}
}

enum context
context_next(enum context c, enum step s)
{
	static const enum context always[N_STEPS] = {[STEP_JOIN] = CONTEXT_JOIN,
	    [STEP_DET] = CONTEXT_DET,
	    [STEP_SUBJECT] = CONTEXT_CLITIC,
	    [STEP_HAVE] = CONTEXT_HAVE,
	    [STEP_BE] = CONTEXT_BE,
	    [STEP_NOT] = CONTEXT_NOT,
	    [STEP_PREP] = CONTEXT_PREP,
	    [STEP_VERB] = CONTEXT_VERB,
	    [STEP_ARTICLE] = CONTEXT_DET,
	    [STEP_OBJECT] = CONTEXT_NOUN,
	    [STEP_EN] = CONTEXT_PREP};

	switch (s) {
	case STEP_ARTICLE:
	case STEP_OBJECT:
	case STEP_EN:
		return c == CONTEXT_CLITIC ? c : always[s];
	case STEP_STRONG:
		return c == CONTEXT_PREP ? CONTEXT_NOUN : CONTEXT_CLITIC;
	case STEP_ADVERB:
		return c == CONTEXT_NOT ? CONTEXT_HAVE : c;
	case STEP_NOUN:
	case STEP_ADJ:
		return next_of_noun(c, s == STEP_NOUN);
	case STEP_PAST:
		return c == CONTEXT_HAVE || c == CONTEXT_NOT ? CONTEXT_VERB
							     : CONTEXT_NOUN;
	default:
		return always[s];
	}
}
