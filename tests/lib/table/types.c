/* types - which types of a table are of a list. */
#include "lib/table/types.h"
#include "tap_io.h"

static void
read_text(struct intern *words, const char *text)
{
	feed(text, strlen(text));
	types_listed(words, NULL);
}

int
main(void)
{
	struct intern words;

	intern_open(&words);
	read_text(&words,
	    "type\tfreq\tlist\nla\t9\tgrammaire\nloi\t3\tNA\na\\tb\t1\tx\n");
	is_u64(words.n, 2, "those that have a list, and no other");
	is_u64(intern_find(&words, "la", 2), 0, "by their type");
	is_u64(intern_find(&words, "a\tb", 3), 1, "without the escapes");
	read_text(&words, "type\tlist\n");
	is_u64(words.n, 2, "a table without rows adds none");
	intern_free(&words);
	return done();
}
