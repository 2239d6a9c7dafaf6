/* The forms of French verbs, by rules for -er and -ir and stems of the rest. */
#include <stdbool.h>
#include <string.h>

#include "tense.h"

enum {
	PRESENT = TENSE_BIT(TENSE_PRESENT),
	IMPERFECT = TENSE_BIT(TENSE_IMPERFECT),
	PAST = TENSE_BIT(TENSE_PAST_SIMPLE),
	FUTURE = TENSE_BIT(TENSE_FUTURE),
	CONDITIONAL = TENSE_BIT(TENSE_CONDITIONAL),
	SUBJUNCTIVE = TENSE_BIT(TENSE_SUBJUNCTIVE),
	IMPERATIVE = TENSE_BIT(TENSE_IMPERATIVE),
	PARTICIPLE = TENSE_BIT(TENSE_PARTICIPLE),
	LONGEST = 64 /* bytes of a form */
};

/* Stems of verbs that end so, what is before the end left out; several with a
 * blank between, "_" is an empty one.  The first row that fits is taken; -er
 * has rules of its own. end: of the infinitive, in both spellings where there
 * are two present: forms of the present that are not plural + ons, ez, ent
 *   plural: before those, and those of the imperfect, and -ant
 *   future: before -ai, -a, -ais ...
 *   past: before -s, -t, -rent, -sse
 *   that: before -e, -es, -ent of the subjunctive; NULL: plural
 *   participle: in the masculine; further ones where they change
 *   more: forms of the subjunctive, and after "!" all of the imperative */
static const struct family {
	const char *end;
	const char *present;
	const char *plural;
	const char *future;
	const char *past;
	const char *that;
	const char *participle;
	const char *more;
} families[] = {{"être", "suis es est sommes êtes sont", "ét", "ser", "fu", "_",
		    "été", "sois soit soyons soyez soient!sois soyons soyez"},
    {"^aller", "vais vas va vont", "all", "ir", NULL, "aill", NULL,
	"!va vas allons allez"},
    {"envoyer", NULL, NULL, "enverr", NULL, NULL, NULL, NULL},
    {"er", NULL, NULL, NULL, NULL, NULL, NULL, NULL},
    {"faire", "fais fait faites font", "fais", "fer", "fi", "fass", "fait",
	"!fais faisons faites"},
    {"pouvoir", "peux puis peut peuvent", "pouv", "pourr", "pu", "puiss", "pu",
	"!"},
    {"savoir", "sais sait", "sav", "saur", "su", "sach", "su sachant",
	"!sache sachons sachez"},
    {"avoir", "ai as a ont", "av", "aur", "eu", "_", "eu ayant",
	"aie aies ait ayons ayez aient!aie ayons ayez"},
    {"vouloir", "veux veut veulent", "voul", "voudr", "voulu", "veuill",
	"voulu", "!veuille veuillons veuillez"},
    {"valoir", "vaux vaut", "val", "vaudr", "valu", "vaill val", "valu", NULL},
    {"falloir", "faut", "fall", "faudr", "fallu", "faill", "fallu", NULL},
    {"pleuvoir", "pleut pleuvent", "pleuv", "pleuvr", "plu", "pleuv", "plu",
	NULL},
    {"mouvoir", "meus meut meuvent", "mouv", "mouvr", "mu", "meuv", "mu mû",
	NULL},
    {"cevoir", "çois çoit çoivent", "cev", "cevr", "çu", "çoiv", "çu", NULL},
    {"devoir", "dois doit doivent", "dev", "devr", "du", "doiv", "du dû", "!"},
    {"pourvoir", "pourvois pourvoit pourvoient", "pourvoy", "pourvoir",
	"pourvu", "pourvoi", "pourvu", NULL},
    {"prévoir", "prévois prévoit prévoient", "prévoy", "prévoir", "prévi",
	"prévoi", "prévu", NULL},
    {"seoir", "sieds sied sois soit seois seoit soient", "sey soy",
	"siér soir seoir", "si", "sey soi", "sis", NULL},
    {"voir", "vois voit voient", "voy", "verr", "vi", "voi", "vu", NULL},
    {"choir", "chois choit choient", "choy", "choir cherr", "chu", "choi",
	"chu", NULL},
    {"tenir", "tiens tient tiennent", "ten", "tiendr", "tin", "tienn", "tenu",
	NULL},
    {"venir", "viens vient viennent", "ven", "viendr", "vin", "vienn", "venu",
	NULL},
    {"courir", "cours court", "cour", "courr", "couru", NULL, "couru", NULL},
    {"mourir", "meurs meurt meurent", "mour", "mourr", "mouru", "meur", "mort",
	NULL},
    {"quérir", "quiers quiert quièrent", "quér", "querr", "qui", "quièr",
	"quis", NULL},
    {"répartir", "répartis répartit", "répartiss", "répartir", "réparti", NULL,
	"réparti", NULL},
    {"impartir", "impartis impartit", "impartiss", "impartir", "imparti", NULL,
	"imparti", NULL},
    {"partir", "pars part", "part", "partir", "parti", NULL, "parti", NULL},
    {"assortir", "assortis assortit", "assortiss", "assortir", "assorti", NULL,
	"assorti", NULL},
    {"sortir", "sors sort", "sort", "sortir", "sorti", NULL, "sorti", NULL},
    {"sentir", "sens sent", "sent", "sentir", "senti", NULL, "senti", NULL},
    {"mentir", "mens ment", "ment", "mentir", "menti", NULL, "menti", NULL},
    {"repentir", "repens repent", "repent", "repentir", "repenti", NULL,
	"repenti", NULL},
    {"dormir", "dors dort", "dorm", "dormir", "dormi", NULL, "dormi", NULL},
    {"asservir", "asservis asservit", "asserviss", "asservir", "asservi", NULL,
	"asservi", NULL},
    {"servir", "sers sert", "serv", "servir", "servi", NULL, "servi", NULL},
    {"vrir", "vre vres", "vr", "vrir", "vri", NULL, "vert", NULL},
    {"ffrir", "ffre ffres", "ffr", "ffrir", "ffri", NULL, "ffert", NULL},
    {"cueillir", "cueille cueilles", "cueill", "cueiller", "cueilli", NULL,
	"cueilli", NULL},
    {"saillir", "saille sailles", "saill", "saillir", "sailli", NULL, "sailli",
	NULL},
    {"bouillir", "bous bout", "bouill", "bouillir", "bouilli", NULL, "bouilli",
	NULL},
    {"fuir", "fuis fuit fuient", "fuy", "fuir", "fui", "fui", "fui", NULL},
    {"vêtir", "vêts vêt", "vêt", "vêtir", "vêti", NULL, "vêtu", NULL},
    {"haïr", "hais hait", "haïss", "haïr", "haï", NULL, "haï", NULL},
    {"ir", "is it", "iss", "ir", "i", NULL, "i", NULL},
    {"prendre", "prends prend prennent", "pren", "prendr", "pri", "prenn",
	"pris", NULL},
    {"aindre", "ains aint", "aign", "aindr", "aigni", NULL, "aint", NULL},
    {"eindre", "eins eint", "eign", "eindr", "eigni", NULL, "eint", NULL},
    {"oindre", "oins oint", "oign", "oindr", "oigni", NULL, "oint", NULL},
    {"soudre", "sous sout", "solv", "soudr", "solu", NULL, "solu sous sout",
	NULL},
    {"coudre", "couds coud", "cous", "coudr", "cousi", NULL, "cousu", NULL},
    {"moudre", "mouds moud", "moul", "moudr", "moulu", NULL, "moulu", NULL},
    {"dre", "ds d", "d", "dr", "di", NULL, "du", NULL},
    {"mettre", "mets met", "mett", "mettr", "mi", NULL, "mis", NULL},
    {"battre", "bats bat", "batt", "battr", "batti", NULL, "battu", NULL},
    {"rompre", "romps rompt", "romp", "rompr", "rompi", NULL, "rompu", NULL},
    {"vaincre", "vaincs vainc", "vainqu", "vaincr", "vainqui", NULL, "vaincu",
	NULL},
    {"suivre", "suis suit", "suiv", "suivr", "suivi", NULL, "suivi", NULL},
    {"vivre", "vis vit", "viv", "vivr", "vécu", NULL, "vécu", NULL},
    {"clure", "clus clut", "clu", "clur", "clu", NULL, "clu clus", NULL},
    {"clore", "clos clôt clot", "clos", "clor", "clo", NULL, "clos", NULL},
    {"uire", "uis uit", "uis", "uir", "uisi ui", NULL, "uit ui", NULL},
    {"maudire", "maudis maudit", "maudiss", "maudir", "maudi", NULL, "maudit",
	NULL},
    {"dire", "dis dit dites", "dis", "dir", "di", NULL, "dit",
	"!dis disons dites"},
    {"crire", "cris crit", "criv", "crir", "crivi", NULL, "crit", NULL},
    {"suffire", "suffis suffit", "suffis", "suffir", "suffi", NULL, "suffi",
	NULL},
    {"lire", "lis lit", "lis", "lir", "lu", NULL, "lu", NULL},
    {"rire", "ris rit", "ri", "rir", "ri", NULL, "ri", NULL},
    {"boire", "bois boit boivent", "buv", "boir", "bu", "boiv", "bu", NULL},
    {"croire", "crois croit croient", "croy", "croir", "cru", "croi", "cru",
	NULL},
    {"plaire", "plais plaît plait", "plais", "plair", "plu", NULL, "plu", NULL},
    {"taire", "tais tait", "tais", "tair", "tu", NULL, "tu", NULL},
    {"raire", "rais rait raient", "ray", "rair", "_", "rai", "rait", NULL},
    {"connaître connaitre", "connais connaît connait", "connaiss",
	"connaîtr connaitr", "connu", NULL, "connu", NULL},
    {"naître naitre", "nais naît nait", "naiss", "naîtr naitr", "naqui", NULL,
	"né", NULL},
    {"aître aitre", "ais aît ait", "aiss", "aîtr aitr", "u", NULL, "u", NULL},
    {"oître oitre", "ois oîs oît oit", "oiss", "oîtr oitr", "u", NULL, "u û",
	NULL},
    {"re", "s t _", "_", "r", "i", NULL, "u", NULL}};

/* Is the word in the list?  "_" stands there for an empty one. */
static bool
has(const char *list, const char *word)
{
	size_t len;

	if (*word == '\0')
		word = "_";
	len = strlen(word);
	for (const char *s = list; (s = strstr(s, word)) != NULL; s += len)
		if ((s == list || s[-1] == ' ') &&
		    (s[len] == ' ' || s[len] == '\0'))
			return true;
	return false;
}

/* Is the word one of the stems with one of the endings behind? */
static bool
is(const char *word, const char *stems, const char *endings)
{
	while (stems != NULL && *stems != '\0') {
		size_t len = strcspn(stems, " ");
		size_t n = *stems == '_' ? 0 : len;

		if (strncmp(word, stems, n) == 0 && has(endings, word + n))
			return true;
		stems += len + (stems[len] == ' ');
	}
	return false;
}

/* Without the circumflex of nous fîmes, qu'il fût, nous passâmes, into to,
 * which has room for it; is there one? */
static bool
flatten(const char *word, char *to)
{
	static const char *const round[] = {"\xC3\xAE", "\xC3\xBB", "\xC3\xA2"};
	bool any = false;

	while (*word != '\0') {
		size_t i = 0;

		while (i < 3 && strncmp(word, round[i], 2) != 0)
			i++;
		any = any || i < 3;
		*to++ = i < 3 ? "iua"[i] : *word;
		word += i < 3 ? 2 : 1;
	}
	*to = '\0';
	return any;
}

/* What a word that is a stem of -er with this ending may be; whole: the stem is
 * as long as that of the infinitive, which others may have too. */
static const struct ending {
	const char *end;
	uint32_t may;
	bool whole;
} endings[] = {{"eraient", CONDITIONAL, false}, {"erions", CONDITIONAL, false},
    {"eriez", CONDITIONAL, false}, {"erais", CONDITIONAL, false},
    {"erait", CONDITIONAL, false}, {"erons", FUTURE, false},
    {"eront", FUTURE, false}, {"erez", FUTURE, false}, {"erai", FUTURE, false},
    {"eras", FUTURE, false}, {"era", FUTURE, false},
    {"assions", SUBJUNCTIVE, true}, {"assiez", SUBJUNCTIVE, true},
    {"assent", SUBJUNCTIVE, true}, {"asses", SUBJUNCTIVE, true},
    {"asse", SUBJUNCTIVE, true}, {"ât", SUBJUNCTIVE, true},
    {"âmes", PAST, true}, {"âtes", PAST, true}, {"èrent", PAST, true},
    {"aient", IMPERFECT, true}, {"ais", IMPERFECT, true},
    {"ait", IMPERFECT, true}, {"ions", IMPERFECT | SUBJUNCTIVE, true},
    {"iez", IMPERFECT | SUBJUNCTIVE, true}, {"ant", PARTICIPLE, true},
    {"ai", PAST, true}, {"as", PAST, true}, {"a", PAST, true},
    {"ons", PRESENT | IMPERATIVE, true}, {"ez", PRESENT | IMPERATIVE, true},
    {"é", PARTICIPLE, true}, {"és", PARTICIPLE, true}, {"ée", PARTICIPLE, true},
    {"ées", PARTICIPLE, true}, {"es", PRESENT | SUBJUNCTIVE, false},
    {"ent", PRESENT | SUBJUNCTIVE, false},
    {"e", PRESENT | SUBJUNCTIVE | IMPERATIVE, false}};

static uint32_t
forms_er(const char *word, size_t len)
{
	size_t n = strlen(word);

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		size_t end = strlen(endings[i].end);

		if (n <= end || strcmp(word + n - end, endings[i].end) != 0)
			continue;
		if (endings[i].whole ? n - end >= len
				     : n - end + 2 >= len && n - end <= len + 2)
			return endings[i].may;
	}
	return 0;
}

static uint32_t
forms_past(const char *word, const char *stems)
{
	char flat[LONGEST];
	bool round = flatten(word, flat);
	uint32_t may = 0;

	if (is(word, stems, "s t rent") ||
	    (round && is(flat, stems, "mes tes")))
		may |= PAST;
	if (is(word, stems, "sse sses ssions ssiez ssent") ||
	    (round && is(flat, stems, "t")))
		may |= SUBJUNCTIVE;
	return may;
}

static uint32_t
forms_future(const char *word, const char *stems)
{
	if (is(word, stems, "ai as a ons ez ont"))
		return FUTURE;
	return is(word, stems, "ais ait ions iez aient") ? CONDITIONAL : 0;
}

static uint32_t
forms_present(const char *word, const struct family *f)
{
	uint32_t may = 0;

	if (f->present != NULL && has(f->present, word))
		may |= PRESENT;
	if (is(word, f->plural, "ons ez"))
		may |= PRESENT | IMPERATIVE;
	if ((may & PRESENT) && *word != '\0' && word[strlen(word) - 1] == 's')
		may |= IMPERATIVE;
	if (f->more != NULL)
		may &= ~(uint32_t)IMPERATIVE;
	if (is(word, f->plural, "ent"))
		may |= PRESENT;
	if (is(word, f->plural, "ais ait aient"))
		may |= IMPERFECT;
	if (is(word, f->plural, "ions iez"))
		may |= IMPERFECT | SUBJUNCTIVE;
	if (is(word, f->plural, "ant"))
		may |= PARTICIPLE;
	if (is(word, f->that != NULL ? f->that : f->plural,
		"e es ent ions iez"))
		may |= SUBJUNCTIVE;
	return may;
}

static uint32_t
forms_more(const char *word, const char *more)
{
	const char *mark = more != NULL ? strchr(more, '!') : NULL;
	char that[LONGEST] = "";
	uint32_t may = 0;

	if (mark == NULL)
		return 0;
	memcpy(that, more, (size_t)(mark - more));
	if (has(that, word))
		may |= SUBJUNCTIVE;
	if (has(mark + 1, word))
		may |= IMPERATIVE;
	return may;
}

/* Where one of the ends begins in the infinitive, NULL if it has another. */
static const char *
ending_of(const char *infinitive, size_t n, const char *ends)
{
	while (*ends != '\0') {
		bool all = *ends == '^';
		size_t len = strcspn(ends += all, " ");

		if ((all ? len == n : len <= n) &&
		    memcmp(infinitive + n - len, ends, len) == 0)
			return infinitive + n - len;
		ends += len + (ends[len] == ' ');
	}
	return NULL;
}

/* Of what the stems of a family make. */
static uint32_t
forms_family(const char *word, const struct family *f)
{
	uint32_t may = forms_future(word, f->future);

	if (may != 0)
		return may;
	may = forms_present(word, f) | forms_past(word, f->past) |
	    forms_more(word, f->more);
	return may | (is(word, f->participle, "_ e s es") ? PARTICIPLE : 0);
}

/* In either spelling: connaître, connaitre. */
static bool
is_infinitive(const char *form, const char *infinitive)
{
	char a[LONGEST];
	char b[LONGEST];

	flatten(form, a);
	flatten(infinitive, b);
	return strcmp(a, b) == 0;
}

uint32_t
tense_forms(const char *form, const char *infinitive)
{
	size_t n = strlen(infinitive);
	const struct family *f = families;
	const char *end;
	size_t head;
	uint32_t may = 0;

	if (strlen(form) >= LONGEST || n >= LONGEST)
		return 0;
	if (is_infinitive(form, infinitive))
		return TENSE_BIT(TENSE_INFINITIVE);
	for (; f < families + sizeof(families) / sizeof(*families); f++)
		if ((end = ending_of(infinitive, n, f->end)) != NULL)
			break;
	if (f == families + sizeof(families) / sizeof(*families))
		return 0;
	/* what is before the family's end is the same in form and infinitive */
	head = (size_t)(end - infinitive);
	if (strncmp(form, infinitive, head) == 0)
		may = forms_family(form + head, f);
	if (may == 0 && strcmp(infinitive + n - 2, "er") == 0)
		may = forms_er(form, n - 2);
	return may;
}
