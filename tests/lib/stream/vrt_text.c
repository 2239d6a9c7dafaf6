/* vrt_text - entities both ways, and what is written as tags. */
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/stream/vrt.h"
#include "tap_io.h"

static void
plain(const char *s, const char *want)
{
	struct buf b = {0};

	buf_str(&b, "x");
	vrt_plain(&b, s, strlen(s));
	buf_mem(&b, "", 0);
	is_str(b.s + 1, want, s);
	buf_free(&b);
}

static void
stays(const char *s)
{
	plain(s, s);
}

static void
entities(void)
{
	static const char *const none[] = {"", "&", "&;", "&amp", "& amp;",
	    "&AMP;", "&ampx;", "&eacute;", "&#;", "&#x;", "&#0;", "&#x0;",
	    "&#9;", "&#31;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#1114112;",
	    "&#99999999999999999999;", "&#xG1;", "&#65a;", "&#-65;", "&# 65;",
	    "&#+65;", "&#x 41;", "&#x+41;", "&#x-41;", "&#x0x41;", "&#X41;",
	    "&#x41", "&#x41 ;"};

	plain("a&amp;b&lt;&gt;&quot;&apos;", "a&b<>\"'");
	plain("&amp;amp;&amp;#65;", "&amp;&#65;");
	plain("&#65;&#x42;&#x63;&#xe9;&#xE9;&#233;",
	    "ABc\xC3\xA9\xC3\xA9"
	    "\xC3\xA9");
	plain("&#8217;&#x1F600;&#x10FFFF;",
	    "\xE2\x80\x99\xF0\x9F\x98\x80"
	    "\xF4\x8F\xBF\xBF");
	plain("&#32;&#xA0;&#000065;",
	    " \xC2\xA0"
	    "A");
	plain("&&amp;&", "&&&");
	plain("R&D;&lt", "R&D;&lt");
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		stays(none[i]);
}

/* Signs that begin no entity, far from any end of one: looking for it to the
 * end of the text each time would take hours. */
static void
many(void)
{
	const size_t n = (size_t)16 << 20;
	struct buf from = {0};
	struct buf to = {0};

	buf_room(&from, n);
	memset(from.s, '&', n);
	from.s[n - 1] = ';';
	vrt_plain(&to, from.s, n);
	ok(to.len == n && memcmp(to.s, from.s, n) == 0,
	    "sixteen million signs that begin no entity");
	buf_free(&from);
	buf_free(&to);
}

/* What the text gives is what was written. */
static void
escapes(void)
{
	static const char text[] = "a<b>&amp;\"'&#65;\t\xC3\xA9<<>>&&";
	static const char want[] = "a&lt;b&gt;&amp;amp;\"'&amp;#65;\t\xC3\xA9"
				   "&lt;&lt;&gt;&gt;&amp;&amp;";
	struct buf b = {0};
	struct buf back = {0};

	vrt_escape(&b, text, sizeof(text) - 1);
	is_str(b.s, want, "text with entities");
	vrt_plain(&back, b.s, b.len);
	is_str(back.s, text, "and back");
	b.len = 0;
	vrt_escape(&b, "", 0);
	is_str(b.s, "", "nothing");
	buf_free(&b);
	buf_free(&back);
}

static void
written(struct out *o, int fd, const char *want, const char *name)
{
	size_t len;
	char *got;

	out_close(o);
	got = slurp(fd, &len);
	is_str(got, want, name);
	free(got);
}

static void
writing(void)
{
	static const char *const cols[] = {"word", "kind"};
	struct out o;
	int fd = scratch();

	out_open(&o, dup(fd), "scratch");
	vrt_put_text(&o, "a<b>&\"", 6);
	vrt_put_text(&o, "", 0);
	written(&o, fd, "a&lt;b&gt;&amp;\"", "text");
	fd = scratch();
	out_open(&o, dup(fd), "scratch");
	vrt_put_attr(&o, "title", "L\xE2\x80\x99<\"&>\t\n\x1B'");
	vrt_put_attr(&o, "date", "");
	written(&o, fd,
	    " title=\"L\xE2\x80\x99&lt;&quot;&amp;&gt;   '\" date=\"\"",
	    "attributes");
	fd = scratch();
	out_open(&o, dup(fd), "scratch");
	vrt_put_header(&o, cols, 2);
	for (uint64_t n = 0; n < 3; n++)
		vrt_put_gap(&o, n);
	vrt_put_gap(&o, UINT64_MAX);
	written(&o, fd,
	    "<!-- #vrt positional-attributes: word kind -->\n"
	    "<gap/>\n<gap n=\"2\"/>\n<gap n=\"18446744073709551615\"/>\n",
	    "a column line, gaps");
}

/* A stream that is copied line by line is the same but for ends of lines and
 * what is no event. */
static void
copying(void)
{
	static const char text[] =
	    "<!-- #vrt positional-attributes: word  kind -->\r\n"
	    "<s a=\"1\" >\n\n<!-- c -->\na\tw\r\n\t\n<gap n=\"0\"/>\n"
	    "<gap n=\"1\"/>\n</s>\r\n&lt;\tp";
	struct vrt v;
	struct out o;
	int fd = scratch();

	feed(text, sizeof(text) - 1);
	out_open(&o, dup(fd), "scratch");
	vrt_open(&v, NULL, 0, VRT_TOKENS);
	vrt_copy_header(&v, &o);
	while (vrt_next(&v) != VRT_END)
		vrt_copy(&v, &o);
	vrt_close(&v);
	written(&o, fd,
	    "<!-- #vrt positional-attributes: word kind -->\n"
	    "<s a=\"1\" >\na\tw\n\t\n<gap n=\"1\"/>\n</s>\n&lt;\tp\n",
	    "a stream, copied");
}

int
main(void)
{
	err_init("vrt_text");
	entities();
	escapes();
	writing();
	copying();
	many();
	return done();
}
