/* svg - figures and strings as they get into a picture. */
#include "show/common/svg.h"

#include "tap.h"

static void
num_is(double v, const char *want)
{
	struct out o;

	out_memory(&o);
	svg_num(&o, v);
	out_ch(&o, '\0');
	is_str(o.b.s, want, want);
	buf_free(&o.b);
}

static void
str_is(const char *s, const char *want)
{
	struct out o;

	out_memory(&o);
	svg_str(&o, s, strlen(s));
	out_ch(&o, '\0');
	is_str(o.b.s, want, want);
	buf_free(&o.b);
}

int
main(void)
{
	num_is(0, "0");
	num_is(-0.0, "0");
	num_is(-0.001, "0");
	num_is(-0.005, "-0.01");
	num_is(1.2, "1.2");
	num_is(1.005, "1");
	num_is(12.345678, "12.35");
	num_is(-7, "-7");
	num_is(1e300, "1000000000");
	num_is((double)INFINITY, "1000000000");
	str_is("a <b> & \"c\" 'd'", "a &lt;b&gt; &amp; &quot;c&quot; 'd'");
	str_is("\xC3\xA9\xE6\x9C\x8D", "\xC3\xA9\xE6\x9C\x8D");
	str_is("a\tb\nc", "a b c");
	str_is("\x01\x7F\xC2\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
	str_is("\xEF\xBF\xBE", "\xEF\xBF\xBD");
	return done();
}
