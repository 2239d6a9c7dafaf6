#include "tense.h"

#include <stdbool.h>
#include <string.h>

enum {
	FINITE = TENSE_BIT(TENSE_INFINITIVE) - 2, /* all that are */
	PRESENT = TENSE_BIT(TENSE_PRESENT),
	IMPERFECT = TENSE_BIT(TENSE_IMPERFECT),
	PAST = TENSE_BIT(TENSE_PAST_SIMPLE),
	SUBJUNCTIVE = TENSE_BIT(TENSE_SUBJUNCTIVE),
	IMPERATIVE = TENSE_BIT(TENSE_IMPERATIVE),
	PARTICIPLE = TENSE_BIT(TENSE_PARTICIPLE),
};

/* ---- a word by itself ---- */

enum {
	HAVE = 1 << 0,
	BE = 1 << 1,
	GOES = 1 << 2,  /* a verb that takes être: allé, venu */
	LIGHT = 1 << 3, /* may stand between an auxiliary and its participle */
	OPENS = 1 << 4, /* so may this and the noun behind it: en effet */
	NOUN = 1 << 5,  /* which has articles, adjectives */
	SELF = 1 << 6,  /* se, s' */
	ME = 1 << 7,    /* me, te: of oneself beside a verb's form of ME */
	WE = 1 << 8,    /* nous, vous */
	SUBJECT = 1 << 9, /* no imperative follows */
	CLOSE = 1 << 10,  /* no participle follows: il, ne, le */
	THAT = 1 << 11,   /* que, qu' */
	CALLS = 1 << 12,  /* the subjunctive stands behind this word and que */
	ALONE = 1 << 13,  /* and behind this one without que: quoique */
	BEHIND = 1 << 14, /* -vous, -t-il: behind its verb */
	ASKS = 1 << 15,   /* a question mark */
	BY = 1 << 16,     /* par: a participle stands before */
	PLURAL = 1 << 17, /* a verb of nous, vous: -ons, -ez */
	S = 1 << 18,      /* a verb's form in -s: of je, tu, or a participle */
	JOINS = 1 << 19,  /* et, ou */
	WHICH = 1 << 20,  /* que is a pronoun */
	HELPS = 1 << 21,  /* an auxiliary by its part of speech */
	ADVERB = 1 << 22,
	VERB = 1 << 23
};

/* Is it a word of the list, which is written " a b c "? */
static bool
is_in(const char *list, const char *s)
{
	size_t len = strlen(s);

	if (len == 0 || strchr(s, ' ') != NULL)
		return false;
	for (; (list = strstr(list, s)) != NULL; list += len)
		if (list[-1] == ' ' && list[len] == ' ')
			return true;
	return false;
}

static uint32_t
roles_of(const char *form, const char *lemma, const char *pos)
{
	static const struct {
		const char *words;
		uint32_t roles;
	} forms[] = {
	    {" je j' tu il ils on ce c' qui ça cela elle elles -je -tu -il "
	     "-elle -ils -elles -on -ce -t-il -t-elle -t-on -t-ils -t-elles ",
		SUBJECT | CLOSE},
	    {" nous vous ", WE | CLOSE},
	    {" me m' te t' ", ME | CLOSE},
	    {" se s' ", SELF | CLOSE},
	    {" ne n' le la l' les lui leur en ", CLOSE},
	    {" que qu' ", THAT},
	    {" quoique quoiqu' ", ALONE},
	    {" par ", BY},
	    {" ? ", ASKS},
	};
	/* by lemma: verbs, nouns, adjectives and conjunctions */
	static const char calls[] =
	    " falloir vouloir souhaiter exiger désirer pour afin avant bien "
	    "sans pourvu condition jusque jusqu'à possible impossible "
	    "nécessaire indispensable important essentiel souhaitable temps "
	    "normal regrettable dommage heureux attendre craindre regretter "
	    "permettre aimer préférer peur crainte éviter empêcher "
	    "demander moins grave accord justifier ";
	uint32_t roles = 0;

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (is_in(forms[i].words, form))
			roles |= forms[i].roles;
	if (strcmp(pos, "PRON") == 0 && (roles & THAT))
		roles |= WHICH;
	roles |= is_in(calls, lemma) ? CALLS : 0;
	roles |= *form == '-' && form[1] > '-' ? BEHIND : 0;
	roles |= is_in(" ADV PRON PUNCT PART INTJ ", pos) ? LIGHT : 0;
	roles |= strcmp(pos, "ADV") == 0 ? ADVERB : 0;
	roles |= strcmp(pos, "ADP") == 0 ? OPENS : 0;
	roles |= strcmp(pos, "CCONJ") == 0 ? JOINS : 0;
	roles |= is_in(" DET ADJ NOUN PROPN NUM ", pos) ? NOUN : 0;
	return roles;
}

static uint32_t
verb_roles(const char *form, const char *lemma)
{
	static const char goes[] =
	    " aller venir devenir revenir parvenir intervenir survenir "
	    "provenir arriver partir repartir entrer rentrer sortir monter "
	    "descendre naître mourir tomber retomber rester passer retourner "
	    "décéder advenir accourir apparaître ";
	uint32_t roles = 0;
	size_t n = strlen(form);

	roles |= strcmp(lemma, "avoir") == 0 ? HAVE : 0;
	roles |= strcmp(lemma, "être") == 0 ? BE : 0;
	roles |= is_in(" suis es étais ", form) ? ME : 0;
	roles |= is_in(goes, lemma) ? GOES : 0;
	roles |= is_in(" sommes êtes faites dites ", form) ? PLURAL : 0;
	if (n > 2 &&
	    (strcmp(form + n - 2, "ez") == 0 ||
		strcmp(form + n - 3, "ons") == 0))
		roles |= PLURAL;
	if (n > 0 && form[n - 1] == 's')
		roles |= S;
	return roles;
}

struct tense_word
tense_word(const char *form, const char *lemma, const char *pos)
{
	struct tense_word w = {0, roles_of(form, lemma, pos)};

	if (is_in(" VERB AUX ", pos)) {
		w.may = tense_forms(form, lemma);
		w.roles |= VERB | verb_roles(form, lemma);
		w.roles |= strcmp(pos, "AUX") == 0 ? HELPS : 0;
	}
	return w;
}

bool
tense_is_verb(const struct tense_word *w)
{
	return w->roles & VERB;
}

/* ---- words around ---- */

enum {
	FAR = 10 /* words between an auxiliary and its participle at most */
};

/* The participle behind an auxiliary, n if there is none. */
static size_t
participle(const struct tense_word *w, size_t n, size_t i)
{
	size_t end = i + FAR < n ? i + FAR : n;
	bool helps = w[i].roles & HELPS;
	bool inside = false; /* of pour sa part */

	for (i++; i < end; i++) {
		if (w[i].may & PARTICIPLE)
			return i;
		if (w[i].may != 0)
			return n;
		if (!(w[i].roles & (LIGHT | OPENS)) &&
		    !(inside && (w[i].roles & NOUN)))
			return n;
		inside = inside || (helps && (w[i].roles & OPENS));
	}
	return n;
}

/* Is the verb, a form of être, one of il s'est levé, je m'en suis allé? */
static bool
is_reflexive(const struct tense_word *w, size_t i)
{
	size_t k = i;

	while (k > 0 && (w[k - 1].roles & CLOSE) &&
	    !(w[k - 1].roles & (SELF | ME | WE | SUBJECT)))
		k--;
	if (k == 0)
		return false;
	if ((w[k - 1].roles & SELF) || (w[k - 1].roles & w[i].roles & ME))
		return true;
	return k > 1 && (w[i].roles & PLURAL) &&
	    (w[k - 1].roles & w[k - 2].roles & WE);
}

static bool
is_auxiliary(const struct tense_word *w, size_t n, size_t i)
{
	size_t k;

	if (!(w[i].roles & (HAVE | BE)))
		return false;
	k = participle(w, n, i);
	if (w[i].roles & HAVE)
		return k < n;
	return k < n && ((w[k].roles & GOES) || is_reflexive(w, i));
}

/* Does a clause that wants the subjunctive lead to the verb? */
static bool
is_called(const struct tense_word *w, size_t i)
{
	while (i-- > 0) {
		if (w[i].roles & ALONE)
			return true;
		if (w[i].roles & THAT)
			break;
		if (w[i].may & FINITE)
			return false;
	}
	if (i == SIZE_MAX || (w[i].roles & WHICH))
		return false;
	if (i > 0 && (w[i - 1].roles & (ADVERB | CALLS)) == ADVERB)
		i--; /* il faut donc que */
	return i > 0 && (w[i - 1].roles & CALLS);
}

/* Is the verb an imperative?  Of nous or vous it has no subject before it in
 * its clause, and is no question; of tu it has -moi or the like behind it. */
static bool
is_order(
    const struct tense_word *w, size_t n, size_t i, const enum tense *tense)
{
	uint32_t behind = i + 1 < n ? w[i + 1].roles : 0;

	if (!(w[i].may & IMPERATIVE))
		return false;
	if (!(w[i].roles & PLURAL))
		return (behind & BEHIND) && !(behind & SUBJECT);
	if ((behind & BEHIND) && (w[n - 1].roles & ASKS))
		return false;
	if ((w[i].may & PARTICIPLE) && i > 0 && (w[i - 1].roles & NOUN))
		return false;
	for (size_t k = i; k > 0; k--) {
		if (w[k - 1].roles & (WE | SUBJECT | THAT))
			return false;
		if (w[k - 1].may & FINITE)
			return !(w[k - 1].roles & PLURAL) ||
			    !(w[i - 1].roles & JOINS) ||
			    tense[k - 1] == TENSE_IMPERATIVE;
	}
	return true;
}

/* Is what may be a participle one, where no auxiliary is before it? */
static bool
is_bare(const struct tense_word *w, size_t n, size_t i)
{
	if (i > 0 && (w[i - 1].roles & CLOSE))
		return false;
	return (w[i].roles & S) || (i + 1 < n && (w[i + 1].roles & BY));
}

static enum tense
tell(const struct tense_word *w, size_t n, size_t i, const enum tense *tense)
{
	uint32_t may = w[i].may;

	if ((may & PARTICIPLE) && (may & FINITE) == 0)
		return TENSE_PARTICIPLE;
	if ((may & SUBJUNCTIVE) && (may & FINITE) != SUBJUNCTIVE &&
	    is_called(w, i))
		return TENSE_SUBJUNCTIVE;
	if (is_order(w, n, i, tense))
		return TENSE_IMPERATIVE;
	if ((may & PARTICIPLE) && is_bare(w, n, i))
		return TENSE_PARTICIPLE;
	if (may & PRESENT)
		return is_auxiliary(w, n, i) ? TENSE_PERFECT : TENSE_PRESENT;
	if (may & IMPERFECT)
		return is_auxiliary(w, n, i) ? TENSE_PLUPERFECT
					     : TENSE_IMPERFECT;
	for (int t = TENSE_PRESENT; t < TENSES; t++)
		if (may & TENSE_BIT(t))
			return (enum tense)t;
	return TENSE_NONE;
}

void
tense_tell(const struct tense_word *w, size_t n, enum tense *tense)
{
	bool past = false; /* the sentence tells in the past */

	memset(tense, 0, n * sizeof(*tense));
	for (size_t i = 0; i < n; i++)
		past = past || (w[i].may & (FINITE | PARTICIPLE)) == PAST;
	for (size_t i = 0; i < n; i++) {
		size_t k;

		if (w[i].may == 0)
			continue;
		if ((w[i].roles & (HAVE | BE)) && (k = participle(w, n, i)) < n)
			tense[k] = TENSE_PARTICIPLE;
		if (tense[i] != TENSE_NONE)
			continue;
		tense[i] = tell(w, n, i, tense);
		if (past && tense[i] == TENSE_PRESENT && (w[i].may & PAST))
			tense[i] = TENSE_PAST_SIMPLE;
	}
}
