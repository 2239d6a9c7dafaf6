/* Lists of French words. */
#include <string.h>

#include "lib/lang/fr/words.h"
#include "tap.h"

static void
persons(void)
{
	ok(words_person("moi-même") == WORDS_FIRST_SINGULAR, "moi-même");
	ok(words_person("j'") == WORDS_FIRST_SINGULAR, "j'");
	ok(words_person("-nous") == WORDS_FIRST_PLURAL, "-nous");
	ok(words_person("vous") == WORDS_OTHER, "vous");
	ok(words_person("mon ma") == WORDS_OTHER, "two words are none");
	ok(words_person("") == WORDS_OTHER, "nothing");
}

static bool
elided(const char *s, size_t want)
{
	return words_elided(s, strlen(s)) == want;
}

static void
names(void)
{
	ok(words_is_particle("du", 2) && words_is_particle("d'", 2), "du, d'");
	ok(!words_is_particle("don", 3) && !words_is_particle("'", 1),
	    "no particles");
	ok(elided("d'Estaing", 2) && elided("l\xE2\x80\x99Hermite", 4),
	    "both apostrophes");
	ok(elided("dE", 0) && elided("D'Estaing", 0) && elided("d", 0),
	    "nothing elided");
	ok(words_is_title("m", 1, true) && !words_is_title("m", 1, false),
	    "m is a title before a name only");
	ok(words_is_civility("m.", 2) && !words_is_civility("m", 1),
	    "a civility has its full stop");
	ok(words_same_but_gender("depute avocat", "deputee avocate"),
	    "the same office of a woman");
	ok(!words_same_but_gender("depute", "deputes"), "another word");
}

static void
hyphens(void)
{
	ok(words_is_head("demi", 4) && !words_is_head("gouverne", 8), "heads");
	ok(words_is_tail("vous", 4) && !words_is_tail("ment", 4), "tails");
	ok(words_is_link("à", 2) && !words_is_link("a", 1), "vis-à-vis");
	ok(words_joins("puis", 4) && !words_joins("pui", 3), "pré- puis post-");
	ok(!words_is_tail("anticonstitutionnellement", 25), "a long word");
}

static void
section(const char *folded, bool ends_free, const char *want)
{
	const char *s = words_section(folded, ends_free);

	is_str(s != NULL ? s : "none", want, folded);
}

static void
by(const char *s, size_t want)
{
	ok(words_by(s, strlen(s)) == want, s);
}

static void
around(void)
{
	is_str(words_attribute("texte integral"), "text", "texte integral");
	is_str(words_attribute("oratrice"), "speaker", "oratrice");
	ok(words_attribute("speaker") == NULL, "no English key");
	ok(words_is_published("Publiée le 3 mai", 17), "Publiée le");
	ok(!words_is_published("publie hier", 11), "publie hier");
	ok(words_is_place("canton d'avion"), "canton");
	ok(!words_is_place("cantonnement"), "cantonnement");
	section("le projet en bref", true, "projet");
	section("le projet en bref", false, "none");
	section("le projet :", false, "projet");
	section("le projet avance", true, "none");
	section("quelques elements de langage", true, "discours");
	section("quelques projets", true, "none");
	section("", true, "none");
	by("Par Jeanne MARTIN", 4);
	by("Par la Région", 7);
	by("Par l\xE2\x80\x99"
	   "État",
	    8);
	by("Par la suite", 0);
	by("Par ", 0);
}

int
main(void)
{
	persons();
	names();
	hyphens();
	around();
	return done();
}
