/* scan - tokens and their forms, above all where the text ends: what stands
 * behind it in memory says nothing. */
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/scan.h"
#include "tap.h"

/* Rules of a few words, whatever the files of the language say. */
static void
open_rules(struct rules *r)
{
	static const char *const abbr[] = {"m", "art", "etc", "av"};
	static const char type[] = "anea";
	static const char *const whole[] = {
	    "aujourd'hui", "c'est-\xC3\xA0-dire", "rendez-vous"};

	*r = (struct rules){0};
	intern_open(&r->abbr);
	intern_open(&r->whole);
	intern_open(&r->starters);
	r->abbr_type = mem_grow(NULL, &r->n_type, 4, 1);
	for (size_t i = 0; i < 4; i++) {
		(void)intern_add(&r->abbr, abbr[i], strlen(abbr[i]));
		r->abbr_type[i] = (uint8_t)type[i];
	}
	for (size_t i = 0; i < 3; i++)
		(void)intern_add(&r->whole, whole[i], strlen(whole[i]));
}

/* The text in a place of its own, the end c, then bytes that would go on. */
static char *
place(const char *text, size_t len, char c, char behind)
{
	char *p = mem_new(len + SCAN_SLACK, 1);

	memcpy(p, text, len);
	memset(p + len, behind, SCAN_SLACK);
	p[len] = c;
	return p;
}

static void
put_tokens(struct buf *to, const struct scan *s, const char *text)
{
	to->len = 0;
	buf_mem(to, "", 0);
	for (size_t i = 0; i < s->n; i++) {
		buf_str(to, i == 0 ? "" : s->tok[i].glued ? "|" : " ");
		buf_mem(to, text + s->tok[i].at, s->tok[i].len);
		buf_str(to, "/");
		buf_mem(to, (const char *)&s->tok[i].kind, 1);
	}
}

/* Scans the text with several things behind it; gives the tokens, or "differ"
 * if they are not always the same. */
static void
scan_it(struct buf *got, const struct rules *r, const char *text, size_t len)
{
	static const char end[] = {'\n', '\0', '\n', '\n', '\n'};
	static const char behind[] = {'n', '0', '.', '\'', '\x80'};
	struct buf other = {0};
	struct scan s;

	scan_open(&s, r);
	for (size_t k = 0; k < sizeof(end); k++) {
		char *p = place(text, len, end[k], behind[k]);

		scan_text(&s, p, len);
		put_tokens(k == 0 ? got : &other, &s, p);
		free(p);
		if (k > 0 && strcmp(got->s, other.s) != 0) {
			got->len = 0;
			buf_str(got, "differ");
		}
	}
	scan_free(&s);
	buf_free(&other);
}

static void
gives(const struct rules *r, const char *text, const char *want)
{
	struct buf got = {0};

	scan_it(&got, r, text, strlen(text));
	is_str(got.s, want, text);
	buf_free(&got);
}

static void
words(const struct rules *r)
{
	gives(r, "", "");
	gives(r, " \t\r ", "");
	gives(r, "a", "a/w");
	gives(r, "\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9/w");
	gives(r, "c\xC5\x93ur \xC5\x92uvre", "c\xC5\x93ur/w \xC5\x92uvre/w");
	gives(r, "anticonstitutionnellement", "anticonstitutionnellement/w");
	gives(
	    r, "abcdefghijklmnop\xC3\xA9 b", "abcdefghijklmnop\xC3\xA9/w b/w");
	gives(r, "abcdefghijklmno\xC3\xA9 b", "abcdefghijklmno\xC3\xA9/w b/w");
	gives(r,
	    "un\xC2\xA0"
	    "deux\xE2\x80\xAFtrois",
	    "un/w deux/w trois/w");
	gives(r, "e\xCC\x81t\xC3\xA9", "e\xCC\x81t\xC3\xA9/w");
	gives(r, "\xC3\x97\xC3\xB7", "\xC3\x97/s|\xC3\xB7/s");
	gives(r, "H\xE2\x82\x82O", "H\xE2\x82\x82O/w");
	gives(r, "d\xC3\xA9put\xC3\xA9(e)s", "d\xC3\xA9put\xC3\xA9(e)s/w");
	gives(r, "\xC3\xA9lu(e", "\xC3\xA9lu/w|(/p|e/w");
	gives(r, "citoyen\xC2\xB7ne\xC2\xB7s", "citoyen\xC2\xB7ne\xC2\xB7s/w");
	gives(r, "R&D &", "R&D/w &/s");
}

static void
apostrophes(const struct rules *r)
{
	gives(r, "l'eau", "l'/w|eau/w");
	gives(r,
	    "L\xE2\x80\x99"
	    "eau",
	    "L\xE2\x80\x99/w|eau/w");
	gives(r,
	    "l\xCA\xBC"
	    "eau",
	    "l\xCA\xBC/w|eau/w");
	gives(r, "QU'IL jusqu'\xC3\xA0 quoiqu'",
	    "QU'/w|IL/w jusqu'/w|\xC3\xA0/w "
	    "quoiqu'/w");
	gives(r, "prud'homme", "prud'homme/w");
	gives(r, "aujourd'hui", "aujourd'hui/w");
	gives(r, "l'", "l'/w");
	gives(r, "l\xE2\x80\x99", "l\xE2\x80\x99/w");
	gives(r, "mot'", "mot/w|'/p");
	gives(r, "'mot'", "'/p|mot/w|'/p");
	gives(r, "c'est-\xC3\xA0-dire", "c'est-\xC3\xA0-dire/w");
	gives(r, "c'est-\xC3\xA0", "c'/w|est-\xC3\xA0/w");
	gives(r, "va-t'en", "va/w|-t'/w|en/w");
	gives(r, "va-t'", "va-t/w|'/p");
	gives(r, "va-t'e", "va-t'e/w");
}

static void
hyphens(const struct rules *r)
{
	gives(r, "donnez-le-moi", "donnez/w|-le/w|-moi/w");
	gives(r, "a-t-il", "a/w|-t-il/w");
	gives(r, "DIT-IL", "DIT/w|-IL/w");
	gives(r, "rendez-vous", "rendez-vous/w");
	gives(r, "celui-l\xC3\xA0", "celui/w|-l\xC3\xA0/w");
	gives(r, "Pas-de-Calais", "Pas-de-Calais/w");
	gives(r, "vis\xE2\x80\x91\xC3\xA0\xE2\x80\x91vis",
	    "vis\xE2\x80\x91\xC3\xA0\xE2\x80\x91vis/w");
	gives(r, "mot-", "mot/w|-/p");
	gives(r, "-il", "-/p|il/w");
	gives(r, "a--b", "a/w|--/p|b/w");
	gives(r, "- -- \xE2\x80\x93", "-/p --/p \xE2\x80\x93/p");
}

static void
stops(const struct rules *r)
{
	gives(r, "mot.", "mot/w|./p");
	gives(r, "M. X", "M./w X/w");
	gives(r, "M.", "M./w");
	gives(r, "etc.", "etc./w");
	gives(r, "art. 5", "art./w 5/n");
	gives(r, "art.", "art/w|./p");
	gives(r, "U.N.E.", "U.N.E./w");
	gives(r, "J.-C.", "J.-C./w");
	gives(r, "J.-", "J/w|./p|-/p");
	gives(r, "E.Macron", "E./w|Macron/w");
	gives(r, "fin.Le", "fin/w|./p|Le/w");
	gives(r, "\xC3\xA9lu.e.s", "\xC3\xA9lu.e.s/w");
	gives(r, "mot... !!! ?", "mot/w|.../p !!!/p ?/p");
	gives(r, "\xE2\x80\xA6", "\xE2\x80\xA6/p");
	gives(r, "\xC2\xAB\xC2\xA0oui\xC2\xA0\xC2\xBB",
	    "\xC2\xAB/p oui/w "
	    "\xC2\xBB/p");
}

static void
figures(const struct rules *r)
{
	gives(r, "5", "5/n");
	gives(r, "1 500", "1 500/n");
	gives(r, "1 50", "1/n 50/n");
	gives(r, "1 500 000,5", "1 500 000,5/n");
	gives(r,
	    "1\xC2\xA0"
	    "500",
	    "1\xC2\xA0"
	    "500/n");
	gives(r,
	    "1\xE2\x80\xAF"
	    "500 1\xE2\x80\x89"
	    "500",
	    "1\xE2\x80\xAF"
	    "500/n 1\xE2\x80\x89"
	    "500/n");
	gives(r,
	    "1'500 1\xE2\x80\x99"
	    "500",
	    "1'500/n 1\xE2\x80\x99"
	    "500/n");
	gives(r, "01 500", "01/n 500/n");
	gives(r, "1 ", "1/n");
	gives(r, "1\xC2\xA0", "1/n");
	gives(r, "3,", "3/n|,/p");
	gives(r, "3,5.", "3,5/n|./p");
	gives(r, "12/05/2020 1914-1918", "12/05/2020/n 1914-1918/n");
	gives(r, "10h30 2\xC3\xA8me 1er", "10h30/n 2\xC3\xA8me/n 1er/n");
	gives(r, "55milliards 4G", "55/n|milliards/w 4G/n");
	gives(r, "XXe Ier Le", "XXe/n Ier/n Le/w");
	gives(r, "20% 1,3M\xE2\x82\xAC", "20/n|%/s 1,3/n|M\xE2\x82\xAC/s");
	gives(r, "M\xE2\x82\xAC n\xC2\xB0 62",
	    "M\xE2\x82\xAC/s n\xC2\xB0/w 62/n");
	gives(r,
	    "20\xC2\xB0"
	    "C",
	    "20/n|\xC2\xB0"
	    "C/s");
	gives(r, "-5 +3 (-2) a-1", "-5/n +3/n (/p|-2/n|)/p a-1/w");
	gives(r, "de\xC2\xA0-5 \xC3\xA0\xE2\x80\xAF+3 \xE3\x80\x80-2",
	    "de/w -5/n \xC3\xA0/w +3/n -2/n");
	gives(r, "\xC3\xA0-5 \xC3\xA0\xC3\xA0+5",
	    "\xC3\xA0-5/w \xC3\xA0\xC3\xA0/w|+/s|5/n");
	gives(r, "-", "-/p");
}

static void
addresses(const struct rules *r)
{
	gives(r, "www.exemple.fr", "www.exemple.fr/u");
	gives(r, "https://exemple.fr/a?b=c#d", "https://exemple.fr/a?b=c#d/u");
	gives(r, "https://exemple.fr.", "https://exemple.fr/u|./p");
	gives(r, "https://", "https:///u");
	gives(r, "(voir http://a.fr)", "(/p|voir/w http://a.fr/u|)/p");
	gives(r, "exemple.fr", "exemple.fr/u");
	gives(r, "exemple.fr/a,", "exemple.fr/a/u|,/p");
	gives(r, "exemple.f", "exemple.f/w");
	gives(r, "jeanne@exemple.fr", "jeanne@exemple.fr/u");
	gives(r, "jeanne.v@exemple.fr.", "jeanne.v@exemple.fr/u|./p");
	gives(r, "jeanne@", "jeanne/w|@/s");
	gives(r, "jeanne@x", "jeanne/w|@x/u");
	gives(r, "#budget2025 @Jeanne_V", "#budget2025/u @Jeanne_V/u");
	gives(r, "#\xC3\xA9t\xC3\xA9", "#\xC3\xA9t\xC3\xA9/u");
	gives(r, "# @ #1", "#/s @/s #/s|1/n");
	gives(r, "http://a.fr\xC2\xBB", "http://a.fr/u|\xC2\xBB/p");
	gives(r, "http://a.fr\xE2\x80\x9D", "http://a.fr/u|\xE2\x80\x9D/p");
}

int
main(void)
{
	struct rules r;

	err_init("scan");
	open_rules(&r);
	words(&r);
	apostrophes(&r);
	hyphens(&r);
	stops(&r);
	figures(&r);
	addresses(&r);
	rules_free(&r);
	return done();
}
