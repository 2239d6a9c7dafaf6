#include "dictionary.h"

#include <string.h>

#include "lib/text/utf.h"

const char *const dictionary_files[] = {"/fr", "/fr_FR", "/fr-classique", NULL};

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

static bool
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
		if (len >= strlen(tags[i].tag) &&
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
		size_t len = strcspn(s, " ");

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

bool
dictionary_past(const char *form, size_t len)
{
	static const char *const ends[] = {"é", "u", "i", "t"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (len > n && memcmp(form + len - n, ends[i], n) == 0)
			return true;
	}
	return false;
}
