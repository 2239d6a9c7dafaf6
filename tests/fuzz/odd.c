#include <string.h>

#include "change.h"

/* ---- chance (splitmix64, Steele, Lea and Flood 2014) ---- */

uint64_t
chance_next(struct chance *c)
{
	uint64_t z = c->state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

size_t
chance_below(struct chance *c, size_t n)
{
	return n == 0 ? 0 : (size_t)(chance_next(c) % n);
}

/* ---- what is put in ---- */

static const char *const numbers[] = {"0", "-0", "1", "-1", "2", "3", "10",
    "0.5", "-0.5", "1e308", "-1e308", "1e-308", "1e309", "nan", "inf", "-inf",
    "NA", "", "0x10", "1e5", "00", "+1", "1.", ".5", "1,5", "127", "128", "255",
    "256", "32767", "65535", "65536", "2147483647", "2147483648", "4294967295",
    "4294967296", "9007199254740993", "9223372036854775807",
    "9223372036854775808", "18446744073709551615", "18446744073709551616",
    "99999999999999999999999999", "1000000", "100", "2025", "2025-02-30",
    "2025-10-03", "0000-00-00", "9999-12-31", "12:61"};

/* Bytes and words; NUL is not among them, see odd_bytes(). */
static const char *const words[] = {"<speech id=\"a\">", "</speech>", "<p>",
    "</p>", "<s>", "</s>", "<p line=\"0\">", "<p section=\"x\" type=\"item\">",
    "<!-- #vrt positional-attributes: word kind form -->", "<!--", "-->",
    "<speech>", "<speech id=\"\">", "<text>", "</", "<", ">", "&amp;", "&lt;",
    "&#0;", "&#x110000;", "&#xD800;", "&nbsp;", "&", "&quot", "\"", "'", "\\",
    "\\t", "\\n", "\t", "\t\t", "\r", "\r\n", "\n\n", " ", "\xC2\xA0",
    "\xE2\x80\xAF", "\xE2\x80\xA8", "\xE2\x80\x8B", "\xE2\x80\x8D", "\xC2\xAD",
    "\xEF\xBB\xBF", "\xCC\x81", "\xCC\x81\xCC\xA3\xCC\x88", "\xE2\x80\xAE",
    "\xC3\xA9", "e\xCC\x81", "\xC5\x93", "\xC3\x89", "\xE2\x80\x99",
    "\xC2\xAB\xC2\xA0", "\xC2\xA0\xC2\xBB", "\xE2\x80\x93", "\xE2\x80\xA6",
    "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7", "\xEF\xAC\x81", "\xC3\x9F", "\xC4\xB0",
    "\xFF", "\xC3", "\xED\xA0\x80", "\xC0\x80", "\xF4\x90\x80\x80", "\x1B[31m",
    "\x7F", "\xC2\x85", "l'", "qu'", "t'", "A.", ".", "...", ",", ";", ":", "!",
    "-t-il", "-", "--", "\xC2\xB7", "(e)", "*", "* ", "**** *a_b", "-*x",
    "0001 *a", "# ", "#", "== ", "%", "%s%n", "$", "^", "[", "(", "[[:alpha:]",
    "{2,1}", "word", "kind", "form", "stem", "lemma", "pos", "part", "freq",
    "ngram", "id", "f", "F", "t", "T", "w", "p", "n", "u", "TOTAL", "NA",
    "speaker", "date", "year", "title", "theme", "entry", "words", "tokens",
    "distance", "Titre : x", "Publi\xC3\xA9 le 1 octobre 2025", "2025-10-03",
    "{", "}", "[]", "null", ",\"a\":1", "=", "|", "/", "@", "http://a.b/c",
    "aujourd'hui", "parce que", "1er", "XIVe", "n\xC2\xB0", "\x28\xB5\x2F\xFD"};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

const char *
change_number(struct chance *c)
{
	return numbers[chance_below(c, COUNT(numbers))];
}

const char *
change_odd(struct chance *c, size_t *len)
{
	const char *s = chance_below(c, 3) == 0
	    ? change_number(c)
	    : words[chance_below(c, COUNT(words))];

	*len = strlen(s);
	if (chance_below(c, 200) == 0) {
		*len = 1;
		return "\0";
	}
	return s;
}
