/* vrt - the events of transcripts and token streams, column lines, tags and
 * their attributes; what is refused, and the line that is named for it. */
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stream/vrt.h"
#include "tap_io.h"

#define HEAD "<!-- #vrt positional-attributes: word kind -->\n"

static void
put_event(struct buf *to, struct vrt *v, enum vrt_event ev)
{
	static const char letter[] = "SPso";
	char s[32] = "";

	if (ev == VRT_OPEN || ev == VRT_CLOSE)
		(void)snprintf(s, sizeof(s), "%c%c ",
		    ev == VRT_OPEN ? '<' : '>', letter[v->tag]);
	else if (ev == VRT_GAP)
		(void)snprintf(s, sizeof(s), "g%ju ", (uintmax_t)v->gap);
	buf_str(to, s);
	if (ev == VRT_TEXT) {
		buf_mem(to, v->line, v->len);
		buf_str(to, " ");
	}
	for (size_t k = 0; ev == VRT_TOKEN && k < v->n_col; k++) {
		size_t len;
		const char *c = vrt_col(v, k, &len);

		buf_mem(to, c, len);
		buf_str(to, k + 1 < v->n_col ? "," : " ");
	}
}

/* <S <P <s <o open a tag, >S ... close it, g2 is a gap, a,b a token. */
static void
events(const char *text, const char *want, const char *name)
{
	struct buf got = {0};
	struct vrt v;
	enum vrt_event ev;

	feed(text, strlen(text));
	buf_str(&got, "");
	vrt_open(&v, NULL, 0, VRT_EITHER);
	while ((ev = vrt_next(&v)) != VRT_END)
		put_event(&got, &v, ev);
	is_str(got.s, want, name);
	vrt_close(&v);
	buf_free(&got);
}

static void
put_line(struct buf *to, const struct vrt_batch *b, const struct vrt_line *line)
{
	size_t len;
	const char *s = vrt_batch_line(b, line, &len);

	if (line->tag == VRT_IS_GAP) {
		size_t n = strcspn(s, "123456789/");

		buf_str(to, "g");
		buf_mem(to, s[n] == '/' ? "1" : s + n,
		    s[n] == '/' ? 1 : strspn(s + n, "0123456789"));
		buf_str(to, " ");
	} else if (line->tag == VRT_IS_TAG) {
		buf_str(to, s[1] == '/' ? ">" : "<");
		buf_str(to, s[1 + (s[1] == '/')] == 's' ? "s " : "P ");
	}
	for (size_t k = 0; line->tag == VRT_IS_TOKEN && k < b->n_col; k++) {
		const char *c = vrt_batch_col(b, line, k, &len);

		buf_mem(to, c, len);
		buf_str(to, k + 1 < b->n_col ? "," : " ");
	}
}

/* The lines of a batch as events. */
static void
put_taken(struct buf *to, struct vrt *v, const struct vrt_batch *b)
{
	static const enum vrt_event ev[] = {
	    [VRT_IS_TOKEN] = VRT_TOKEN, [VRT_IS_GAP] = VRT_GAP};

	v->in.line -= b->n;
	for (size_t i = 0; i < b->n; i++) {
		vrt_take(v, b, &b->line[i]);
		if (b->line[i].tag == VRT_IS_TAG)
			put_event(
			    to, v, v->line[1] == '/' ? VRT_CLOSE : VRT_OPEN);
		else
			put_event(to, v, ev[b->line[i].tag]);
	}
}

/* The same, with batches of lines wherever there are some. */
static void
batched(struct buf *got, const char *text, bool narrow, bool taken)
{
	static struct vrt_batch b;
	struct vrt v;
	enum vrt_event ev;

	b.narrow = narrow;
	feed(text, strlen(text));
	got->len = 0;
	buf_str(got, "");
	vrt_open(&v, NULL, 0, VRT_TOKENS);
	do {
		while (vrt_batch(&v, &b)) {
			for (size_t i = 0; !taken && i < b.n; i++)
				put_line(got, &b, &b.line[i]);
			if (taken)
				put_taken(got, &v, &b);
		}
		ev = vrt_next(&v);
		if (ev != VRT_END)
			put_event(got, &v, ev);
	} while (ev != VRT_END);
	buf_u64(got, v.in.line);
	buf_str(got, " ");
	buf_u64(got, v.n_token);
	vrt_close(&v);
}

/* What the lines are one by one, how many, and how many of them tokens. */
static void
one_by_one(struct buf *want)
{
	struct vrt v;
	enum vrt_event ev;

	want->len = 0;
	buf_str(want, "");
	vrt_open(&v, NULL, 0, VRT_TOKENS);
	while ((ev = vrt_next(&v)) != VRT_END)
		put_event(want, &v, ev);
	buf_u64(want, v.in.line);
	buf_str(want, " ");
	buf_u64(want, v.n_token);
	vrt_close(&v);
}

/* Appends the column line and so many others: tokens, and tags that open and
 * close; with odd ones, whatever else may stand there. */
static void
make_lines(struct buf *text, size_t n_line, size_t n_col, bool odd)
{
	static const char *const value[] = {"a", "mot", ",", "w", "a<b", "",
	    "constitutionnellement", "<s>", "\xC3\xA9t\xC3\xA9"};
	static const char *const other[] = {"<s>\n</s>\n",
	    "<p>\n<s>\n</s>\n</p>\n", "<p line=\"12\">\n</p>\n",
	    "<s>\n</s>\n<s>\n</s>\n", "<gap/>\n", "<gap n=\"12\"/>\n", "\n",
	    "<!-- -->\n", "<gap n=\"0\"/>\n", "<gap n=\"07\"/>\n",
	    "<gap n=\"18446744073709551615\"/>\n", "<gap />\n",
	    "<gap n=\"3\" />\n", "<p who=\"a\">\n</p>\n", "<x>\n</x>\n", "\r\n",
	    "<s>\r\n</s>\n", "<gap/>\r\n"};
	const size_t n_other = sizeof(other) / sizeof(*other);
	uint32_t state = (uint32_t)n_line;

	buf_str(text, "<!-- #vrt positional-attributes:");
	for (size_t k = 0; k < n_col; k++)
		buf_fmt(text, " c%zu", k);
	buf_str(text, " -->\n");
	for (size_t i = 0; i < n_line; i++) {
		size_t x = (state = state * 1664525 + 1013904223) >> 16;

		if (x % 8 == 0) {
			buf_str(text, other[x / 8 % (odd ? n_other : 6)]);
			continue;
		}
		for (size_t k = 0; k < n_col; k++) {
			x = (state = state * 1664525 + 1013904223) >> 16;
			/* a line begins with no < and is not empty */
			buf_str(text, k > 0 ? "\t" : "t");
			buf_str(text, value[x % 9]);
		}
		buf_str(text, odd && x % 16 == 1 ? "\r\n" : "\n");
	}
}

/* In numbers that fill some batches and end in others. */
static void
batches(void)
{
	static const size_t n_col[] = {1, 2, 3, VRT_COLUMNS};
	struct buf text = {0};
	struct buf want = {0};
	struct buf got = {0};
	bool good[3] = {true, true, true};

	for (size_t round = 0; round < 400; round++) {
		text.len = 0;
		make_lines(&text, round * 2, n_col[round % 4], round % 3 == 2);
		if (round % 5 == 4)
			text.s[--text.len] = '\0';
		feed(text.s, text.len);
		one_by_one(&want);
		for (int way = 0; way < 3; way++) {
			batched(&got, text.s, way == 1, way == 2);
			good[way] = good[way] && strcmp(got.s, want.s) == 0;
		}
	}
	ok(good[0], "batches of lines are the lines");
	ok(good[1], "on a small processor, too");
	ok(good[2], "and as events");
	buf_free(&text);
	buf_free(&want);
	buf_free(&got);
}

static void
token_streams(void)
{
	events(HEAD, "", "a column line alone");
	events(HEAD "a\tw\n.\tp\n", "a,w .,p ", "tokens");
	events(HEAD "a\tw", "a,w ", "no last end of line");
	events(HEAD "\t\n\tw\na\t\n", ", ,w a, ", "empty columns");
	events(HEAD "<speech id=\"a\">\n<p line=\"1\">\n<s>\na\tw\n</s>\n</p>\n"
		    "</speech>\n",
	    "<S <P <s a,w >s >P >S ", "tags");
	events(HEAD
	    "<x>\n<x>\n</x>\n</x>\n<speech2>\n</speech2>\n<ss>\n</ss>\n",
	    "<o <o >o >o <o >o <o >o ", "tags that nobody knows, nested");
	events(HEAD "\na\tw\n\n<!-- b\tw -->\n<!-->\n", "a,w ",
	    "empty lines and comments");
	events(HEAD "<gap/>\n<gap n=\"3\"/>\n<gap n=\"0\"/>\n<gap />\n",
	    "g1 g3 g1 ", "gaps, one of 0 is none");
	events(HEAD "<gap n=\"18446744073709551615\"/>\n",
	    "g18446744073709551615 ", "the longest gap");
	events(HEAD "a\tw\n" HEAD "b\tw\n" HEAD "c\tw\n", "a,w b,w c,w ",
	    "the column line again and again");
	events("<!-- #vrt positional-attributes: word -->\na\n&lt;\n\n",
	    "a &lt; ", "one column, entities stay");
	events("<!-- #vrt positional-attributes:  a   b -->\n1\t2\n", "1,2 ",
	    "blanks in the column line");
	events(HEAD "a\tw\r\n\r\n<s>\r\n\tw\r\n</s>\r\n<gap/>\r\n",
	    "a,w <s ,w >s g1 ", "CR LF");
	events("<!-- #vrt positional-attributes: a -->\r\nx\r\n", "x ",
	    "behind the column line too");
}

static void
transcripts(void)
{
	events("<speech id=\"a\">\n<p>\nUn &amp; deux.\n</p>\n</speech>\n",
	    "<S <P Un &amp; deux. >P >S ", "a transcript");
	events("\n\na\tb\n\n", "a\tb ", "text, tabs and all");
	events("<3 et <1\n<>\n< a\n", "<3 et <1 <> < a ",
	    "what is no tag is text");
	events("a\r\n<!-- c -->\r\n<p>\r\n</p>\r\n", "a <P >P ", "CR LF");
}

/* Tokens on both sides of the ends of blocks, of one to forty bytes. */
static void
blocks(void)
{
	struct buf text = {0};
	struct vrt v;
	uint64_t n = 0;
	bool right = true;
	char word[48];

	buf_str(&text, HEAD);
	for (size_t i = 0; text.len < (size_t)1 << 20; i++) {
		memset(word, 'a', i % 40 + 1);
		buf_mem(&text, word, i % 40 + 1);
		buf_str(&text, i % 7 == 0 ? "\twww\n" : "\tw\n");
	}
	feed(text.s, text.len);
	vrt_open(&v, NULL, 0, VRT_TOKENS);
	for (; vrt_next(&v) == VRT_TOKEN; n++) {
		size_t len;
		size_t kind;

		(void)vrt_col(&v, 0, &len);
		(void)vrt_col(&v, 1, &kind);
		right = right && len == n % 40 + 1 &&
		    kind == (n % 7 == 0 ? 3 : 1) && v.in.line == n + 2;
	}
	ok(right && n > 40000, "tokens around the ends of blocks");
	vrt_close(&v);
	buf_free(&text);
}

static void
each(const char *name, const char *value, void *arg)
{
	buf_str(arg, name);
	buf_str(arg, "=");
	buf_str(arg, value);
	buf_str(arg, ";");
}

static void
attributes(void)
{
	static const char text[] =
	    "<speech id=\"a\" title=\"L&quot;&amp;&#233;&lt;>'\" date=\"\">\n"
	    "<p line=\"13\"who=\"x=y\"  i_d=\"/\">\n</p>\n<s>\n</s>\n"
	    "</speech>\n";
	struct buf got = {0};
	struct vrt v;

	feed(text, sizeof(text) - 1);
	vrt_open(&v, NULL, 0, VRT_EITHER);
	ok(vrt_next(&v) == VRT_OPEN, "a tag");
	is_str(vrt_attr(&v, "title"), "L\"&\xC3\xA9<>'", "entities undone");
	is_str(vrt_attr(&v, "id"), "a", "another");
	is_str(vrt_attr(&v, "date"), "", "an empty one");
	is_str(vrt_attr(&v, "i"), NULL, "no beginning of a name");
	is_str(vrt_attr(&v, "ids"), NULL, "no longer one");
	vrt_attrs(&v, each, &got);
	is_str(got.s, "id=a;title=L\"&\xC3\xA9<>';date=;", "all in order");
	ok(vrt_next(&v) == VRT_OPEN, "another tag");
	got.len = 0;
	vrt_attrs(&v, each, &got);
	is_str(got.s, "line=13;who=x=y;i_d=/;", "signs in values");
	(void)vrt_next(&v);
	ok(vrt_next(&v) == VRT_OPEN && vrt_attr(&v, "line") == NULL,
	    "a tag without any");
	got.len = 0;
	vrt_attrs(&v, each, &got);
	is_u64(got.len, 0, "none to go through");
	vrt_close(&v);
	buf_free(&got);
}

/* What is on standard input, how it is asked for. */
struct ask {
	const char *text;
	enum vrt_kind want;
	const char *column;
};

static void
read_text(void *arg)
{
	const struct ask *a = arg;
	struct vrt v;

	feed(a->text, strlen(a->text));
	vrt_open(&v, NULL, 0, a->want);
	if (a->column != NULL)
		(void)vrt_column(&v, a->column);
	while (vrt_next(&v) != VRT_END)
		continue;
	vrt_close(&v);
}

static void
read_batches(void *arg)
{
	struct buf got = {0};

	batched(&got, ((const struct ask *)arg)->text, false, false);
	buf_free(&got);
}

/* A token stream is so by the batch, too. */
static void
refuses(const char *text, const char *want)
{
	struct ask a = {text, VRT_EITHER, NULL};

	dies(read_text, &a, RC_DATA, want, want);
	if (strncmp(text, HEAD, strlen(HEAD)) == 0)
		dies(read_batches, &a, RC_DATA, want, want);
}

static void
bad_columns(void)
{
	struct ask tokens = {"<p>\n</p>\n", VRT_TOKENS, NULL};
	struct ask text = {HEAD, VRT_TRANSCRIPT, NULL};
	struct ask column = {HEAD, VRT_TOKENS, "stem"};
	struct buf b = {0};

	refuses(
	    HEAD "a\n", "vrt: <stdin>:2: 1 column where the first line nam");
	refuses(HEAD "a\tw\nb\tw\tc\n", ":3: 3 columns where the first line ");
	refuses(HEAD "<s>\na\tw\nb\tw\tc\td\n</s>\n", ":4: 4 columns");
	refuses(HEAD "<s>\na\tw\nb\n</s>\n", ":4: 1 column");
	refuses(HEAD "a\n</s>\nb\tw\n", ":2: 1 column");
	refuses(HEAD "<s>\n<p>\na\tw\n</s>\n</p>\n", ":5: </s> where <p>");
	refuses(HEAD "<s>\na\tw\n</p>\n", ":4: </p> where <s> is open");
	refuses(HEAD "<s>\na\tw\n", ":3: the input ends inside <s>");
	refuses(HEAD "<s>\n</s>\n<\tp\n", ":4: a token's < is written &lt;");
	refuses(
	    "<!-- #vrt positional-attributes: a\n", ":1: column line without");
	refuses(
	    "<!-- #vrt positional-attributes: -->\n", ":1: no column is nam");
	refuses(
	    "<!-- #vrt positional-attributes:-->\n", ":1: no column is name");
	refuses(HEAD "<!-- #vrt positional-attributes: word -->\n",
	    ":2: the columns are not those of the first file");
	refuses(HEAD "<!-- #vrt positional-attributes: word form -->\n",
	    ":2: column 2 is form, in the first file kind");
	refuses("a\n" HEAD, ":2: a token stream inside a transcript");
	dies(read_text, &tokens, RC_DATA, ":1: no column line", "no stream");
	dies(read_text, &text, RC_DATA,
	    ":1: a token stream where a transcript is expected", "no text");
	dies(read_text, &column, RC_DATA,
	    ":1: no column 'stem'; there are: word kind", "no such column");
	buf_str(&b, "<!-- #vrt positional-attributes:");
	for (int i = 0; i < VRT_COLUMNS; i++)
		buf_fmt(&b, " c%d", i);
	buf_str(&b, " -->\n");
	column = (struct ask){b.s, VRT_EITHER, "c1"};
	read_text(&column);
	ok(true, "as many columns as there may be");
	b.len -= sizeof(" -->\n") - 1;
	buf_str(&b, " c -->\n");
	refuses(b.s, ":1: more than 32 columns");
	refuses("<!-- #vrt positional-attributes: a b a -->\n",
	    ":1: two columns are called 'a'");
	buf_free(&b);
}

/* What is a table by its first line, and what is not. */
static void
tables(void)
{
	struct ask stream = {"part\tfreq\n", VRT_TOKENS, NULL};
	struct ask transcript = {"part\tfreq\n", VRT_TRANSCRIPT, NULL};

	refuses("part\tn\tfreq\n",
	    ":1: a table where a transcript or a token stream is expected");
	refuses("log_1\tx.y\r\n", ":1: a table where a transcript or a");
	events("a\t\n", "a\t ", "a name behind which there is none");
	events("1.\tb\n", "1.\tb ", "a number before a tab");
	events("\ta\tb\n", "\ta\tb ", "a tab first");
	events("a b\tc\n", "a b\tc ", "words before a tab");
	dies(read_text, &stream, RC_DATA,
	    ":1: a table where a token stream is expected", "a table");
	dies(read_text, &transcript, RC_DATA,
	    ":1: a table where a transcript is expected", "a table, too");
}

static void
bad_tags(void)
{
	struct buf b = {0};

	refuses("<p\n", "vrt: <stdin>:1: a tag without its >");
	refuses("\n<p> a\n", ":2: a tag without its >");
	refuses("<p> a>\n", ":1: text behind a tag");
	refuses("<p a>\n", ":1: a tag's attributes are written name=\"value\"");
	refuses("<p a=1>\n", ":1: a tag's attributes are written");
	refuses("<p a='1'>\n", ":1: a tag's attributes are written");
	refuses("<p a=\"1>\n", ":1: a tag's attributes are written");
	refuses("<p a=\">\n", ":1: a tag's attributes are written");
	refuses("<p =\"1\">\n", ":1: a tag's attributes are written");
	refuses("<p a = \"1\">\n", ":1: a tag's attributes are written");
	refuses("<p/>\n", ":1: only <gap/> is a tag without an end");
	refuses("<p a=\"1\" />\n", ":1: only <gap/> is a tag without");
	refuses("</p>\n", ":1: </p> closes nothing that is open");
	refuses("</>\n", ":1: </> closes nothing");
	refuses("</\n", ":1: a broken closing tag");
	refuses("<p>\n</p >\n", ":2: a broken closing tag");
	refuses("<p>\n</p\n", ":2: a broken closing tag");
	refuses("<p>\n<s>\n</p>\n", ":3: </p> where <s> is open");
	refuses("<p>\n</pp>\n", ":2: </pp> where <p> is open");
	refuses("<p>\n\n", ":2: the input ends inside <p>: truncated?");
	for (int i = 0; i <= VRT_DEPTH; i++)
		buf_str(&b, "<x>\n");
	refuses(b.s, ":33: tags nested too deep");
	buf_free(&b);
}

static void
bad_speeches(void)
{
	refuses("<speech>\n", "vrt: <stdin>:1: <speech> without an id");
	refuses("<speech id=\"\">\n", ":1: <speech> without an id");
	refuses("<speech id=\"../a\">\n", ":1: speech id '../a': an id is ");
	refuses(
	    "<speech id=\"a&#233;\">\n", ":1: speech id 'a\xC3\xA9': an id");
	refuses("<speech id=\"a\" b=\"1\" c=\"\" b=\"2\">\n",
	    ":1: <speech>: the attribute 'b' is given twice");
	refuses("<speech id=\"a\" id=\"a\">\n", "'id' is given twice");
	refuses("<speech id=\"a\">\n</speech>\n<speech id=\"&#97;\">\n",
	    ":3: speech id 'a' is given twice");
	refuses("<speech id=\"a\">\n<x>\n<speech id=\"b\">\n",
	    ":3: <speech> inside a speech");
	events("<speech id=\"a\" a=\"1\" aa=\"1\" A=\"1\">\n</speech>\n",
	    "<S >S ", "names that are alike");
}

static void
bad_gaps(void)
{
	static const char *const bad[] = {"", "x", "1x", "-1", " -2", " 2",
	    "+2", "1.5", "18446744073709551616"};

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		char text[128];
		char want[128];

		(void)snprintf(
		    text, sizeof(text), HEAD "<gap n=\"%s\"/>\n", bad[i]);
		(void)snprintf(want, sizeof(want),
		    "vrt: <stdin>:2: <gap n=\"%s\">: not a count", bad[i]);
		refuses(text, want);
	}
	refuses(HEAD "<gap>\n</gap>\n", ":3: </gap> closes nothing");
}

/* Of several files: what each opens, it closes. */
static void
read_files(void *arg)
{
	struct buf got = {0};
	struct vrt v;
	enum vrt_event ev;

	buf_str(&got, "");
	vrt_open(&v, arg, 2, VRT_EITHER);
	while ((ev = vrt_next(&v)) != VRT_END)
		put_event(&got, &v, ev);
	vrt_close(&v);
	note("%s", got.s);
	buf_free(&got);
}

static void
two_files(const char *a, const char *b, int status, const char *want)
{
	char path[2][TAP_PATH];
	char *files[] = {new_file(path[0], a), new_file(path[1], b)};

	dies(read_files, files, status, want, want);
	(void)unlink(files[0]);
	(void)unlink(files[1]);
}

static void
files(void)
{
	two_files(HEAD "a\tw", HEAD "<s>\nb\tw\n</s>\n", RC_OK,
	    "vrt: a,w <s b,w >s ");
	two_files("a\n", "b\n", RC_OK, "vrt: a b ");
	two_files("<p>\n", "</p>\n", RC_DATA, ":1: the input ends inside <p>");
	two_files("<speech id=\"a\">\n</speech>\n",
	    "\n<speech id=\"a\">\n</speech>\n", RC_DATA,
	    ":2: speech id 'a' is given twice");
	two_files(
	    "a\n", HEAD, RC_DATA, ":1: a token stream where a transcript");
	two_files(HEAD, "a\n", RC_DATA, ":1: no column line");
	two_files(HEAD, "<!-- #vrt positional-attributes: kind word -->\n",
	    RC_DATA, ":1: column 1 is kind, in the first file word");
	two_files(HEAD, "", RC_DATA, ": empty input");
}

int
main(void)
{
	err_init("vrt");
	token_streams();
	batches();
	transcripts();
	blocks();
	attributes();
	bad_columns();
	tables();
	bad_tags();
	bad_speeches();
	bad_gaps();
	files();
	return done();
}
