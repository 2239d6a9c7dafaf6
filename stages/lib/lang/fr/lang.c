#include "lang.h"

#include <string.h>
#include <strings.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/text/list.h"

static const char code[] = "fr";

static const char *const file_name[LANG_FILES] = {
    [LANG_ABBREVIATIONS] = "rules/fr/abbreviations.txt",
    [LANG_COMPOUNDS] = "rules/fr/compounds.txt",
    [LANG_STARTERS] = "rules/fr/starters.txt",
    [LANG_STEMS] = "rules/fr/stem-overrides.tsv",
    [LANG_LEMMAS] = "rules/fr/lemmas.tsv",
    [LANG_TAGS] = "weights/fr/tags.weights",
    [LANG_SYLLABLES] = "rules/fr/syllables.tsv",
    [LANG_DEBATES] = "rules/fr/debates.tsv",
    [LANG_STOPLIST] = "stoplists/fr/grammaire.txt",
    [LANG_ADDRESSES] = "stoplists/fr/adresses.txt",
    [LANG_THEMES] = "themes/fr/politique.tsv",
};

char *
lang_path(enum lang_file file)
{
	return data_path(file_name[file]);
}

bool
lang_is_file(const char *name, enum lang_file file)
{
	return strcmp(name, file_name[file]) == 0;
}

bool
lang_is_beside(const char *name, enum lang_file file)
{
	const char *end = strrchr(file_name[file], '/');

	return strncmp(name, file_name[file],
		   (size_t)(end + 1 - file_name[file])) == 0;
}

char *
lang_rule(const char *dir, enum lang_file file)
{
	struct buf b = {0};

	if (dir == NULL)
		return lang_path(file);
	buf_str(&b, dir);
	buf_str(&b, strrchr(file_name[file], '/'));
	return b.s;
}

enum lang_greeting
lang_greeting(const char *form, size_t len)
{
	static const char heads[] =
	    " m. mm. mme mmes mlle mlles madame mesdames mademoiselle "
	    "mesdemoiselles monsieur messieurs cher chers chère chères ";
	static const char links[] =
	    " le la les l' et mon ma mes nos vos à au aux de du des d' "
	    "premier première premiers premières garde sceaux parlementaires "
	    "délégué déléguée délégués déléguées membres gouvernement ";
	/* what they preside over or have in charge */
	static const char houses[] =
	    " assemblée nationale sénat république parlement commission "
	    "conseil constitutionnel état économique social environnemental "
	    "général départemental régional municipal cour comptes lois "
	    "affaires sociales économiques étrangères culturelles européennes "
	    "finances défense intérieur justice éducation enseignement "
	    "supérieur recherche culture communication santé travail emploi "
	    "économie industrie redressement productif budget publics "
	    "agriculture pêche environnement écologie transition écologique "
	    "énergie transports logement ville famille territoires outre-mer "
	    "relations chargé chargée opposition majorité ";
	char w[24] = " ";

	if (len == 0 || len + 3 > sizeof(w) || memchr(form, ' ', len) != NULL)
		return LANG_NO_GREETING;
	memcpy(w + 1, form, len);
	w[len + 1] = ' ';
	if (strstr(heads, w) != NULL)
		return LANG_GREETING_HEAD;
	return strstr(links, w) != NULL || strstr(houses, w) != NULL
	    ? LANG_GREETING_LINK
	    : LANG_NO_GREETING;
}

const char *
lang_code(void)
{
	return code;
}

bool
lang_is(const char *tag)
{
	static const char *const name[] = {LANG_NAME,
	    "fran\xC3\xA7"
	    "ais",
	    "frans",
	    "fran\xC3\xA7"
	    "aise"};
	size_t n = sizeof(code) - 1;

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (strcasecmp(tag, name[i]) == 0)
			return true;
	return strncasecmp(tag, code, n) == 0 &&
	    (tag[n] == '\0' || tag[n] == '-' || tag[n] == '_');
}

const char *
lang_label(const char *english)
{
	static const char *const label[][2] = {{"part", "partie"},
	    {"supplementary part", "partie supplémentaire"}, {"term", "terme"},
	    {"supplementary term", "terme supplémentaire"}, {"axis", "axe"},
	    {"of", "sur"}, {"Without a label", "Sans étiquette"},
	    {"Labels in full", "Étiquettes entières"}, {":", "\xC2\xA0:"},
	    {"; ", "\xC2\xA0; "}, {"parts", "parties"}, {"terms", "termes"},
	    {"height", "hauteur"}, {"length", "longueur"},
	    {"Nothing to show", "Rien à montrer"}, {"Least", "Minimum"},
	    {"Most", "Maximum"}, {"Bars", "Barres"}, {"Rows", "Lignes"},
	    {"Columns", "Colonnes"},
	    {"From left to right", "De gauche à droite"},
	    {"Upwards", "De bas en haut"}, {"Lines", "Courbes"},
	    {"By chance", "Par hasard"}, {"Tree", "Arbre"}, {"Words", "Mots"},
	    {"Edges", "Arêtes"}, {"Network", "Réseau"},
	    {"Only edges tell what is near",
		"Seules les arêtes disent ce qui est proche"},
	    {"The area of the letters grows with the value; long words look "
	     "larger; places tell nothing",
		"La surface des lettres croît avec la valeur\xC2\xA0; les mots "
		"longs paraissent plus grands\xC2\xA0; la place ne dit rien"}};

	for (size_t i = 0; i < sizeof(label) / sizeof(*label); i++)
		if (strcmp(label[i][0], english) == 0)
			return label[i][1];
	return english;
}

/* The likeliest first, and what éèàêçôùîœ’ are in each. */
const struct in_encoding in_encodings[] = {
    {"windows-1252", "\xE9\xE8\xE0\xEA\xE7\xF4\xF9\xEE\x9C\x92"},
    {"MACINTOSH", "\x8E\x8F\x88\x90\x8D\x99\x9D\x94\xCF\xD5"},
    {"CP850", "\x82\x8A\x85\x88\x87\x93\x97\x8C"}, {NULL, NULL}};

double
lang_ease_kandel_moles(double asl, double asw)
{
	return 209 - 1.15 * asl - 68 * asw;
}

double
lang_ease_textstat(double asl, double asw)
{
	return 207 - 1.015 * asl - 73.6 * asw;
}
