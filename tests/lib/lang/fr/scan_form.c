/* scan_form - the counting form of a token, by the fast ways and the slow one:
 * they give the same. */
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/scan.h"
#include "lib/text/utf.h"
#include "tap.h"

/* The form of the text as one token of the kind, letters behind it. */
static void
form_of(struct buf *to, const char *s, size_t len, enum scan_kind kind)
{
	char *text = mem_new(len + SCAN_SLACK, 1);
	struct token t = {0};

	memset(text, 'U', len + SCAN_SLACK);
	memcpy(text, s, len);
	t.len = (uint32_t)len;
	t.kind = (uint8_t)kind;
	to->len = 0;
	buf_room(to, SCAN_ROOM(len));
	to->len = scan_form(to->s, text, &t);
	to->s[to->len] = '\0';
	free(text);
}

static void
gives(enum scan_kind kind, const char *s, const char *want)
{
	struct buf b = {0};

	form_of(&b, s, strlen(s), kind);
	is_str(b.s, want, s);
	buf_free(&b);
}

static void
words(void)
{
	gives(SCAN_WORD, "\xC3\x89T\xC3\x89", "\xC3\xA9t\xC3\xA9");
	gives(SCAN_WORD, "L\xE2\x80\x99", "l'");
	gives(SCAN_WORD, "l\xCA\xBC", "l'");
	gives(SCAN_WORD, "l'", "l'");
	gives(SCAN_WORD, "C\xC5\x92UR", "c\xC5\x93ur");
	gives(SCAN_WORD, "coeur", "c\xC5\x93ur");
	gives(SCAN_WORD, "COEUR", "c\xC5\x93ur");
	gives(SCAN_WORD, "coe", "coe");
	gives(SCAN_WORD, "coexiste", "coexiste");
	gives(SCAN_WORD,
	    "Stra\xC3\x9F"
	    "e",
	    "stra\xC3\x9F"
	    "e");
	gives(SCAN_WORD, "\xC5\xB8", "\xC3\xBF");
	gives(SCAN_WORD, "\xC4\xB0", "i");
	gives(SCAN_WORD, "abcdefghijklmno\xC3\x89", "abcdefghijklmno\xC3\xA9");
	gives(SCAN_WORD, "ABCDEFGHIJKLMNOP", "abcdefghijklmnop");
	gives(SCAN_WORD, "ABCDEFGHIJKLMNOPQ", "abcdefghijklmnopq");
	gives(SCAN_WORD, "ABCDEFGHIJKLMNOPQRSTUVWXOEU",
	    "abcdefghijklmnopqrstuv"
	    "wx\xC5\x93u");
	gives(SCAN_ADDRESS, "HTTP://A.FR", "http://a.fr");
	gives(SCAN_PUNCT, "\xE2\x80\x99", "'");
	gives(SCAN_PUNCT, "\xE2\x80\xA6", "\xE2\x80\xA6");
	gives(SCAN_PUNCT, "....................", "....................");
	gives(SCAN_SYMBOL, "M\xE2\x82\xAC", "M\xE2\x82\xAC");
}

static void
figures(void)
{
	gives(SCAN_NUMBER, "5", "5");
	gives(SCAN_NUMBER, "1 500 000,5", "1500000,5");
	gives(SCAN_NUMBER,
	    "1\xC2\xA0"
	    "500",
	    "1500");
	gives(SCAN_NUMBER,
	    "1\xE2\x80\xAF"
	    "500\xE2\x80\x89"
	    "000",
	    "1500000");
	gives(SCAN_NUMBER,
	    "1\xE2\x80\x99"
	    "500",
	    "1500");
	gives(SCAN_NUMBER, "1'500", "1500");
	gives(SCAN_NUMBER, "2\xC3\x88ME", "2\xC3\xA8me");
	gives(SCAN_NUMBER, "1 500H", "1500h");
	gives(SCAN_NUMBER, "5m\xC2\xB2", "5m2");
	gives(SCAN_NUMBER, "2024\xC2\xB9", "2024");
	gives(SCAN_NUMBER, "10\xE2\x81\xB6", "10\xE2\x81\xB6");
	gives(SCAN_NUMBER,
	    "\xE2\x88\x92"
	    "2,5",
	    "-2,5");
	gives(SCAN_WORD, "loi\xC2\xB2\xC2\xB3", "loi");
	gives(SCAN_WORD, "KM\xC2\xB2", "km2");
	gives(SCAN_WORD, "CO\xE2\x82\x82", "co2");
	gives(SCAN_WORD, "M\xE1\xB5\x90\xE1\xB5\x89", "mme");
	gives(SCAN_WORD, "n\xC2\xBA", "n\xC2\xB0");
	gives(SCAN_SYMBOL, "\xE2\x9D\xA4\xEF\xB8\x8F", "\xE2\x9D\xA4");
	gives(SCAN_NUMBER, "4-temps", "4-temps");
	gives(SCAN_NUMBER,
	    "4\xE2\x80\x91"
	    "Temps",
	    "4-temps");
	gives(SCAN_NUMBER, "XX\xE1\xB5\x89", "xxe");
}

/* Every letter in words of several lengths, alone or twice, at the head, the
 * end and in the middle. */
static void
same_form(void)
{
	static const char *const frame[][2] = {{"", ""}, {"o", "eu"},
	    {"oe", "u"}, {"abcdefghijklmn", ""}, {"", "OEUFS"},
	    {"abcdefghijklm", "nOPQRSTUVWXYZ"}};
	struct buf fast = {0};
	struct buf slow = {0};
	uint32_t wrong = 0;

	for (int32_t cp = 1; cp < 0x20000; cp++)
		for (size_t k = 0; k < sizeof(frame) / sizeof(*frame); k++) {
			char s[48];
			char c[8] = "";

			if ((cp >= 0xD800 && cp < 0xE000) ||
			    (cp < 0x10000 && !utf_is_letter(cp)))
				continue;
			(void)utf_put(c, cp);
			(void)snprintf(s, sizeof(s), "%s%s%s%s", frame[k][0], c,
			    cp % 2 != 0 ? c : "", frame[k][1]);
			form_of(&fast, s, strlen(s), SCAN_WORD);
			slow.len = 0;
			form_put(&slow, s, strlen(s));
			if (strcmp(fast.s, slow.s) != 0 && wrong++ < 5)
				printf("# %s: %s, %s\n", s, fast.s, slow.s);
		}
	is_u64(wrong, 0, "every letter: the fast ways give what the slow does");
	buf_free(&fast);
	buf_free(&slow);
}

static void
columns(void)
{
	struct buf b = {0};

	ok(form_column("form") && form_column("stem") && !form_column("word") &&
		!form_column("") && !form_column("forms"),
	    "columns of counting forms");
	form_straight(
	    &b, "L\xE2\x80\x99\xC3\x89t\xC3\xA9 l\xCA\xBC\xE2\x80", 15);
	is_str(b.s, "L'\xC3\x89t\xC3\xA9 l'\xE2\x80", "straight apostrophes");
	b.len = 0;
	form_straight(&b, "", 0);
	is_str(b.s, "", "of nothing");
	b.len = 0;
	buf_str(&b, "o");
	form_put(&b, "eu", 2);
	is_str(b.s, "oeu", "what was there before is no part of the word");
	buf_free(&b);
}

int
main(void)
{
	err_init("scan_form");
	words();
	figures();
	same_form();
	columns();
	return done();
}
