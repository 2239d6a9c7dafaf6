/* err - one line a message, whatever it quotes; the exits. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "tap_io.h"

static void
say(void *arg)
{
	note("%s", (const char *)arg);
}

static void
shows(const char *quoted, const char *want, const char *name)
{
	char text[256];
	char line[300];
	int rc;
	char *said;

	(void)snprintf(text, sizeof(text), "%s", quoted);
	(void)snprintf(line, sizeof(line), "err: %s\n", want);
	said = said_by(say, text, &rc);
	is_str(said, line, name);
	free(said);
}

static void
escapes(void)
{
	shows("d\xC3\xA9j\xC3\xA0 \xE2\x82\xAC \xF0\x9F\x98\x80",
	    "d\xC3\xA9j\xC3\xA0 \xE2\x82\xAC \xF0\x9F\x98\x80", "letters stay");
	shows("a\nb\r\tc", "a\\x0Ab\\x0D\\x09c", "ends of lines, tabs");
	shows("\x1B[31m\x7F", "\\x1B[31m\\x7F", "controls");
	shows("\xC2\x85\xC2\x9B\xC2\xA0", "\\xC2\\x85\\xC2\\x9B\xC2\xA0",
	    "controls of two bytes, the no-break space is none");
	shows("\xE2\x80\xA7\xE2\x80\xA8\xE2\x80\xAE\xE2\x80\xAF",
	    "\xE2\x80\xA7\\xE2\\x80\\xA8\\xE2\\x80\\xAE\xE2\x80\xAF",
	    "line separators, turns of the direction");
	shows("\xE2\x81\xA5\xE2\x81\xA6\xE2\x81\xA9\xE2\x81\xAA",
	    "\xE2\x81\xA5\\xE2\\x81\\xA6\\xE2\\x81\\xA9\xE2\x81\xAA",
	    "isolates");
	shows("\xFF\xFE", "\\xFF\\xFE", "no UTF-8");
	shows("\xC3", "\\xC3", "a letter that is cut");
	shows("\xE2\x82", "\\xE2\\x82", "another");
	shows("\xC2\x41",
	    "\\xC2"
	    "A",
	    "a lead before ASCII");
	shows("\xC0\x80\xED\xA0\x80", "\\xC0\\x80\\xED\\xA0\\x80",
	    "overlong, a surrogate");
	shows("\x80", "\\x80", "an end of a letter alone");
	shows("a\x80z", "a\\x80z", "behind ASCII");
	shows("\xC3\xA9\xA9", "\xC3\xA9\\xA9", "behind a letter");
	shows("100 %s %n", "100 %s %n", "no format");
}

/* Text of n units, much longer than a message. */
static void
long_text(const char *unit, size_t n, const char *behind, const char *name)
{
	struct buf b = {0};
	char *said;
	size_t len;
	int rc;

	for (size_t i = 0; i < n; i++)
		buf_str(&b, unit);
	buf_str(&b, behind);
	said = said_by(say, b.s, &rc);
	len = strlen(said);
	ok(rc == 0 && len > 1000 && len <= 4096 &&
		strchr(said, '\n') == said + len - 1,
	    name);
	free(said);
	buf_free(&b);
}

static void
long_texts(void)
{
	char bytes[1021];

	memset(bytes, 0x80, sizeof(bytes) - 1);
	bytes[0] = 'a';
	bytes[sizeof(bytes) - 1] = '\0';
	long_text("a", 100000, "", "cut");
	long_text("\x1B", 100000, "", "all of it escaped");
	long_text("\xE2\x80\xA8", 5000, "", "three bytes at a time");
	long_text("\xC2\x85", 5000, "", "two bytes at a time");
	long_text("\x01", 1000, "a", "escapes up to the end of the room");
	long_text("\x01", 1019, bytes, "no UTF-8 behind them");
}

/* The cut falls on either byte of a letter. */
static void
cut_letters(void)
{
	struct buf b = {0};
	int rc;

	buf_str(&b, "x");
	for (size_t i = 0; i < 2000; i++)
		buf_str(&b, "\xC3\xA9");
	for (size_t from = 0; from < 2; from++) {
		char *said = said_by(say, b.s + from, &rc);

		ok(strstr(said, "\xC3\xA9...\n") != NULL &&
			strchr(said, '\\') == NULL,
		    "cut between letters");
		free(said);
	}
	buf_free(&b);
}

static void
data(void *arg)
{
	die_data("f.txt", *(uint64_t *)arg, "%d things", 3);
}

static void
usage(void *arg)
{
	die_usage("option -%c", *(char *)arg);
}

static void
sys(void *arg)
{
	errno = ENOENT;
	die_sys(arg);
}

static void
quiet(void *arg)
{
	err_quiet();
	err_verbose();
	note("a note");
	note_more("more");
	if (*(int *)arg != 0)
		die_data("f", 0, "all the same");
}

static void
loud(void *arg)
{
	note_more("before");
	err_verbose();
	note_more("%s", (char *)arg);
}

static void
closed(void *arg)
{
	(void)close(STDOUT_FILENO);
	err_init(arg);
}

static void
is_said(void (*f)(void *), void *arg, int status, const char *want,
    const char *name)
{
	int rc;
	char *said = said_by(f, arg, &rc);

	ok(rc == status, name);
	is_str(said, want, name);
	free(said);
}

static void
exits(void)
{
	uint64_t line = 0;
	char q = 'q';
	char name[] = "a\nb";
	char more[] = "more";
	int no = 0;
	int yes = 1;

	is_said(data, &line, 1, "err: f.txt: 3 things\n", "without a line");
	line = UINT64_MAX;
	is_said(data, &line, 1, "err: f.txt:18446744073709551615: 3 things\n",
	    "the last line there is");
	is_said(usage, &q, 2, "err: option -q\n", "usage");
	is_said(sys, name, 3,
	    "err: a\\x0A"
	    "b: No such file or directory\n",
	    "what the system says");
	is_said(quiet, &no, 0, "", "quiet, though verbose too");
	is_said(quiet, &yes, 1, "err: f: all the same\n",
	    "what ends the program is said");
	is_said(loud, more, 0, "err: more\n", "more from then on");
	dies(closed, more, 3,
	    "more: standard output: ", "no standard output to write to");
}

int
main(void)
{
	err_init("/some where/err");
	is_str(err_prog(), "err", "the name without its folder");
	escapes();
	long_texts();
	cut_letters();
	exits();
	return done();
}
