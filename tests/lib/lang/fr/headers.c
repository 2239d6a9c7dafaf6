/* What French files write around a text. */
#include <string.h>

#include "lib/lang/fr/headers.h"
#include "tap.h"

static void
section(const char *folded, bool ends_free, const char *want)
{
	const char *s = headers_section(folded, ends_free);

	is_str(s != NULL ? s : "none", want, folded);
}

static void
by(const char *s, size_t want)
{
	ok(headers_by(s, strlen(s)) == want, s);
}

int
main(void)
{
	is_str(headers_attribute("texte integral"), "text", "texte integral");
	is_str(headers_attribute("oratrice"), "speaker", "oratrice");
	ok(headers_attribute("speaker") == NULL, "no English key");
	ok(headers_is_published("Publiée le 3 mai", 17), "Publiée le");
	ok(!headers_is_published("publie hier", 11), "publie hier");
	ok(headers_is_place("canton d'avion"), "canton");
	ok(!headers_is_place("cantonnement"), "cantonnement");
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
	return done();
}
