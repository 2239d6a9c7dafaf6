/* A token stream as those who count read it: which tokens count, their
 * numbers, where the parts begin. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/stream/tokens.h"
#include "tap.h"

static const char body[] = "avant\tw\tavant\n"
			   ".\tp\t.\n"
			   "<speech id=\"a\">\n"
			   "R&amp;D\tw\tr&amp;d\n"
			   "R&#38;D\tw\tr&#38;d\n"
			   "<gap n=\"2\"/>\n"
			   "vide\tw\t\n"
			   "r&amp;d\tn\tr&amp;d\n"
			   "</speech>\n"
			   "entre\tw\tentre\n"
			   "<speech id=\"b\">\n"
			   "</speech>\n";

/* kind word form: the kind apart from what is counted. */
static const char apart[] = "w\tun\tun\n"
			    "n\tun\tun\n"
			    "p\t.\t.\n"
			    "w\tUn\tun\n";

static char path[4096];

static void
write_stream(const char *columns, const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL ||
	    fprintf(f, "<!-- #vrt positional-attributes: %s -->\n%s", columns,
		text) < 0 ||
	    fclose(f) != 0)
		exit(3);
}

/* A letter an event; behind that of a word, its type and part. */
static void
read_all(const struct tokens_opts *o, const char *want, const char *name)
{
	static const char letter[] = ".w-g<>o";
	char got[512] = "";
	char *files[] = {path};
	struct tokens t;
	enum tokens_event ev;

	tokens_open(&t, o, files, 1);
	do {
		size_t n = strlen(got);
		size_t len;

		ev = tokens_next(&t);
		if (ev == TOKENS_WORD)
			(void)snprintf(got + n, sizeof(got) - n, "w%s/%s ",
			    intern_s(&t.types, t.type, &len),
			    intern_s(&t.part.names, t.part.cur, &len));
		else
			(void)snprintf(
			    got + n, sizeof(got) - n, "%c ", letter[ev]);
	} while (ev != TOKENS_END);
	is_str(got, want, name);
	tokens_close(&t);
}

/* The numbers of all tokens. */
static void
numbers(const struct tokens_opts *o, const char *want, const char *name)
{
	char got[512] = "";
	char *files[] = {path};
	struct tokens t;
	enum tokens_event ev;

	tokens_open(&t, o, files, 1);
	while ((ev = tokens_next(&t)) != TOKENS_END) {
		size_t n = strlen(got);

		if (ev == TOKENS_WORD || ev == TOKENS_PASS)
			(void)snprintf(
			    got + n, sizeof(got) - n, "%u ", (unsigned)t.id);
	}
	is_str(got, want, name);
	tokens_close(&t);
}

static void
columns(void)
{
	const struct tokens_opts o = {
	    .also = {"word", "lemma"}, .lenient = true};
	char *files[] = {path};
	struct tokens t;
	size_t len;
	const char *s;

	tokens_open(&t, &o, files, 1);
	while (tokens_next(&t) != TOKENS_OPEN)
		;
	ok(tokens_next(&t) == TOKENS_WORD, "a word");
	s = tokens_also(&t, 0, &len);
	ok(len == 3 && strcmp(s, "R&D") == 0, "another column, plain");
	s = tokens_value(&t, &len);
	ok(len == 3 && strcmp(s, "r&d") == 0, "the counted one, plain");
	ok(tokens_also(&t, 1, &len) == NULL, "one that is missing");
	s = tokens_kind(&t, &len);
	ok(len == 1 && *s == 'w', "its kind");
	tokens_close(&t);
}

int
main(void)
{
	const char *dir = getenv("TMPDIR");

	(void)snprintf(path, sizeof(path), "%s/tokens.%ld.vrt",
	    dir != NULL ? dir : "/tmp", (long)getpid());
	write_stream("word kind form", body);
	read_all(&(struct tokens_opts){.by = "id"},
	    "o wavant/NA - < wr&d/a wr&d/a g - - > o wentre/NA < > . ",
	    "words and their parts");
	read_all(&(struct tokens_opts){.kinds = "n"},
	    "- - < - - g - wr&d/ > - < > . ",
	    "kinds that are asked for, without parts");
	read_all(&(struct tokens_opts){.usual = "pn"},
	    "- o w./ < - - g - wr&d/ > - < > . ", "kinds that are usual");
	numbers(&(struct tokens_opts){0}, "0 1 2 3 4 5 6 ",
	    "numbers by the kind beside the counted column");
	columns();
	write_stream("kind word form", apart);
	numbers(&(struct tokens_opts){0}, "0 0 1 0 ",
	    "numbers by the counted column");
	numbers(&(struct tokens_opts){.by_kind = true}, "0 1 2 0 ",
	    "numbers by the kind too");
	read_all(&(struct tokens_opts){0}, "o wun/ - - wun/ . ",
	    "one number may count and not");
	write_stream("word pos form", body);
	read_all(&(struct tokens_opts){.by = "id"},
	    "o wavant/NA w./NA < wr&d/a wr&d/a g - wr&d/a > o wentre/NA < > . ",
	    "without kinds every token counts that has a value");
	(void)unlink(path);
	return done();
}
