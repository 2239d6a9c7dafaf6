#include "segment/tokenise/accents.h"

#include <string.h>

#include "lib/base/err.h"
#include "tap.h"

static const char cedilla[] = {'\xC3', '\xA7', 'a', '\0'};

static void
know(struct accents *a, const char *form)
{
	accents_know(a, form, strlen(form), true);
}

static bool
gives(struct accents *a, const char *word, const char *form, const char *want)
{
	const struct accents_word w = {word, strlen(word), form, strlen(form)};
	size_t n = 0;
	const char *s = accents_find(a, &w, false, &n);

	if (want == NULL)
		return s == NULL;
	return s != NULL && n == strlen(want) && memcmp(s, want, n) == 0;
}

static void
capitals(struct accents *a)
{
	ok(gives(a, "ETAT", "etat", "\xC3\xA9tat"), "all capitals");
	ok(gives(a, "ELEVES", "eleves", "\xC3\xA9l\xC3\xA8ves"),
	    "several accents");
	ok(gives(a, "COTE", "cote", NULL), "two accented forms");
	ok(gives(a, "MARCHE", "marche", NULL), "known without accents");
	ok(gives(a, "NON", "non", NULL), "not known");
	ok(gives(a, "\xC3\x89TAT", "\xC3\xA9tat", NULL), "with its accent");
	ok(a->n_restored == 2 && a->n_several == 1, "counts");
}

static void
initial(struct accents *a)
{
	ok(gives(a, "Etat", "etat", "\xC3\xA9tat"), "a capital at its head");
	ok(gives(a, "El\xC3\xA8ves", "el\xC3\xA8ves", "\xC3\xA9l\xC3\xA8ves"),
	    "the other accents are there");
	ok(gives(a, "Eleves", "eleves", NULL), "they are not");
	ok(gives(a, "Ca", "ca", cedilla), "a cedilla");
}

static void
letter(struct accents *a)
{
	const struct accents_word w = {"A", 1, "a", 1};
	size_t n = 0;
	const char *s = accents_find(a, &w, true, &n);

	ok(s != NULL && n == 2 && memcmp(s, "\xC3\xA0", 2) == 0,
	    "A at the head of a sentence");
	ok(accents_find(a, &w, false, &n) == NULL, "and not elsewhere");
}

int
main(void)
{
	static const char *const known[] = {"\xC3\xA9tat",
	    "\xC3\xA9l\xC3\xA8ves", "c\xC3\xB4te", "c\xC3\xB4t\xC3\xA9",
	    "march\xC3\xA9", "marche", cedilla, "\xC3\xA0", "a"};
	struct accents a;

	err_init("accents");
	accents_open(&a);
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		know(&a, known[i]);
	capitals(&a);
	initial(&a);
	letter(&a);
	accents_close(&a);
	return done();
}
