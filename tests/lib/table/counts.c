/* counts - parts, sizes and totals of a table whose rows come in any order;
 * what is refused, and the line that is named for it. */
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/table/counts.h"
#include "tap_io.h"

static void
put_name(struct buf *to, const struct counts_names *k, uint32_t id)
{
	size_t len;
	const char *s = counts_name(k, id, &len);

	buf_mem(to, s, len);
}

static void
put_u64(struct buf *to, uint64_t v)
{
	char s[24];

	(void)snprintf(s, sizeof(s), "%ju", (uintmax_t)v);
	buf_str(to, s);
}

/* part/n=total: term=f term=f; */
static void
put_table(struct buf *to, const struct counts *c)
{
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];

		put_name(to, &c->parts, s->part);
		buf_str(to, "/");
		put_name(to, &c->sizes, s->size);
		buf_str(to, "=");
		put_u64(to, s->total);
		buf_str(to, ":");
		for (size_t k = s->from; k < s->to; k++) {
			buf_str(to, " ");
			put_name(to, &c->terms, c->cell[k].term);
			buf_str(to, "=");
			put_u64(to, c->cell[k].f);
			if (c->cell[k].slice != i)
				buf_str(to, "(slice)");
		}
		buf_str(to, "; ");
	}
}

static void
reads(const char *text, const char *want, const char *name)
{
	struct buf got = {0};
	struct counts c;

	feed(text, strlen(text));
	counts_read(&c, NULL, 0);
	buf_str(&got, "");
	put_table(&got, &c);
	is_str(got.s, want, name);
	counts_free(&c);
	buf_free(&got);
}

static void
tables(void)
{
	reads("word\tfreq\nb\t2\na\t1\n", "/=3: a=1 b=2; ", "terms");
	reads("word\tfreq\n", "", "a header alone");
	reads("word\tfreq\na\t0\n", "/=0:; ", "a count of 0 has no cell");
	reads("word\tfreq\n\t10\na\t1\n", "/=10: a=1; ",
	    "the margin is the total");
	reads("word\tfreq\na\t1\n\t1\n", "/=1: a=1; ", "in any order");
	reads("word\tfreq\n\t0\n", "/=0:; ", "a margin of 0");
	reads("part\tword\tfreq\ny\ta\t1\nx\tb\t2\ny\tb\t3\nx\ta\t4\n",
	    "x/=6: a=4 b=2; y/=4: a=1 b=3; ", "parts");
	reads("part\tword\tfreq\nx\t\t5\ny\t\t0\nx\ta\t4\n",
	    "x/=5: a=4; y/=0:; ", "a part in which nothing is found");
	reads("part\tn\tword\tfreq\nx\t2\tb\t1\nx\t1\tb\t2\nw\t2\ta\t3\n",
	    "w/2=3: a=3; x/1=2: b=2; x/2=1: b=1; ", "sizes");
	reads("n\tngram\tfreq\n10\ta\t1\n2\ta\t1\n9\tb\t1\n",
	    "/10=1: a=1; /2=1: a=1; /9=1: b=1; ", "by their bytes");
	reads("part\ttheme\tentry\tfreq\nx\tT\te\t1\nx\tT\t\t2\nx\t\t\t9\n",
	    "x/=9: T\t=2 T\te=1; ", "terms of two columns, one of them empty");
	reads("part\tword\tfreq\n\ta\t1\nNA\ta\t2\n", "/=1: a=1; NA/=2: a=2; ",
	    "a part without a name");
	reads("part\tword\tfreq\nx\\ty\ta\\\\b\t1\n", "x\\ty/=1: a\\\\b=1; ",
	    "names as the table writes them");
	reads("part\tn\tword\tfreq\na\\tb\tc\tw\t1\na\tb\\tc\tw\t2\n",
	    "a/b\\tc=2: w=2; a\\tb/c=1: w=1; ", "tabs in them part nothing");
	reads("word\tfreq\na\\\\\t1\na\\t\t2\na\t3\n",
	    "/=6: a=3 a\\\\=1 a\\t=2; ", "sorted as they are written");
	reads("word\tfreq\r\na\t1\r\n", "/=1: a=1; ", "CR LF");
}

static void
read_text(void *arg)
{
	const char *text = arg;
	struct counts c;

	feed(text, strlen(text));
	counts_read(&c, NULL, 0);
	counts_need_part(&c);
	counts_free(&c);
}

static void
refuses(const char *text, const char *want)
{
	char copy[512];

	(void)snprintf(copy, sizeof(copy), "%s", text);
	dies(read_text, copy, RC_DATA, want, want);
}

static void
bad_tables(void)
{
	refuses(
	    "word\tcount\n", ":1: no column 'freq'; there are: word, count");
	refuses("part\tword\tfreq\trate\n",
	    ":1: the last column is not freq: not a count table");
	refuses("freq\n1\n", ":1: no column holds what was counted");
	refuses("part\tn\tfreq\nx\t1\t1\n", ":1: no column holds what was");
	refuses("word\tfreq\na\t-1\n", ":2: column freq: '-1' is not a count");
	refuses("word\tfreq\na\t1\nb\t1\na\t2\n",
	    ":4: 'a' is given twice for this part; add tables up with merge");
	refuses("word\tfreq\n\t3\na\t1\n\t3\n",
	    ":4: a second margin row of this part");
	refuses("part\tword\tfreq\nx\t\t3\nx\ta\t4\ny\t\t1\n",
	    ":2: the rows of this part hold more than its margin row says");
	refuses("part\tword\tfreq\nx\t\t3\nx\ta\t1\ny\ta\t1\ny\tb\t1\n",
	    ":4: no margin row for this part, though others have one");
	refuses("word\tfreq\na\t1\n", "counts: <stdin>:1: no column 'part'");
}

/* Totals are at most 2^53, of a part and of all. */
static void
edges(void)
{
	reads("word\tfreq\na\t9007199254740992\n",
	    "/=9007199254740992: a=9007199254740992; ", "2^53");
	reads("word\tfreq\na\t9007199254740991\nb\t1\n",
	    "/=9007199254740992: a=9007199254740991 b=1; ", "as a sum");
	reads("part\tn\tword\tfreq\nx\t1\t\t9007199254740992\n"
	      "x\t2\t\t9007199254740992\n",
	    "x/1=9007199254740992:; x/2=9007199254740992:; ",
	    "of each size its own");
	refuses("word\tfreq\na\t9007199254740993\n",
	    ":2: column freq: more than 2^53");
	refuses("word\tfreq\n\t9007199254740993\n", ":2: column freq: more");
	refuses("word\tfreq\na\t18446744073709551615\n", ":2: column freq: mo");
	refuses("word\tfreq\na\t18446744073709551616\n",
	    ":2: column freq: '18446744073709551616' is not a count");
	refuses(
	    "word\tfreq\nb\t1\na\t9007199254740992\n", ":2: a total over 2^53");
	refuses("part\tword\tfreq\nx\t\t9007199254740992\ny\t\t1\n",
	    ":3: a total over 2^53");
}

static void
read_two(void *arg)
{
	struct counts c;

	counts_read(&c, arg, 2);
	counts_free(&c);
}

static void
files(void)
{
	char a[TAP_PATH];
	char b[TAP_PATH];
	char e[TAP_PATH];
	char other[TAP_PATH];
	char want[2 * TAP_PATH + 64];
	char *both[] = {new_file(a, "part\tword\tfreq\ny\tb\t1\nx\ta\t2\n"),
	    new_file(b, "part\tword\tfreq\nx\tb\t4\ny\ta\t8\nz\ta\t16\n")};
	char *twice[] = {a, a};
	char *header[] = {new_file(e, "part\tword\tfreq\n"), b};
	char *differ[] = {a, new_file(other, "part\tterm\tfreq\n")};
	struct buf got = {0};
	struct counts c;
	uint64_t line;

	counts_read(&c, both, 2);
	put_table(&got, &c);
	is_str(got.s, "x/=6: a=2 b=4; y/=9: a=8 b=1; z/=16: a=16; ",
	    "two files are one table");
	is_str(c.header.s, "word", "its header");
	is_str(counts_where(&c, 1, &line), a, "the first row");
	is_u64(line, 2, "its line");
	is_str(counts_where(&c, 2, &line), a, "the last of the first file");
	is_str(counts_where(&c, 3, &line), b, "the first of the second");
	is_u64(line, 2, "its line");
	is_str(counts_where(&c, 5, &line), b, "the last");
	is_u64(line, 4, "its line");
	is_u64(counts_find(&c.parts, "y"), 1, "the number of a part");
	is_u64(counts_find(&c.parts, "v"), UINT32_MAX, "of one that is not");
	counts_free(&c);
	counts_read(&c, header, 2);
	is_str(counts_where(&c, 1, &line), b, "a file without rows before it");
	is_u64(line, 2, "its line");
	counts_free(&c);
	(void)snprintf(want, sizeof(want), "%s:3: 'a' is given twice", a);
	dies(read_two, twice, RC_DATA, want, "a file twice");
	(void)snprintf(want, sizeof(want),
	    "%s:1: columns other than those of "
	    "%s",
	    other, a);
	dies(read_two, differ, RC_DATA, want, "other columns");
	buf_free(&got);
	(void)unlink(a);
	(void)unlink(b);
	(void)unlink(e);
	(void)unlink(other);
}

static void
names(void)
{
	static const char text[] = "part\tword\tfreq\nx\\ty\ta\\\\b\t1\n";
	struct counts c;
	struct buf b = {0};

	feed(text, sizeof(text) - 1);
	counts_read(&c, NULL, 0);
	is_u64(counts_find(&c.parts, "x\ty"), 0, "as users write it");
	is_u64(counts_find(&c.parts, "x\\ty"), UINT32_MAX, "not as tables do");
	is_u64(counts_find(&c.terms, "a\\b"), 0, "a backslash");
	counts_free(&c);
	counts_escape(&b, "\ta\n\n\\", 5);
	counts_escape(&b, "", 0);
	is_str(b.s, "\\ta\\n\\n\\\\", "escapes");
	buf_free(&b);
}

int
main(void)
{
	err_init("counts");
	tables();
	bad_tables();
	edges();
	files();
	names();
	return done();
}
