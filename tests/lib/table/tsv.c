/* tsv - headers, rows, escapes both ways, cells as figures. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"
#include "tap_io.h"

/* The table with "," between cells, their lengths where a NUL would hide
 * something, ";" behind rows. */
static void
table(const char *text, const char *want, const char *name)
{
	struct buf got = {0};
	struct tsv t;

	feed(text, strlen(text));
	tsv_open(&t, NULL);
	for (size_t i = 0; i < t.n_col; i++) {
		buf_str(&got, i > 0 ? "," : "");
		buf_str(&got, t.name[i]);
	}
	buf_str(&got, ";");
	while (tsv_next(&t)) {
		for (size_t i = 0; i < t.n_col; i++) {
			buf_str(&got, i > 0 ? "," : "");
			buf_mem(&got, t.cell[i], t.size[i]);
			buf_str(&got,
			    strlen(t.cell[i]) == t.size[i] ? "" : "(length)");
		}
		buf_str(&got, ";");
	}
	is_str(got.s, want, name);
	tsv_close(&t);
	buf_free(&got);
}

/* Cells of every length, and an escape at every place of a row. */
static void
lengths(void)
{
	char x[100];

	memset(x, 'x', sizeof(x));
	for (int n = 0; n < 99; n++) {
		char row[256];
		char want[256];

		(void)snprintf(row, sizeof(row), "a\tb\tc\n%.*s\t\\n%.*s\t\n",
		    n, x, 98 - n, x);
		(void)snprintf(
		    want, sizeof(want), "a,b,c;%.*s,\n%.*s,;", n, x, 98 - n, x);
		table(row, want, "cells of all lengths");
	}
}

static void
tables(void)
{
	lengths();
	table("a\tb\n1\t2\n3\t4\n", "a,b;1,2;3,4;", "cells");
	table("a\tb\n1\t2", "a,b;1,2;", "no last end of line");
	table("a\n", "a;", "a header alone");
	table("a\n\nx\n", "a;;x;", "an empty row of one cell");
	table("a\tb\tc\n\t\t\n\tx\t\n", "a,b,c;,,;,x,;", "empty cells");
	table("a\tb\r\n1\t2\r\n\t\r\n", "a,b;1,2;,;", "CR LF");
	table("\xEF\xBB\xBF"
	      "a\n1\n",
	    "a;1;", "a byte order mark");
	table("a\tb\n1\t2\t\n3\t4\n", "a,b;1,2;3,4;", "a tab too many");
	table("a\tb\r\n1\t2\t\r\n", "a,b;1,2;", "and CR LF behind it");
	table("a\tb\n1\t\n", "a,b;1,;", "an empty last cell is no such tab");
	table("a\tb\n\\t\\n\t\\\\\n", "a,b;\t\n,\\;", "escapes");
	table("a\\tb\tc\\\\\n1\t2\n", "a\tb,c\\;1,2;", "in names");
	table("a\n\\\\t\n\\x\\\n\\\\\\n\n", "a;\\t;\\x\\;\\\n;",
	    "backslashes alone and in a row");
	table("a\tb\n\\\t\\\n", "a,b;\\,\\;", "at the end of a cell");
	table("a\tb\n# c\t\"d\"\n", "a,b;# c,\"d\";", "no comments, no quotes");
}

static void
read_all(void *arg)
{
	const char *text = arg;
	struct tsv t;

	feed(text, strlen(text));
	tsv_open(&t, NULL);
	while (tsv_next(&t))
		continue;
	tsv_close(&t);
}

static void
refuses(const char *text, const char *want)
{
	char copy[256];

	(void)snprintf(copy, sizeof(copy), "%s", text);
	dies(read_all, copy, RC_DATA, want, want);
}

static void
bad_tables(void)
{
	struct buf b = {0};

	refuses("\r\na\r\n", ":1: no header line");
	refuses("\na\n", "tsv: <stdin>:1: no header line: not a table");
	table("<a>\tb\n1\t2\n", "<a>,b;1,2;", "a column may be called <a>");
	refuses("a\tb\n1\n", ":2: 1 column where the header names 2");
	refuses("a\tb\n1\t2\n1\t2\t3\n", ":3: 3 columns where the header");
	refuses("a\tb\n1\t2\t\t\n", ":2: 4 columns where the header names 2");
	refuses("a\tb\n\n", ":2: 1 column where");
	refuses("a\tb\ta\n", ":1: two columns are called 'a'");
	refuses("<!-- #vrt positional-attributes: word -->\n",
	    ":1: a token stream where a table is expected");
	refuses("<speech id=\"a\">\n", ":1: a transcript where a table is");
	refuses("a\t\t\n", ":1: two columns are called ''");
	refuses("a\\\\\ta\\\n", ":1: two columns are called 'a\\'");
	for (size_t i = 0; i < TSV_COLUMNS; i++) {
		char name[16];

		(void)snprintf(name, sizeof(name), "c%zu", i);
		buf_str(&b, i > 0 ? "\t" : "");
		buf_str(&b, name);
	}
	read_all(b.s);
	ok(true, "as many columns as there may be");
	buf_str(&b, "\tone");
	dies(read_all, b.s, RC_DATA, ":1: more than 1024 columns", "one more");
	buf_free(&b);
}

/* The column asked for, and what the first row holds there. */
struct ask {
	const char *column;
	const char *cell;
	bool real;
};

static uint64_t
ask_cell(const struct ask *a, double *real)
{
	char text[256];
	struct tsv t;
	size_t k;
	uint64_t v = 0;

	(void)snprintf(text, sizeof(text), "x\tfreq\n1\t%s\n", a->cell);
	feed(text, strlen(text));
	tsv_open(&t, NULL);
	k = tsv_column(&t, a->column);
	(void)tsv_next(&t);
	if (a->real)
		*real = tsv_real(&t, k);
	else
		v = tsv_u64(&t, k);
	tsv_close(&t);
	return v;
}

static void
ask_it(void *arg)
{
	double v;

	(void)ask_cell(arg, &v);
}

static void
no_figure(const char *cell, bool real)
{
	struct ask a = {"freq", cell, real};
	char want[128];

	(void)snprintf(want, sizeof(want),
	    "tsv: <stdin>:2: column freq: '%s' is not a %s", cell,
	    real ? "number" : "count");
	dies(ask_it, &a, RC_DATA, want, want);
}

static void
count(const char *cell, uint64_t want)
{
	struct ask a = {"freq", cell, false};
	double none;

	is_u64(ask_cell(&a, &none), want, cell);
}

static void
real(const char *cell, double want)
{
	struct ask a = {"freq", cell, true};
	double got;

	(void)ask_cell(&a, &got);
	near(got, want, 0, cell);
}

static void
figures(void)
{
	static const char *const bad[] = {"", "-1", "+1", " 1", "1 ", "1.0",
	    "1e3", "0x10", "NA", "18446744073709551616",
	    "99999999999999999999999"};
	static const char *const odd[] = {
	    "", "x", "1,5", "1 ", "inf", "-nan", "1e999", "NaN", "1.5.2"};
	struct ask other = {"frequency", "1", false};

	count("0", 0);
	count("007", 7);
	count("9007199254740993", (UINT64_C(1) << 53) + 1);
	count("18446744073709551615", UINT64_MAX);
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		no_figure(bad[i], false);
	real("0.5", 0.5);
	real("-1e-3", -1e-3);
	real("12", 12);
	real("NA", NAN);
	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++)
		no_figure(odd[i], true);
	dies(ask_it, &other, RC_DATA,
	    "tsv: <stdin>:1: no column 'frequency'; there are: x, freq",
	    "no such column");
}

/* What tsv_put() writes, tsv_unescape() gives back. */
static void
round_trip(void)
{
	static const char all[] = "\t\n\\t\\\\n a\\\n\n\t\t\\";
	static const char want[] = "\\t\\n\\\\t\\\\\\\\n a\\\\\\n\\n\\t\\t\\\\";
	struct out o;
	int fd = scratch();
	size_t len;
	char *got;
	bool same = true;

	out_open(&o, dup(fd), "scratch");
	tsv_put(&o, all, sizeof(all) - 1);
	tsv_put(&o, "", 0);
	out_close(&o);
	got = slurp(fd, &len);
	is_str(got, want, "tabs, ends of lines and backslashes");
	len = tsv_unescape(got, len);
	ok(len == sizeof(all) - 1 && strcmp(got, all) == 0, "and back");
	free(got);
	/* every text of six signs of four */
	for (unsigned i = 0; i < 4096; i++) {
		char s[7] = "";
		char e[16] = "";
		size_t n = 0;

		for (unsigned k = 0; k < 6; k++)
			s[k] = "\t\n\\t"[i >> 2 * k & 3];
		for (size_t k = 0; k < 6; k++) {
			if (s[k] != 't')
				e[n++] = '\\';
			e[n++] = "tn\\t"[i >> 2 * k & 3];
		}
		same = same && tsv_unescape(e, n) == 6 && strcmp(e, s) == 0;
	}
	ok(same, "whatever stands beside what");
}

int
main(void)
{
	err_init("tsv");
	tables();
	bad_tables();
	figures();
	round_trip();
	return done();
}
