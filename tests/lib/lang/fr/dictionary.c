/* Parts of speech of several sets of names as classes of Universal
 * Dependencies. */
#include "lib/lang/fr/dictionary.h"

#include <string.h>

#include "tap.h"

static void
check(const char *pos, const char *want)
{
	const char *s = lexicons_class(pos, strlen(pos));

	is_str(s != NULL ? s : "none", want, pos);
}

int
main(void)
{
	check("NOUN", "NOUN");
	check("VER:pres", "VERB");
	check("nc", "NOUN");
	check("Verbe", "VERB");
	check("clg", "PRON");
	check("NN", "none");
	check("", "none");
	/* of several words: what tells most */
	check("ADP+DET", "ADP");
	check("ADP+PRON", "PRON");
	check("ADP+NOUN", "NOUN");
	check("PRO:PER+VER:pres", "VERB");
	check("NN+DET", "DET");
	check("+", "none");
	ok(lexicons_class("NOUNS", 4) != NULL, "so many bytes of it");
	return done();
}
