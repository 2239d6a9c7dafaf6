/* scan_fast - tokens by masks of bits are those of the plain way, on texts made
 * of bits of French and of bytes, with wide instructions and without. */
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "lib/lang/fr/scan.h"
#include "tap.h"

/* Pieces of texts; those of the first line come more often. */
static const char *const piece[] = {" ", " ", " ", ", ", ". ", "e", "a", "s",
    "l'", "d\xE2\x80\x99", "le", "de", "mot", "\xC3\xA9t\xC3\xA9", "La", "L",
    /* */
    "", "\n", "\t", "\r", "  ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B",
    "\xC2\xAD", "\xEF\xBB\xBF", ".", "..", "...", ",", ";", ":", "://", "!",
    "?", "(", ")", "[", "]", "\"", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x94",
    "\xE2\x80\x93", "\xE2\x80\xA6", "-", "--", "_", "*", "/", "&", "<", ">",
    "@", "#", "%", "\xE2\x82\xAC", "$", "\xC2\xB0", "+", "\xC3\x97", "\xC3\xB7",
    "'", "\xE2\x80\x99", "\xCA\xBC", "`", "\xE2\x80\x98", "\xC2\xB4", "0", "12",
    "1 000", "3,5", "2025", "\xC2\xB2", "\xE2\x81\xB4", "\xC2\xBD", "A", "I",
    "X", "V", "C", "D", "M", "M.", "XIXe", "Ve", "Ier", "XX\xC3\xA8me", "LO",
    "LP", "LOI", "n", "n.", "N'", "N'D", "H", "art", "art.", "Art.", "etc.",
    "www", "www.", "q", "qu", "qu'", "Qu'", "QU'", "Qu\xE2\x80\x99", "jusqu'",
    "aujourd", "aujourd'hui", "abord", "quand", "grand", "uj", "urd", "rd", "d",
    "t'", "t", "-t-", "-ce", "-il", "-vous", "peut-\xC3\xAAtre",
    "c'est-\xC3\xA0-dire", "d'avant-garde", "avant-garde", "j'm'en-fout",
    "j'm'", "en-fout", "l'un", "y'a", "y", "\xC3\xA0", "\xC3\x80", "\xC3\x89",
    "\xC3\x9F", "\xC3\xBF", "\xC5\x93", "\xC5\x92", "oe", "oeu", "OE", "OEU",
    "o", "u", "c\xC5\x93ur", "\xC3\xA7", "\xC3\x87'", "\xC5\xA1", "\xC4\xB0",
    "\xCC\x81", "e\xCC\x81", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80", "\xEF\xAC\x81",
    "\xC2\xB7", "\302\267e", "(e)", "(s)", "R&D", "a@b.fr", "http://a.fr",
    "gouvernement", "Gouvernement", "GOUVERNEMENT", "anticonstitutionnellement",
    "constitutionnellement", "responsabilit\xC3\xA9", "sept", "septsep",
    "huithuit", "abbrevia"};

enum {
	N_PIECES = sizeof(piece) / sizeof(*piece),
	OFTEN = 16,
	TEXTS = 60000
};

/* xorshift, so that each run has the same texts. */
static uint32_t
any(uint32_t *state, size_t below)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return (uint32_t)((uint64_t)*state * below >> 32);
}

static void
make_text(struct buf *b, uint32_t *state)
{
	size_t want = any(state, any(state, 4) == 0 ? 400 : 80);
	uint32_t often = any(state, 10);

	b->len = 0;
	buf_mem(b, "", 0);
	while (b->len < want)
		buf_str(b,
		    piece[any(state,
			any(state, 10) < often ? OFTEN : (size_t)N_PIECES)]);
	/* and some bytes that are anything, as long as that is UTF-8 */
	for (uint32_t k = any(state, 8); b->len > 0 && k < 3; k++) {
		size_t at = any(state, b->len);
		char old = b->s[at];

		b->s[at] = (char)(1 + any(state, 255));
		if (utf8_check(b->s, b->len) < b->len)
			b->s[at] = old;
	}
}

/* Are all tokens and what is said of the text the same? */
static bool
same(const struct scan *a, const struct scan *b)
{
	if (a->n != b->n || a->marks != b->marks ||
	    a->rough_to != b->rough_to ||
	    (a->rough_to > 0 && a->rough_from != b->rough_from) ||
	    a->n_inclusive != b->n_inclusive)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const struct token *x = &a->tok[i];
		const struct token *y = &b->tok[i];

		if (x->at != y->at || x->len != y->len || x->kind != y->kind ||
		    x->flags != y->flags || x->glued != y->glued ||
		    x->shape != y->shape || x->last != y->last)
			return false;
	}
	return true;
}

/* Are the forms at hand those that scan_form() makes? */
static bool
same_forms(const struct scan *s, const char *text)
{
	struct buf b = {0};
	bool good = true;

	for (size_t i = 0; i < s->n; i++) {
		const struct token *t = &s->tok[i];
		size_t len;
		const char *form;

		if (t->easy == SCAN_HARD)
			continue;
		b.len = 0;
		buf_room(&b, SCAN_ROOM(t->len));
		b.len = scan_form(b.s, text, t);
		form = scan_easy(s, t, &len);
		good = good && (t->flags & SCAN_ESCAPE) == 0 && b.len == len &&
		    memcmp(b.s, form, len) == 0;
	}
	buf_free(&b);
	return good;
}

/* The same tokens all three ways, of a text with nothing behind its slack. */
static bool
agree(struct scan way[3], const char *text, size_t len)
{
	char *p = mem_new(len + SCAN_SLACK, 1);
	bool good = true;

	memcpy(p, text, len);
	memset(p + len + 1, 'n', SCAN_SLACK - 1);
	p[len] = '\n';
	for (size_t k = 0; k < 3; k++)
		scan_text(&way[k], p, len);
	for (size_t k = 1; k < 3; k++)
		good = good && same(&way[0], &way[k]) && same_forms(&way[k], p);
	free(p);
	return good;
}

/* Rules of a few words; long_abbr: one of them is longer than others are. */
static void
open_rules(struct rules *r, bool long_abbr)
{
	static const char *const abbr[] = {
	    "m", "art", "etc", "av", "sept", "abbrevia"};
	static const char type[] = "aneaia";
	size_t n = long_abbr ? 6 : 5;

	*r = (struct rules){0};
	intern_open(&r->abbr);
	intern_open(&r->whole);
	intern_open(&r->starters);
	r->abbr_type = mem_grow(NULL, &r->n_type, n, 1);
	for (size_t i = 0; i < n; i++) {
		(void)intern_add(&r->abbr, abbr[i], strlen(abbr[i]));
		r->abbr_type[i] = (uint8_t)type[i];
	}
	(void)intern_add(&r->whole, "aujourd'hui", 11);
	(void)intern_add(&r->whole, "d'avant-garde", 13);
	(void)intern_add(&r->whole, "j'm'en-fout", 11);
	(void)intern_add(&r->whole, "c'est-\xC3\xA0-dire", 13);
	(void)intern_add(&r->starters, "la", 2);
}

static void
compare(bool long_abbr)
{
	struct rules r;
	struct scan way[3];
	struct buf b = {0};
	uint32_t state = 20251128;
	size_t bad = 0;

	open_rules(&r, long_abbr);
	for (size_t k = 0; k < 3; k++)
		scan_open(&way[k], &r);
	way[0].slow = true;
	way[1].narrow = true;
	for (size_t i = 0; i < TEXTS; i++) {
		make_text(&b, &state);
		if (agree(way, b.s, b.len))
			continue;
		if (bad++ == 0)
			printf("# %s\n", b.s);
	}
	is_u64(bad, 0, long_abbr ? "texts, a long abbreviation" : "texts");
	for (size_t k = 0; k < 3; k++)
		scan_free(&way[k]);
	rules_free(&r);
	buf_free(&b);
}

/* Words and gaps at each place of a block of bits. */
static void
places(void)
{
	static const char *const text[] = {
	    "qu'il d\xE2\x80\x99un mot, \xC3\xA9t"
	    "\xC3\xA9. La responsabilit\xC3\xA9 du gouvernement. Ve",
	    "constitutionnellement. c\xC5\x93ur oeuf a y t l'avant-garde"};
	struct rules r;
	struct scan way[3];
	struct buf b = {0};
	bool good = true;

	open_rules(&r, false);
	for (size_t k = 0; k < 3; k++)
		scan_open(&way[k], &r);
	way[0].slow = true;
	way[1].narrow = true;
	for (size_t k = 0; k < 2; k++)
		for (size_t front = 0; front < 140; front++) {
			b.len = 0;
			for (size_t i = 0; i < front; i++)
				buf_str(&b, i % 7 == 6 ? " " : "e");
			buf_str(&b, text[k]);
			for (size_t n = front; n <= b.len; n++)
				if (((unsigned char)b.s[n] & 0xC0) != 0x80)
					good = agree(way, b.s, n) && good;
		}
	ok(good, "every place, cut anywhere");
	for (size_t k = 0; k < 3; k++)
		scan_free(&way[k]);
	rules_free(&r);
	buf_free(&b);
}

int
main(void)
{
	err_init("scan_fast");
	compare(false);
	compare(true);
	places();
	return done();
}
