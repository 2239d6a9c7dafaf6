#include "words.h"

#include <string.h>

enum {
	LONGEST = 16 /* bytes of a word in a list */
};

/* Is it one of the list's, which is written " a b c "? */
static bool
is_in(const char *list, const char *s, size_t len)
{
	char w[LONGEST + 3] = " ";

	if (len == 0 || len > LONGEST || memchr(s, ' ', len) != NULL)
		return false;
	memcpy(w + 1, s, len);
	w[len + 1] = ' ';
	return strstr(list, w) != NULL;
}

enum words_person
words_person(const char *form)
{
	static const char singular[] =
	    " je j' me m' moi -je -moi -m' moi-même mon ma mes mien mienne "
	    "miens miennes ";
	static const char plural[] =
	    " nous -nous nous-mêmes nous-même notre nos nôtre nôtres ";
	size_t len = strlen(form);

	if (is_in(singular, form, len))
		return WORDS_FIRST_SINGULAR;
	return is_in(plural, form, len) ? WORDS_FIRST_PLURAL : WORDS_OTHER;
}

/* First parts of compounds, which are seldom the beginning of another word. */
bool
words_is_head(const char *s, size_t len)
{
	static const char heads[] =
	    " après arrière avant contre demi grand grands hors là non nord "
	    "peut porte presque quasi rendez sans semi sous sud vice vis ";

	return is_in(heads, s, len);
}

/* What follows a verb or a word with a hyphen of its own. */
bool
words_is_tail(const char *s, size_t len)
{
	static const char tails[] =
	    " ce ci dedans dehors delà derrière dessous dessus devant elle "
	    "elles en eux être il ils je la le les leur lui là moi même mêmes "
	    "nous on soi t toi tu vous y ";

	return is_in(tails, s, len);
}

bool
words_is_link(const char *s, size_t len)
{
	return is_in(" à ", s, len);
}

bool
words_joins(const char *s, size_t len)
{
	return is_in(" et ou à ni puis ", s, len);
}

bool
words_is_grammar(const char *s, size_t len)
{
	static const char all[] =
	    " a au aux avec c ce ces cet cette d dans de des du elle en est et "
	    "il ils j je l la le les leur leurs n ne nos notre nous ou par "
	    "pour qu que qui s sa se ses son sur un une vos votre vous y ";

	return is_in(all, s, len);
}

bool
words_is_civility(const char *s, size_t len)
{
	static const char all[] =
	    " m. mme mlle mm. mr monsieur madame mademoiselle dr docteur "
	    "maitre ";

	return is_in(all, s, len);
}

bool
words_is_title(const char *s, size_t len, bool first)
{
	static const char all[] =
	    " mm mr mme mmes mlle mlles monsieur messieurs madame mesdames "
	    "mademoiselle docteur maitre professeur ";

	return is_in(all, s, len) ||
	    (first && is_in(" m dr me pr le la les l ", s, len));
}

bool
words_same_but_gender(const char *a, const char *b)
{
	while (*a != '\0' || *b != '\0') {
		bool end_a = *a == '\0' || *a == ' ';
		bool end_b = *b == '\0' || *b == ' ';

		if (*a == *b && *a != '\0') {
			a++;
			b++;
		} else if (end_a && *b == 'e' && (b[1] == ' ' || b[1] == '\0'))
			b++;
		else if (end_b && *a == 'e' && (a[1] == ' ' || a[1] == '\0'))
			a++;
		else
			return false;
	}
	return true;
}

bool
words_is_particle(const char *s, size_t len)
{
	if (len > 0 && s[len - 1] == '\'')
		len--;
	return is_in(
	    " d de der des di du e el et l la le les van von y ", s, len);
}

size_t
words_elided(const char *s, size_t len)
{
	if (len < 2 || (*s != 'd' && *s != 'l'))
		return 0;
	if (s[1] == '\'')
		return 2;
	return len > 3 && memcmp(s + 1, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
}
