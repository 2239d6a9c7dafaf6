/* list - items of lists and rule files, and where data files are found. */
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/text/list.h"
#include "tap_io.h"

/* The items with their lines: "1a 3b ", tabs as |. */
static void
items(const char *text, const char *want, const char *name)
{
	struct buf got = {0};
	struct list l;
	const char *s;
	size_t len;

	feed(text, strlen(text));
	buf_str(&got, "");
	list_open(&l, NULL);
	while ((s = list_next(&l, &len)) != NULL) {
		char line[24];

		(void)snprintf(line, sizeof(line), "%ju", (uintmax_t)l.in.line);
		buf_str(&got, line);
		buf_str(&got, s);
		buf_str(&got, " ");
		if (strlen(s) != len)
			buf_str(&got, "(length)");
	}
	for (size_t i = 0; i < got.len; i++)
		if (got.s[i] == '\t')
			got.s[i] = '|';
	is_str(got.s, want, name);
	list_close(&l);
	buf_free(&got);
}

static void
words(void)
{
	char text[] = " un  deux\ttrois ";
	char *rest = text;

	is_str(list_word(&rest), "un", "the first word");
	is_str(list_word(&rest), "deux", "behind blanks");
	is_str(list_word(&rest), "trois", "behind a tab");
	ok(list_word(&rest) == NULL, "no more");
	ok(list_word(&rest) == NULL, "nor behind the end");
}

static void
lines(void)
{
	items("a\nb\n", "1a 2b ", "a line, an item");
	items("a\n\n \t \nb", "1a 4b ", "blank lines are none");
	items("# c\n#\n#tag\na # b\n  # c\n", "3#tag 4a # b ", "comments");
	items("a\r\nb\r\n\r\nc", "1a 2b 4c ", "CR LF");
	items("a\rb\r\rc", "1a 2b 4c ", "CR alone");
	items("a\rb\nc\r", "1a 1b 2c ", "both");
	items("\r\n", "", "nothing but an end of line");
	items("# nothing\n", "", "nothing but a comment");
}

static void
blanks(void)
{
	items("  a b  \n", "1a b ", "at the ends");
	items("\xC2\xA0\xE2\x80\xAF"
	      "a\xC2\xA0"
	      "b\xE3\x80\x80\n",
	    "1a\xC2\xA0"
	    "b ",
	    "of every kind, those within stay");
	items(" a \t b\t\xC2\xA0 c \n", "1a|b|c ", "around tabs");
	items("a\t\tb\n", "1a||b ", "an empty cell");
	items("a\t \tb\n", "1a||b ", "a blank one");
	items("a\t \t \n", "1a ", "at the end, tabs too");
	items("\t\ta\n", "1a ", "at the head");
	items("\t \n", "", "nothing else");
	items("a\n\xEF\xBB\xBF"
	      "b\n\xE2\x80\x8B"
	      "c",
	    "1a 2b 3c ", "marks of joined files");
	items("e\xCC\x81t\xC3\xA9\n", "1\xC3\xA9t\xC3\xA9 ", "items are NFC");
}

static void
read_all(void *arg)
{
	struct list l;
	size_t len;

	list_open(&l, arg);
	while (list_next(&l, &len) != NULL)
		continue;
	list_close(&l);
}

static void
find(void *arg)
{
	free(data_path(arg));
}

/* Those beside a program are found by every test of one. */
static void
paths(void)
{
	char nothing[] = "rules/fr/nothing.txt";
	char *path;

	(void)unsetenv("TRIBUNE_DATA");
	dies(find, nothing, RC_SYS, "/rules/fr/nothing.txt: No such file",
	    "nowhere");
	(void)setenv("TRIBUNE_DATA", "", 1);
	dies(find, nothing, RC_SYS, "/rules/fr/nothing.txt: No such file",
	    "an empty word says nothing");
	(void)setenv("TRIBUNE_DATA", "/some where", 1);
	path = data_path(nothing);
	is_str(path, "/some where/rules/fr/nothing.txt", "where it is said");
	free(path);
}

int
main(void)
{
	char none[] = "/no/list";

	err_init("list");
	words();
	lines();
	blanks();
	paths();
	dies(read_all, none, RC_SYS, "list: /no/list: No such file",
	    "no such file");
	feed("a\n\xFF\n", 4);
	dies(read_all, NULL, RC_DATA, "list: <stdin>:2: byte 1 (0xFF)",
	    "no text");
	feed("", 0);
	dies(read_all, NULL, RC_DATA, "list: <stdin>: empty input", "nothing");
	return done();
}
