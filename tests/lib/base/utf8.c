/* utf8 - every letter, every kind of sequence that is none, at every place of
 * a line, for the check looks at several bytes at a time. */
#include "lib/base/utf8.h"
#include "tap.h"

/* Both ways to look, which must give the same. */
static size_t
check(const char *s, size_t len)
{
	size_t n = utf8_check(s, len);

	return utf8_check_by(s, len, true) == n ? n : SIZE_MAX;
}

/* cp in n bytes, few or too many. */
static void
encode(char *to, uint32_t cp, size_t n)
{
	static const unsigned lead[] = {0, 0, 0xC0, 0xE0, 0xF0, 0xF8, 0xFC};

	for (size_t i = n - 1; i > 0; i--) {
		to[i] = (char)(0x80 | (cp & 0x3F));
		cp >>= 6;
	}
	to[0] = (char)(lead[n] | cp);
}

static size_t
bytes(uint32_t cp)
{
	return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
}

static void
letters(void)
{
	char s[4];
	uint32_t wrong = 0;

	for (uint32_t cp = 0; cp < 0x140000; cp++) {
		size_t n = bytes(cp);
		bool want =
		    cp != 0 && (cp < 0xD800 || cp > 0xDFFF) && cp <= 0x10FFFF;

		encode(s, cp, n);
		wrong += check(s, n) != (want ? n : 0);
	}
	is_u64(wrong, 0, "every code point: all but NUL and surrogates");
}

static void
overlong(void)
{
	static const uint32_t below[] = {0, 0, 0x80, 0x800, 0x10000};
	char s[6];
	uint32_t taken = 0;

	for (size_t n = 2; n <= 4; n++)
		for (uint32_t cp = 0; cp < below[n]; cp++) {
			encode(s, cp, n);
			taken += check(s, n) != 0;
		}
	is_u64(taken, 0, "every letter in more bytes than it takes");
	for (size_t n = 5; n <= 6; n++)
		for (uint32_t cp = 0x200000; cp < 0x4000000; cp += 0x10101) {
			encode(s, cp, n);
			taken += check(s, n) != 0;
		}
	is_u64(taken, 0, "sequences of five and six bytes");
}

/* Every pair of bytes stands for itself or is refused, as the letters do. */
static void
pairs(void)
{
	uint32_t n = 0;

	for (int a = 0x80; a < 0x100; a++)
		for (int b = 0; b < 0x100; b++) {
			const char s[2] = {(char)a, (char)b};

			n += check(s, 2) == 2;
		}
	is_u64(n, 0x800 - 0x80, "pairs of bytes that are a letter");
}

/* Bad at every place among 40 others, of one byte and of two. */
static void
everywhere(void)
{
	static const struct {
		const char *s;
		size_t len;
		const char *name;
	} bad[] = {{"\0", 1, "NUL"}, {"\x80", 1, "a byte of a letter's end"},
	    {"\xC0\x80", 2, "NUL in two bytes"},
	    {"\xC1\xBF", 2, "DEL in two bytes"},
	    {"\xE0\x9F\xBF", 3, "two bytes' worth in three"},
	    {"\xED\xA0\x80", 3, "the first surrogate"},
	    {"\xED\xBF\xBF", 3, "the last surrogate"},
	    {"\xF0\x8F\xBF\xBF", 4, "three bytes' worth in four"},
	    {"\xF4\x90\x80\x80", 4, "past the last letter"},
	    {"\xF5\x80\x80\x80", 4, "0xF5"}, {"\xFE", 1, "0xFE"},
	    {"\xFF", 1, "0xFF"}, {"\xC3", 1, "a letter cut after one byte"},
	    {"\xE2\x80", 2, "a letter cut after two"},
	    {"\xF0\x9F\x98", 3, "a letter cut after three"},
	    {"\xC3\xC3\xA9", 3, "a lead, then a letter"},
	    {"\xE2\x80\x41", 3, "a lead, then ASCII"},
	    {"\xF0\x9F\x98\xC3\xA9", 5, "a cut letter, then another"}};

	for (size_t k = 0; k < sizeof(bad) / sizeof(*bad); k++) {
		bool right = true;

		for (size_t at = 0; at <= 40; at++) {
			char s[96];

			memset(s, 'a', sizeof(s));
			memcpy(s + at, bad[k].s, bad[k].len);
			right = right && check(s, at) == at &&
			    check(s, at + bad[k].len) == at &&
			    check(s, sizeof(s)) == at;
			for (size_t i = 0; i + 1 < at; i += 2) {
				s[i] = '\xC3';
				s[i + 1] = '\xA9';
			}
			right = right && check(s, sizeof(s)) == at;
		}
		ok(right, bad[k].name);
	}
}

static void
cuts(void)
{
	/* 1 + 2 + 3 + 4 bytes */
	static const char s[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
	static const size_t want[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
	bool right = true;

	for (size_t max = 0; max < 12; max++)
		right = right && utf8_cut(s, 10, max) == want[max];
	ok(right, "cut between letters");
	is_u64(utf8_cut("", 0, 0), 0, "nothing to cut");
	is_u64(utf8_cut("\x80\x80\x80", 3, 2), 0, "no letter to keep");
}

int
main(void)
{
	is_u64(check("", 0), 0, "an empty text");
	letters();
	overlong();
	pairs();
	everywhere();
	cuts();
	return done();
}
