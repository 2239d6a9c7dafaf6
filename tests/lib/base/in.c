/* in - lines around the ends of blocks, the bound of a line, what is refused
 * and where it stands, other encodings. */
#include <fcntl.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "tap_io.h"

/* of in.c; nothing breaks if it is another */
#define BLOCK ((size_t)256 * 1024)

/* What is on standard input, a | behind every line. */
static void
read_lines(struct in *in, struct buf *got, const char *encoding)
{
	char *s;
	size_t len;

	buf_mem(got, "", 0);
	in_open(in, NULL, encoding);
	while (in_line(in, &s, &len)) {
		buf_mem(got, s, len);
		buf_str(got, "|");
	}
}

static void
lines(const char *text, size_t len, bool cut, const char *want)
{
	struct in in;
	struct buf got = {0};

	feed(text, len);
	read_lines(&in, &got, NULL);
	is_str(got.s, want, want);
	if (in.cut != cut)
		ok(false, "the last line has no LF");
	in_close(&in);
	buf_free(&got);
}

static void
short_texts(void)
{
	struct in in;
	char *s;
	size_t len;

	lines("a\nb\n", 4, false, "a|b|");
	lines("a\nb", 3, true, "a|b|");
	lines("\n", 1, false, "|");
	lines("\n\n\na", 4, true, "|||a|");
	lines("a\r\nb\rc\r\n", 8, false, "a\r|b\rc\r|");
	lines("a\rb\r\rc\r", 7, false, "a|b||c|");
	lines("a\rb", 3, true, "a|b|");
	lines("a\rb\rc\nd\re", 9, true, "a\rb\rc|d\re|");
	lines("\xEF\xBB\xBF"
	      "a\rb",
	    6, true, "a|b|");
	lines("\xEF\xBB\xBF"
	      "a\n",
	    5, false, "a|");
	lines("\xEF\xBB\xBF", 3, true, "|");
	lines("a\n\xEF\xBB\xBF"
	      "b\n",
	    7, false,
	    "a|\xEF\xBB\xBF"
	    "b|");
	feed("\xEF\xBB\xBF"
	     "a\nb",
	    6);
	in_open(&in, "-", "");
	ok(in.bom && in_line(&in, &s, &len) && len == 1, "a mark is noticed");
	is_u64(in.line, 1, "lines are numbered from 1");
	ok(in_line(&in, &s, &len) && in.line == 2, "on");
	ok(!in_line(&in, &s, &len), "the end");
	ok(!in_line(&in, &s, &len), "stays the end");
	is_u64(in.line, 2, "and is no line");
	in_close(&in);
}

/* Lines that come to end at every place around the end of a block. */
static void
around_blocks(void)
{
	static const char *const unit[] = {
	    "x", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
	struct buf text = {0};
	struct in in;
	bool right = true;
	uint64_t n = 0;
	char *s;
	size_t len;

	for (size_t shift = 0; shift < 5; shift++) {
		text.len = 0;
		for (size_t i = 0; i < shift; i++)
			buf_str(&text, "s");
		while (text.len < 4 * BLOCK)
			for (size_t k = 0; k < 4; k++) {
				buf_str(&text, unit[k]);
				buf_str(&text, k == 3 ? "\n" : "\t");
			}
		feed(text.s, text.len);
		n = 0;
		in_open(&in, NULL, NULL);
		while (in_line(&in, &s, &len)) {
			size_t first = n == 0 ? shift : 0;

			right = right && len == first + 13 &&
			    memcmp(s + first,
				"x\t\xC3\xA9\t\xE2\x82\xAC\t\xF0\x9F\x98\x80",
				13) == 0;
			n++;
		}
		in_close(&in);
		right = right && n == (text.len - shift) / 14;
	}
	ok(right, "letters and ends of lines at the ends of blocks");
	buf_free(&text);
}

/* One line of n bytes between short ones. */
static void
long_line(size_t n, bool lf)
{
	struct buf text = {0};
	struct in in;
	char *s;
	size_t len;
	unsigned sum = 0;
	bool right;

	buf_str(&text, "a\n");
	buf_room(&text, n + 4);
	memset(text.s + 2, 'l', n);
	text.len += n;
	buf_str(&text, lf ? "\nb\n" : "");
	feed(text.s, text.len);
	in_open(&in, NULL, NULL);
	right = in_line(&in, &s, &len) && len == 1 && in_line(&in, &s, &len) &&
	    len == n && s[0] == 'l' && s[n - 1] == 'l';
	/* the slack can be read, whatever it holds */
	for (size_t i = 0; right && i < IN_SLACK; i++)
		sum += (unsigned char)((volatile char *)s)[len + i];
	if (lf)
		right =
		    right && in_line(&in, &s, &len) && len == 1 && *s == 'b';
	right = right && !in_line(&in, &s, &len) && in.cut == !lf &&
	    sum < 256 * IN_SLACK;
	if (!ok(right, "a long line"))
		printf("# of %zu bytes\n", n);
	in_close(&in);
	buf_free(&text);
}

static void
long_lines(void)
{
	for (size_t n = BLOCK - 4; n <= BLOCK + 2; n++) {
		long_line(n, true);
		long_line(n, false);
	}
	long_line(5 * BLOCK + 17, true);
	long_line(IN_LINE_MAX - 1, false);
	long_line(IN_LINE_MAX, true);
	long_line(IN_LINE_MAX, false);
}

/* Bytes on standard input, how they are opened. */
struct text {
	const char *s;
	size_t len;
	const char *path;
	const char *encoding;
};

static void
read_text(void *arg)
{
	const struct text *t = arg;
	struct in in;
	char *s;
	size_t len;

	feed(t->s, t->len);
	in_open(&in, t->path, t->encoding);
	while (in_line(&in, &s, &len))
		continue;
	in_close(&in);
}

static void
refuses(const char *s, size_t len, const char *encoding, const char *text)
{
	struct text t = {s, len, NULL, encoding};

	dies(read_text, &t, RC_DATA, text, text);
}

/* A line of one byte more than the bound, behind a short one. */
static void
over_bound(size_t n, bool lf)
{
	struct buf b = {0};

	buf_room(&b, n + 3);
	memset(b.s, 'f', n + 2);
	b.s[1] = '\n';
	b.s[n + 2] = '\n';
	refuses(b.s, n + 2 + lf, NULL,
	    "in: <stdin>:2: line longer than 16777216 bytes");
	buf_free(&b);
}

/* The longest line makes the buffer grow to a little more than it, so that
 * one just over the bound comes whole, behind others, with a single read. */
static void
over_bound_later(void)
{
	const size_t between = 4600; /* short lines, over the end of a read */
	struct buf b = {0};

	buf_room(&b, 2 * IN_LINE_MAX + between + 3);
	memset(b.s, 'f', 2 * IN_LINE_MAX + between + 3);
	for (size_t i = 0; i <= between; i += 2)
		b.s[IN_LINE_MAX + i] = '\n';
	b.len = IN_LINE_MAX + between + 1 + IN_LINE_MAX + 1;
	b.s[b.len++] = '\n';
	refuses(b.s, b.len, NULL,
	    "in: <stdin>:2302: line longer than 16777216 bytes");
	buf_free(&b);
}

static void
bound(void)
{
	over_bound(IN_LINE_MAX + 1, true);
	over_bound(IN_LINE_MAX + 1, false);
	over_bound(IN_LINE_MAX + BLOCK, true);
	over_bound_later();
}

static void
bad_texts(void)
{
	static char late[3 * BLOCK];
	struct text none = {"", 0, "no such file", NULL};
	struct text folder = {"", 0, "/", NULL};

	refuses("", 0, NULL, "in: <stdin>: empty input");
	refuses("\x1F\x8B\x08\x00", 4, "",
	    "in: <stdin>: packed by gzip: unpack it first (gzip -dc)");
	refuses("\xFD"
		"7zXZ\0",
	    6, NULL, ": packed by xz: ");
	refuses("BZh91AY&SY", 10, NULL, ": packed by bzip2: ");
	refuses("PK\x03\x04", 4, "WINDOWS-1252",
	    ": a zip archive, as .docx, .odt and .xlsx are: no text (read-");
	refuses("%PDF-1.7\n", 9, NULL, ": a PDF file: no text (read-office");
	refuses("\xD0\xCF\x11\xE0", 4, "", ": a file of old Microsoft Office");
	refuses("ab\nc\0d\n", 7, NULL,
	    "in: <stdin>:2: byte 2: NUL byte: not a text");
	refuses(
	    "abcde\0", 6, NULL, "in: <stdin>:1: byte 6: NUL byte: not a text");
	refuses("a\0b\0\n\0", 6, "",
	    "in: <stdin>:1: byte 2: NUL byte: not a text (UTF-16? then -e "
	    "UTF-16)");
	refuses("a\0\n\0", 4, NULL,
	    "(UTF-16? convert it first: iconv -f UTF-16 -t UTF-8)");
	refuses("\x89PNG\r\n\x1A\n\0\0", 10, "",
	    "in: <stdin>:3: byte 1: NUL byte: not a text");
	refuses(
	    "\xE9\0a\0", 4, "", ":1: byte 2: NUL byte: not a text (UTF-16? ");
	refuses("\xFF\xFE"
		"a\0\n\0",
	    6, "", "likely UTF-16: give option -e");
	refuses("\xFE\xFF\0a\0\n", 6, NULL, "(iconv -f UTF-16 -t UTF-8)");
	refuses("\xC3\xA9t\xE9\n", 5, "",
	    "in: <stdin>:1: byte 4 (0xE9): not UTF-8, likely windows-1252: "
	    "give option -e windows-1252");
	refuses("\n\n\x8Et\x8E\n", 6, NULL,
	    "in: <stdin>:3: byte 1 (0x8E): not UTF-8; convert it first (iconv "
	    "-f MACINTOSH -t UTF-8)");
	refuses("\x82t\x82", 3, NULL, "(iconv -f CP850 -t UTF-8)");
	refuses("a\n\xE2\x82", 4, NULL, "in: <stdin>:2: byte 1 (0xE2)");
	refuses("\xED\xA0\x80\n", 4, NULL, "in: <stdin>:1: byte 1 (0xED)");
	dies(read_text, &none, RC_SYS, "in: no such file: No such file",
	    "a file that is not there");
	dies(read_text, &folder, RC_SYS, "in: /: Is a directory", "a folder");
	memset(late, 'x', sizeof(late));
	for (size_t i = 9; i < sizeof(late); i += 10)
		late[i] = '\n';
	late[BLOCK + 1] = '\xFE';
	refuses(late, sizeof(late), NULL,
	    "in: <stdin>:26215: byte 6 (0xFE): not UTF-8");
	late[BLOCK + 1] = 'x';
	late[sizeof(late) - 1] = '\xC3'; /* a letter that the end cuts */
	refuses(late, sizeof(late), NULL, "<stdin>:78644: byte 2 (0xC3)");
}

/* The rest of a letter or a line comes later. */
static void
in_two(const char *a, size_t n_a, const char *b, size_t n_b,
    const char *encoding, const char *want)
{
	struct in in;
	struct buf got = {0};

	feed_in_two(a, n_a, b, n_b);
	read_lines(&in, &got, encoding);
	is_str(got.s, want, want);
	in_close(&in);
	buf_free(&got);
}

static void
pieces(void)
{
	in_two("ab", 2, "c\nd", 3, NULL, "abc|d|");
	in_two("a\n\xC3", 3, "\xA9", 1, NULL, "a|\xC3\xA9|");
	in_two("\xEF\xBB", 2,
	    "\xBF"
	    "a",
	    2, NULL, "a|");
	in_two("\xEF", 1, "\xBB\xBF\n", 3, NULL, "|");
}

static void
converted(const char *s, size_t len, const char *encoding, const char *want)
{
	struct in in;
	struct buf got = {0};

	feed(s, len);
	read_lines(&in, &got, encoding);
	is_str(got.s, want, want);
	in_close(&in);
	buf_free(&got);
}

/* A pair of surrogates lies over the end of each block. */
static void
surrogates(void)
{
	struct buf b = {0};
	struct in in;
	char *s;
	size_t len;
	size_t n = 0;
	bool right = true;

	buf_str(&b, "\xFF\xFE");
	while (b.len < 4 * BLOCK)
		buf_str(&b, "\x3D\xD8\x01\xDE"); /* U+1F601 */
	feed(b.s, b.len);
	in_open(&in, NULL, "UTF-16");
	if (in_line(&in, &s, &len))
		for (n = 0; n * 4 < len; n++)
			right = right &&
			    memcmp(s + n * 4, "\xF0\x9F\x98\x81", 4) == 0;
	ok(right && n == (b.len - 2) / 4, "UTF-16 of several blocks");
	in_close(&in);
	buf_free(&b);
}

static void
encodings(void)
{
	struct text nonsense = {"a\n", 2, NULL, "no-such-code"};

	converted("\xE9t\xE9 \x80\n", 6, "windows-1252",
	    "\xC3\xA9t\xC3\xA9 \xE2\x82\xAC|");
	converted("\xFF\xFE\xE9\0\n\0z\0", 8, "UTF-16", "\xC3\xA9|z|");
	converted("\0a\0\n", 4, "UTF-16BE", "a|");
	converted("a\n", 2, "", "a|");
	surrogates();
	/* what the converter holds back until it has seen more */
	converted("mot", 3, "CP1258", "mot|");
	converted("mot\nfe\xEC", 7, "CP1258", "mot|f\xC3\xA9|");
	in_two("\xFF\xFE", 2, "a\0\n\0", 4, "UTF-16", "a|");
	in_two("\xFF\xFE"
	       "a",
	    3, "\0\n\0", 3, "UTF-16", "a|");
	in_two(
	    "a\n\x1B$B", 5, "\x30\x21\n", 3, "ISO-2022-JP", "a|\xE4\xBA\x9C|");
	refuses("\xFF\xFE"
		"a\0b",
	    5, "UTF-16",
	    "in: <stdin>: byte 0x62 is not of the encoding given with -e");
	refuses("a\x81\n", 3, "windows-1252",
	    "in: <stdin>: byte 0x81 is not of the encoding");
	refuses("a\n\0\0b\0", 6, "UTF-16LE", "NUL byte");
	dies(read_text, &nonsense, RC_USAGE,
	    "in: option -e: iconv knows no encoding 'no-such-code'",
	    "no such encoding");
}

int
main(void)
{
	err_init("in");
	short_texts();
	around_blocks();
	long_lines();
	bound();
	bad_texts();
	pieces();
	encodings();
	return done();
}
