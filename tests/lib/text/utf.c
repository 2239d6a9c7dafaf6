/* utf - letters to bytes and back, classes, columns, NFC. */
#include <stdlib.h>
#include <utf8proc.h>

#include "lib/base/err.h"
#include "lib/text/utf.h"
#include "tap.h"

static void
round_trip(void)
{
	uint32_t wrong = 0;

	for (int32_t cp = 1; cp <= 0x10FFFF; cp++) {
		char s[8] = "";
		size_t n;
		size_t len;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		len = utf_put(s, cp);
		wrong += utf_get(s, s + len, &n) != cp || n != len ||
		    utf_count(s, len) != 1;
	}
	is_u64(wrong, 0, "every letter to bytes and back");
}

static void
counts(void)
{
	static const char s[] = "e\xCC\x81\xE2\x82\xAC\xF0\x9F\x98\x80";

	is_u64(utf_count("", 0), 0, "no letters");
	is_u64(utf_count(s, strlen(s)), 4, "letters, a mark by itself");
}

static void
columns(void)
{
	/* a mark takes no column, an ideogram two */
	static const char s[] = "e\xCC\x81\xE4\xBA\x9C"
				"b";
	static const size_t bytes[] = {0, 3, 3, 6, 7, 7};
	static const size_t used[] = {0, 1, 1, 3, 4, 4};
	bool right = true;
	size_t w;

	is_u64(utf_width(s, strlen(s)), 4, "columns");
	is_u64(utf_width("", 0), 0, "of nothing");
	is_u64(utf_width("\x01\x7F", 2), 0, "of controls");
	for (size_t k = 0; k < 6; k++)
		right = right && utf_fit(s, strlen(s), k, &w) == bytes[k] &&
		    w == used[k];
	ok(right, "what fits, its marks with it");
	is_u64(utf_fit("\xC3\xA9", 2, SIZE_MAX, &w), 2, "all fits");
}

static void
classes(void)
{
	ok(utf_is_letter('a') && utf_is_letter(0xE9) && utf_is_letter(0x301) &&
		utf_is_letter(0x1C5) && utf_is_letter(0x4E9C),
	    "letters, marks");
	ok(!utf_is_letter('1') && !utf_is_letter('-') &&
		!utf_is_letter(0x2019) && !utf_is_letter(0xD7) &&
		!utf_is_letter(0x20AC),
	    "no letters");
	ok(utf_is_upper('A') && utf_is_upper(0xC9) && utf_is_upper(0x152) &&
		utf_is_upper(0x1C5),
	    "upper and title case");
	ok(!utf_is_upper('a') && !utf_is_upper(0xE9) && !utf_is_upper('1') &&
		!utf_is_upper(0xDF),
	    "no upper case");
	ok(utf_is_space(' ') && utf_is_space('\t') && utf_is_space('\r') &&
		utf_is_space(0x85) && utf_is_space(0xA0) &&
		utf_is_space(0x2009) && utf_is_space(0x202F) &&
		utf_is_space(0x2028) && utf_is_space(0x3000),
	    "blanks of every kind");
	ok(!utf_is_space(0x200B) && !utf_is_space('a') && !utf_is_space(0x1B) &&
		!utf_is_space(0),
	    "no blanks");
}

static void
cases(void)
{
	ok(utf_lower(0xC9) == 0xE9 && utf_lower(0x152) == 0x153 &&
		utf_lower(0x178) == 0xFF && utf_lower('Z') == 'z',
	    "small letters");
	ok(utf_lower(0xE9) == 0xE9 && utf_lower('1') == '1' &&
		utf_lower(0xDF) == 0xDF,
	    "what stays");
	ok(utf_upper(0xE9) == 0xC9 && utf_upper(0x153) == 0x152 &&
		utf_upper(0xFF) == 0x178,
	    "capitals");
}

static bool
nfc_is(const char *s, const char *want)
{
	struct buf b = {0};
	bool changed;
	bool same;

	buf_str(&b, "x"); /* it is appended */
	changed = utf_nfc(&b, s, strlen(s));
	same = strcmp(b.s + 1, want) == 0 && b.len == strlen(want) + 1 &&
	    changed == (strcmp(s, want) != 0);
	if (!same)
		printf("# got '%s'\n", b.s + 1);
	buf_free(&b);
	return same;
}

static void
composed(void)
{
	ok(nfc_is("", ""), "nothing");
	ok(nfc_is("d\xC3\xA9j\xC3\xA0 \xE2\x80\xA6",
	       "d\xC3\xA9j\xC3\xA0 "
	       "\xE2\x80\xA6"),
	    "what is NFC stays");
	ok(nfc_is("de\xCC\x81ja\xCC\x80", "d\xC3\xA9j\xC3\xA0"),
	    "marks are put together");
	ok(nfc_is("c\xCC\xA7\xCC\x81", "\xE1\xB8\x89"), "two of them");
	ok(nfc_is("q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87"),
	    "marks without a letter of their own come in order");
	ok(nfc_is("\xE2\x84\xA6 \xE2\x84\xAB", "\xCE\xA9 \xC3\x85"),
	    "signs that are letters");
	ok(nfc_is("\xE2\x80\x80\xE2\x80\x81", "\xE2\x80\x82\xE2\x80\x83"),
	    "quads");
	ok(nfc_is("\xE1\x84\x80\xE1\x85\xA1", "\xEA\xB0\x80"), "Hangul");
	ok(nfc_is("x\xCC\x81", "x\xCC\x81"), "what has no letter of its own");
	ok(nfc_is("\xC2\xBD \xEF\xAC\x81", "\xC2\xBD \xEF\xAC\x81"),
	    "compatibility stays");
	ok(nfc_is("a\xE2\x83\x90\xE2\x83\x98", "a\xE2\x83\x98\xE2\x83\x90"),
	    "marks for symbols come in order");
}

/* Of every letter, alone and before and behind marks of each sort, what the
 * library gives without the way around it that frequent letters take. */
static void
all_letters(void)
{
	static const char *const frame[][2] = {{"", ""}, {"a", "\xCC\xA3"},
	    {"a\xCC\x81", ""}, {"", "\xCC\xB8"}, {"a", "\xE2\x83\x98"}};
	struct buf b = {0};
	uint32_t wrong = 0;

	for (int32_t cp = 0x80; cp < 0x30000; cp++)
		for (size_t k = 0; k < sizeof(frame) / sizeof(*frame); k++) {
			char s[16];
			char sign[8] = "";
			utf8proc_uint8_t *want;

			if (cp >= 0xD800 && cp <= 0xDFFF)
				continue;
			(void)utf_put(sign, cp);
			(void)snprintf(s, sizeof(s), "%s%s%s", frame[k][0],
			    sign, frame[k][1]);
			want = utf8proc_NFC((const utf8proc_uint8_t *)s);
			b.len = 0;
			(void)utf_nfc(&b, s, strlen(s));
			if (strcmp(b.s, (const char *)want) != 0 && wrong++ < 5)
				printf("# U+%04X behind '%s'\n", (unsigned)cp,
				    frame[k][0]);
			free(want);
		}
	is_u64(wrong, 0, "every letter among marks is as NFC has it");
	buf_free(&b);
}

/* Piles of marks, which take another way: as the library has them, and in time
 * that a text of them does not spend by its square. */
static void
piles(void)
{
	static const char *const sign[] = {"a", "\xCC\x81", "\xCC\xA3",
	    "\xCD\x84", "\xCC\xA7", "\xE0\xBD\xB3", "\xCC\x80", "\xC3\xA9",
	    "\xE1\x84\x80", "\xE1\x85\xA1", "\xCD\x8F"};
	struct buf s = {0};
	struct buf b = {0};
	utf8proc_uint8_t *want;
	uint32_t seed = 1;

	for (int i = 0; i < 20000; i++) {
		seed = seed * 1103515245 + 12345;
		/* letters are few, but for the first hundred signs */
		buf_str(
		    &s, sign[(seed >> 16) % (i < 100 || i % 97 == 0 ? 11 : 7)]);
		if (i > 100 && s.s[s.len - 1] == 'a')
			buf_str(&s, sign[1 + (seed >> 20) % 6]);
	}
	want = utf8proc_NFC((const utf8proc_uint8_t *)s.s);
	(void)utf_nfc(&b, s.s, s.len);
	is_str(b.s, (const char *)want, "piles of marks are as NFC has them");
	free(want);
	s.len = b.len = 0;
	buf_str(&s, "e");
	for (int i = 0; i < 500000; i++)
		buf_str(&s, "\xCC\x81\xCC\xA3");
	ok(utf_nfc(&b, s.s, s.len) && b.len + 1 == s.len + 1,
	    "a million marks on a letter");
	buf_free(&s);
	buf_free(&b);
}

static bool
bare_is(const char *s, const char *want)
{
	struct buf b = {0};
	bool same;

	utf_bare(&b, s, strlen(s));
	same = b.len == strlen(want) && memcmp(b.s, want, b.len) == 0;
	buf_free(&b);
	return same;
}

static void
bare(void)
{
	ok(bare_is("etat", "etat"), "no accent");
	ok(bare_is("\xC3\x89tat \xC3\xA0 \xC3\xA7"
		   "a na\xC3\xAF"
		   "f",
	       "Etat a ca naif"),
	    "accents and cedilla go");
	ok(bare_is("c\xC5\x93ur", "c\xC5\x93ur"), "a ligature stays");
	ok(bare_is("e\xCC\x81", "e"), "a mark of its own goes");
}

static void
scripts(void)
{
	static const int32_t above[] = {0x2070, 0xB9, 0xB2, 0xB3, 0x2074,
	    0x2075, 0x2076, 0x2077, 0x2078, 0x2079};

	for (int k = 0; k < 10; k++)
		ok(utf_script(above[k]) == k && utf_script(0x2080 + k) == k,
		    "a figure above, and below the line");
	ok(utf_is_middle_dot(0xB7) && utf_is_middle_dot(0x30FB) &&
		!utf_is_middle_dot('.') && !utf_is_middle_dot(0x2026),
	    "middle dots");
	ok(!utf_is_script('2') && !utf_is_script(0xB4) &&
		!utf_is_script(0x2071) && !utf_is_script(0x208A),
	    "no other sign is one");
}

static bool
tidy(const char *s)
{
	return utf_is_tidy(s, strlen(s), '\t');
}

static void
tidy_texts(void)
{
	ok(tidy("") && tidy("a") &&
		tidy("la loi\t1 \xC5\x93uvre\t\xC3\xA9t\xC3\xA9"),
	    "letters, blanks and tabs alone between others");
	ok(!tidy(" a") && !tidy("a ") && !tidy("\ta") && !tidy("a\t") &&
		!tidy(" "),
	    "a blank at an end");
	ok(!tidy("a  b") && !tidy("a \tb") && !tidy("a\t b") && !tidy("a\t\tb"),
	    "two blanks");
	ok(!utf_is_tidy("a\tb", 3, ' '), "a tab that parts nothing");
	ok(!tidy("a\nb") && !tidy("a\x01"), "controls");
	ok(!tidy("a\xC2\xA0"
		 "b") &&
		!tidy("a\xC2\xAD") && !tidy("\xE2\x80\x8B") &&
		!tidy("e\xCC\x81") && !tidy("\xE2\x80\x99"),
	    "other blanks, what is not seen, marks, other signs");
}

static void
check_xml(void)
{
	struct out o;

	out_memory(&o);
	utf_put_xml(&o, "a<b>\"&'\t\x01\x7F\xEF\xBF\xBE\xEF\xBF\xBDé\xEF", 19);
	out_ch(&o, '\0');
	is_str(o.b.s,
	    "a&lt;b&gt;&quot;&amp;'\t\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
	    "\xEF\xBF\xBDé\xEF",
	    "XML has no markup and no controls of the text");
	buf_free(&o.b);
}

int
main(void)
{
	err_init("utf");
	tidy_texts();
	scripts();
	bare();
	round_trip();
	counts();
	columns();
	classes();
	cases();
	composed();
	all_letters();
	piles();
	check_xml();
	return done();
}
