#include "dictionary.h"

#include <string.h>

#include "lib/text/utf.h"

const char *const dictionary_files[] = {"/fr", "/fr_FR", "/fr-classique", NULL};

const struct dictionary_spelling dictionary_spellings[] = {
    {"", '-', 1, true, false, false}, {"é", 'e', 1, true, false, false},
    {"ê", 'e', 1, true, false, false}, {"à", 'a', 1, true, false, false},
    {"î", 'i', 1, false, false, false}, {"û", 'u', 1, false, false, false},
    {"é", 0xE8, 1, false, false, false}, {"el", 0xE8, 1, false, false, true},
    {"et", 0xE8, 1, false, false, true}, {"", '-', 1, false, false, true},
    {"é", 'e', 3, false, true, false}, {"è", 'e', 2, false, true, false},
    {"ê", 'e', 2, false, true, false}, {"ç", 'c', 2, false, true, false},
    {"ô", 'o', 2, false, true, false}, {"â", 'a', 2, false, true, false},
    {"î", 'i', 2, false, true, false}, {"û", 'u', 2, false, true, false},
    {"ï", 'i', 1, false, true, false}, {NULL, 0, 0, false, false, false}};

/* Its names, and Universal Dependencies'; the first wins but for a noun that
 * may be an adjective. */
static const struct {
	const char *tag;
	const char *pos;
} tags[] = {{"det", "DET"}, {"prep", "ADP"}, {"loc.prep", "ADP"},
    {"proadv", "PRON"}, {"pro", "PRON"}, {"cjco", "CCONJ"}, {"cj", "SCONJ"},
    {"loc.cj", "SCONJ"}, {"negadv", "ADV"}, {"adv", "ADV"}, {"loc.adv", "ADV"},
    {"npr", "PROPN"}, {"prn", "PROPN"}, {"patr", "PROPN"}, {"adj", "ADJ"},
    {"loc.adj", "ADJ"}, {"nom", "NOUN"}, {"titr", "NOUN"}, {"loc.nom", "NOUN"},
    {"nb", "NUM"}, {"interj", "INTJ"}};

static inline bool
is_word(const char *s, size_t len, const char *word)
{
	return strlen(word) == len && memcmp(s, word, len) == 0;
}

/* po:v1_it____a, po:ppas, po:nom ... */
static void
read_pos(struct dictionary_word *a, const char *s, size_t len)
{
	a->noun = a->noun || is_word(s, len, "nom");
	if (len > 2 && s[0] == 'v' && s[1] >= '0' && s[1] <= '3') {
		if (!a->verb && s[1] != '0')
			a->age = '4' - s[1];
		a->verb = true;
		a->pos = s[1] == '0' ? "AUX" : "VERB";
		a->rare = memcmp(s + len - 2, "zz", 2) == 0;
		return;
	}
	if (is_word(s, len, "ppas"))
		a->participle = true;
	else if (is_word(s, len, "ppre"))
		a->present = true;
	else if (is_word(s, len, "infi"))
		a->infinitive = true;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (*s == *tags[i].tag && len >= strlen(tags[i].tag) &&
		    memcmp(s, tags[i].tag, strlen(tags[i].tag)) == 0) {
			if (a->pos == NULL ||
			    (strcmp(tags[i].pos, "ADJ") == 0 &&
				strcmp(a->pos, "NOUN") == 0))
				a->pos = tags[i].pos;
			return;
		}
}

/* Fields ab:value with blanks between. */
struct dictionary_word
dictionary_read(const char *line)
{
	struct dictionary_word a = {0};
	size_t n;

	for (const char *s = line; *s != '\0';) {
		const char *blank = strchr(s, ' ');
		size_t len = blank != NULL ? (size_t)(blank - s) : strlen(s);

		if (len > 3 && memcmp(s, "st:", 3) == 0) {
			a.stem = s + 3;
			a.len = len - 3;
		} else if (len > 3 && memcmp(s, "po:", 3) == 0)
			read_pos(&a, s + 3, len - 3);
		else if (is_word(s, len, "is:sg"))
			a.singular = true;
		s += len + (s[len] == ' ');
	}
	if (a.pos == NULL)
		a.pos = "X";
	else if (a.stem != NULL && strcmp(a.pos, "NOUN") == 0 &&
	    utf_is_upper(utf_get(a.stem, a.stem + a.len, &n)))
		a.pos = "PROPN"; /* it has France as a noun */
	return a;
}

static bool
ends_in(const char *s, size_t len, const char *const *ends)
{
	for (; *ends != NULL; ends++) {
		size_t n = strlen(*ends);

		if (len > n && s[len - 1] == (*ends)[n - 1] &&
		    memcmp(s + len - n, *ends, n) == 0)
			return true;
	}
	return false;
}

bool
dictionary_past(const char *form, size_t len)
{
	static const char *const ends[] = {"é", "u", "i", "t", NULL};

	return ends_in(form, len, ends);
}

unsigned
dictionary_verb(const char *form, size_t len)
{
	static const char *const only_past[] = {"é", "és", NULL};
	static const char *const past[] = {"ée", "ées", "i", "ie", "is", "ies",
	    "ise", "ises", "u", "ue", "us", "ues", "it", "ite", "its", "ites",
	    "ert", "erte", "erts", "ertes", "int", "inte", "ints", "intes",
	    "ort", "orts", NULL};
	static const char *const present[] = {"ant", NULL};

	if (ends_in(form, len, only_past))
		return DICTIONARY_PAST;
	if (ends_in(form, len, present))
		return DICTIONARY_PRESENT;
	if (ends_in(form, len, past))
		return DICTIONARY_PAST | DICTIONARY_FINITE;
	return DICTIONARY_FINITE;
}

enum dictionary_role
dictionary_role(const char *form, size_t len)
{
	static const struct {
		const char *words;
		enum dictionary_role role;
	} roles[] = {
	    {" le la les l' leur ", DICTIONARY_ARTICLE},
	    {" je j' tu il ils on qui ne n' me m' te t' se s' c' ",
		DICTIONARY_SUBJECT},
	    {" nous vous elle elles ", DICTIONARY_STRONG},
	    {" lui y ", DICTIONARY_OBJECT},
	    {" en ", DICTIONARY_EN},
	    {" pas jamais guère ", DICTIONARY_NOT},
	    {" et ou ni ", DICTIONARY_JOIN},
	    {" tout toute tous toutes ", DICTIONARY_TOUT},
	    {" grand grande grands grandes petit petite petits petites bon "
	     "bonne bons bonnes mauvais mauvaise mauvaises beau belle beaux "
	     "belles nouveau nouvelle nouveaux nouvelles vieux vieille "
	     "vieilles jeune jeunes gros grosse grosses haut haute hauts "
	     "hautes long longue longs longues premier première premiers "
	     "premières dernier dernière derniers dernières second seconde "
	     "seul seule seuls seules meilleur meilleure meilleurs "
	     "meilleures moindre prochain prochaine prochains prochaines "
	     "ancien ancienne anciens anciennes vrai vraie vrais vraies "
	     "véritable véritables futur future futurs futures ",
		DICTIONARY_LEADING},
	    {" lors auprès près hors loin autour vis-à-vis avant afin ",
		DICTIONARY_BEFORE_DE},
	    {" ai as a avons avez ont avais avait avions aviez avaient aurai "
	     "auras aura aurons aurez auront aurais aurait aurions auriez "
	     "auraient aie aies ait ayons ayez aient eus eut eûmes eurent eût "
	     "eussent avoir ayant ",
		DICTIONARY_HAVE},
	    {" suis es est sommes êtes sont étais était étions étiez étaient "
	     "serai seras sera serons serez seront serais serait serions "
	     "seriez seraient sois soit soyons soyez soient fus fut fûmes "
	     "furent fût fussent être étant été ",
		DICTIONARY_BE},
	};
	char w[16] = " ";

	if (len == 0 || len + 3 > sizeof(w) || memchr(form, ' ', len) != NULL)
		return DICTIONARY_PLAIN;
	memcpy(w + 1, form, len);
	memcpy(w + 1 + len, " ", 2);
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (strstr(roles[i].words, w) != NULL)
			return roles[i].role;
	return DICTIONARY_PLAIN;
}

/* ---- lexicons ---- */

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
} lexicon_tags[] = {{"nc", "NOUN"}, {"np", "PROPN"}, {"v", "VERB"},
    {"aux*", "AUX"}, {"adj", "ADJ"}, {"adjPref", "ADJ"}, {"adv*", "ADV"},
    {"clneg", "ADV"}, {"cl*", "PRON"}, {"ilimp", "PRON"}, {"caimp", "PRON"},
    {"pro", "PRON"}, {"prel", "PRON"}, {"pri", "PRON"}, {"ce", "PRON"},
    {"det", "DET"}, {"prep*", "ADP"}, {"coo", "CCONJ"}, {"csu", "SCONJ"},
    {"que*", "SCONJ"}, {"pres", "INTJ"}, {"ponct*", "PUNCT"},
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
	for (size_t i = 0; i < sizeof(lexicon_tags) / sizeof(*lexicon_tags);
	     i++)
		if (fits(lexicon_tags[i].tag, tag))
			return lexicon_tags[i].pos;
	return NULL;
}

bool
dictionary_feminine(const char *form, size_t len, const char *lemma)
{
	size_t n = strlen(lemma);

	len -= len > 1 && form[len - 1] == 's';
	return len > 0 && form[len - 1] == 'e' && n > 0 && lemma[n - 1] != 'e';
}

/* The classes of Universal Dependencies, NULL behind: those first that tell
 * most of a token of several words (auquel: ADP+PRON). */
static const char *const classes[] = {"NOUN", "PROPN", "VERB", "ADJ", "ADV",
    "AUX", "PRON", "ADP", "CCONJ", "DET", "INTJ", "NUM", "PART", "PUNCT",
    "SCONJ", "SYM", "X", NULL};

/* Its number; that of the NULL if it is none. */
static size_t
class_number(const char *tag, size_t len)
{
	size_t i = 0;

	while (classes[i] != NULL &&
	    (strlen(classes[i]) != len || memcmp(classes[i], tag, len) != 0))
		i++;
	return i;
}

bool
lexicons_is_class(const char *tag, size_t len)
{
	return classes[class_number(tag, len)] != NULL;
}

const char *
lexicons_class(const char *pos, size_t len)
{
	enum {
		LONGEST = 64 /* that a tag has which is known */
	};
	const char *end = pos + len;
	size_t most = SIZE_MAX;

	while (pos < end) {
		const char *plus = memchr(pos, '+', (size_t)(end - pos));
		size_t n = (size_t)((plus != NULL ? plus : end) - pos);
		char tag[LONGEST] = "";
		const char *meant;
		size_t i;

		if (n < sizeof(tag))
			memcpy(tag, pos, n);
		i = class_number(pos, n);
		meant = classes[i] == NULL ? lexicons_pos(tag) : NULL;
		if (meant != NULL)
			i = class_number(meant, strlen(meant));
		if (i < most && classes[i] != NULL)
			most = i;
		pos += n + (plus != NULL);
	}
	return most < SIZE_MAX ? classes[most] : NULL;
}
