/* font - widths in the metrics of Helvetica, and text cut and broken by them.
 */
#include "show/common/font.h"

#include "tap.h"

static void
cut_is(const char *s, double width, const char *want)
{
	struct buf b = {0};

	font_cut(&b, s, 10, width);
	is_str(b.s, want, want);
	buf_free(&b);
}

int
main(void)
{
	const char *s = "la r\xC3\xA9publique";
	const char *next;

	near(font_of("Helvetica"), 4.112, 1e-9, "letters");
	near(font_of(" 0.,"), 0.278 * 3 + 0.556, 1e-9, "figures and signs");
	near(font_of("\xC3\xA9\xC3\xA8\xC3\xAA"), font_of("eee"), 1e-9,
	    "an accent adds nothing");
	near(font_of("e\xCC\x81"), font_of("e"), 1e-9, "nor a combining one");
	near(font_of("\xC3\x87\xC3\x80"), font_of("CA"), 1e-9, "capitals");
	near(font_of("\xC5\x93\xC5\x92"), 1.944, 1e-9, "ligatures");
	near(font_of("\xE2\x80\x99\xC2\xAB\xE2\x80\xA6"), 1.778, 1e-9,
	    "apostrophe, quote, dots");
	near(font_of("\xE6\x9C\x8D"), 1, 1e-9, "a wide character");
	near(font_of("\xD0\x96"), 0.78, 1e-9, "one that is not known");
	near(font_of(""), 0, 1e-9, "nothing");
	ok(font_knows("\xC3\x89tat, 5 \xE2\x82\xAC", 12),
	    "letters of the table");
	ok(!font_knows("a\xD0\x96", 3) && !font_knows("\xE6\x9C\x8D", 3),
	    "letters that it lacks");
	is_u64(font_fit("nnnn", 4, 10, 17), 3, "three letters fit");
	is_u64(font_fit("nnnn", 4, 10, 1), 0, "none fits");
	cut_is("nnnn", 30, "nnnn");
	cut_is("nn nnnnn", 26, "nn\xE2\x80\xA6");
	is_u64(font_line(s, 10, 30, &next), 2, "a line ends at a blank");
	is_str(next, "r\xC3\xA9publique", "and the next one is behind it");
	is_u64(font_line("nnnnnn", 10, 17, &next), 3, "a long word is broken");
	is_u64(font_line("nn-nn", 10, 25, &next), 3, "or behind a hyphen");
	is_str(next, "nn", "which stays");
	is_u64(font_line("\xC3\xA9n", 10, 1, &next), 2, "not within a letter");
	return done();
}
