/* Words that were written otherwise than the rules of the scanner have them:
 * elisions with blanks or without apostrophe, misspelt inversions. */
#include <string.h>

#include "mend_inner.h"

static size_t
skip(struct walk *w, size_t i, enum cls c)
{
	size_t n;

	while (mend_sign_at(w, i, &n) == c)
		i += n;
	return i;
}

/* End of the letters from i on. */
static size_t
letters_end(struct walk *w, size_t i)
{
	size_t n;

	while (is_letter(mend_sign_at(w, i, &n)))
		i += n;
	return i;
}

/* ---- apostrophes with blanks, and none ---- */

/* Words before an apostrophe, and what must follow if it is no vowel. */
static bool
is_elided(const struct walk *w, size_t from, size_t to, size_t next)
{
	if (mend_is_word(w, from, to, "aujourd"))
		return mend_is_one_of(w, next, next + 3, "hui");
	if (mend_is_word(w, from, to, "quelqu"))
		return (w->t.p[next] | 0x20) == 'u';
	return mend_is_one_of(w, from, to,
		   "l d j m t s c n qu jusqu lorsqu puisqu quoiqu presqu") &&
	    mend_is_vowel(w, next);
}

/* The word from..to with the blanks and the apostrophe behind it. */
static bool
mend_spaced(struct walk *w, size_t to)
{
	size_t n;
	size_t apos = skip(w, to, SPACE);
	size_t next;

	if (mend_sign_at(w, apos, &n) != APOS)
		return false;
	if (apos == to && (mend_last(w) == '\'' || mend_last(w) == '\x99'))
		return false; /* 'd' is a letter */
	next = skip(w, apos + n, SPACE);
	if ((apos == to && next == apos + n) || !mend_is_letter(w, next) ||
	    !is_elided(w, w->i, to, next))
		return false;
	w->m->n[MEND_SPACED]++;
	mend_keep_to(w, to);
	mend_drop_to(w, apos);
	mend_take(w, "'", apos + n);
	mend_drop_to(w, next);
	return true;
}

/* Is there a word of capitals only? */
static bool
is_capitals(const struct walk *w, size_t from, size_t to)
{
	for (; from < to; from++)
		if (scan_ascii[(unsigned char)w->t.p[from]] == LOWER ||
		    (w->t.p[from] == '\xC3' &&
			(unsigned char)w->t.p[from + 1] >= 0x9F))
			return false;
	return true;
}

/* What stands before a word, without the blanks: a part of the text so far. */
struct before {
	const char *s;
	size_t len;  /* up to the blanks */
	size_t word; /* bytes of the letters or figures at its end */
};

static struct before
before(struct walk *w)
{
	struct before b;
	size_t k;

	mend_flush(w);
	b = (struct before){.s = w->m->text.s, .len = w->m->text.len};
	for (;; b.len = k)
		if (b.len > 0 && b.s[b.len - 1] == ' ')
			k = b.len - 1;
		else if (b.len > 1 &&
		    memcmp(b.s + b.len - 2, "\xC2\xA0", 2) == 0)
			k = b.len - 2;
		else if (b.len > 2 &&
		    memcmp(b.s + b.len - 3, "\xE2\x80\xAF", 3) == 0)
			k = b.len - 3;
		else
			break;
	for (k = b.len; k > 0 && b.len - k < 32; k--)
		if ((b.s[k - 1] & 0x80) == 0 &&
		    !is_alnum((enum cls)scan_ascii[(uint8_t)b.s[k - 1]]))
			break;
	b.word = b.len - k;
	return b;
}

/* May a sentence begin there? */
static bool
at_start(const struct before *b)
{
	static const char *const sign[] = {"\xC2\xAB", "\xE2\x80\x93",
	    "\xE2\x80\x94", "\xE2\x80\x9C", "\xE2\x80\xA2",
	    "\xE2\x80\xA6"}; /* « – — “ • … */
	char c;

	if (b->len == 0)
		return true;
	for (size_t i = 0; i < sizeof(sign) / sizeof(*sign); i++)
		if (b->len >= strlen(sign[i]) &&
		    memcmp(b->s + b->len - strlen(sign[i]), sign[i],
			strlen(sign[i])) == 0)
			return true;
	c = b->s[b->len - 1];
	if (c == '.')
		return b->len > 2 && b->s[b->len - 2] != 'M';
	return strchr("!?:(\"-", c) != NULL;
}

/* Is the text before in capitals, or is there none? */
static bool
among_capitals(const struct before *b)
{
	size_t k = b->len;
	size_t n = 0;

	while (k > 0 && strchr(",; ", b->s[k - 1]) != NULL)
		k--;
	for (; k > 0 && scan_ascii[(uint8_t)b->s[k - 1]] == UPPER; k--)
		n++;
	return (n > 1 &&
		   (k == 0 || scan_ascii[(uint8_t)b->s[k - 1]] != LOWER)) ||
	    b->len == 0;
}

/* Is the capital letter c, alone before the word next..end, an elided word and
 * no initial or name? */
static bool
capital_elided(const struct walk *w, char c, const struct before *b,
    size_t next, size_t end)
{
	bool loud = among_capitals(b);

	if (is_capitals(w, next, end)) {
		if ((strchr("LD", c) != NULL && end - next > 1) ||
		    mend_is_one_of(w, next, end, "est il ils ai"))
			return true;
		return loud &&
		    (end - next > 1 || strchr("AY", w->t.p[next]) != NULL);
	}
	return strchr("MT", c) == NULL && at_start(b) &&
	    (strchr("LD", c) != NULL ||
		scan_ascii[(unsigned char)w->t.p[next]] != UPPER);
}

/* Is the word before one behind which a letter is a name: le d, alinéa c? */
static bool
names_letter(const struct before *b)
{
	static const char words[] = " le du au ce un m\xC3\xAAme point lettre "
				    "alin\xC3\xA9"
				    "a plan cat\xC3\xA9gorie groupe "
				    "annexe classe ";
	char one[16] = " ";

	if (b->word == 0 || b->word + 3 > sizeof(one))
		return false;
	memcpy(one + 1, b->s + b->len - b->word, b->word);
	if (scan_ascii[(uint8_t)one[1]] == UPPER)
		one[1] |= 0x20;
	one[b->word + 1] = ' ';
	return strstr(words, one) != NULL;
}

/* Is it a figure whose unit a letter may be: 5 l environ? */
static bool
wants_unit(const struct before *b, char c)
{
	return b->word > 0 && b->word <= 3 && strchr("lmst", c) != NULL &&
	    scan_ascii[(uint8_t)b->s[b->len - 1]] == DIGIT;
}

/* Can what follows c' follow it? */
static bool
follows_ce(const struct walk *w, size_t next, size_t end)
{
	static const char *const word[] = {
	    "\xC3\xA9tait", "\xC3\xA9taient", "e\xC3\xBBt"};

	for (size_t i = 0; i < 3; i++)
		if (mend_is_word(w, next, end, word[i]))
			return true;
	return mend_is_one_of(
	    w, next, end, "est etait etaient en eut aurait avait");
}

/* Is it elided before the word next..end, as far as grammar says? */
static bool
may_be_bare(struct walk *w, size_t from, size_t to, size_t next, size_t end)
{
	char c = (char)(w->t.p[from] | 0x20);
	struct before b;
	size_t n;

	if (mend_is_one_of(w, next, end, "et ou"))
		return false;
	if (to - from > 1)
		return true; /* Qu il */
	if (end - next == 1 &&
	    (strchr("aAyY", w->t.p[next]) == NULL || /* letters of a list */
		(mend_sign_at(w, end, &n) != SPACE &&
		    mend_sign_at(w, end, &n) != HYPHEN)))
		return false;
	if (c == 'c' && !follows_ce(w, next, end))
		return false;
	b = before(w);
	if (wants_unit(&b, c) || names_letter(&b))
		return false;
	return scan_ascii[(unsigned char)w->t.p[from]] != UPPER ||
	    capital_elided(w, w->t.p[from], &b, next, end);
}

/* l economie: the blank stands for the apostrophe. */
static bool
mend_bare(struct walk *w, size_t to)
{
	size_t from = w->i;
	size_t next = skip(w, to, SPACE);
	size_t end = letters_end(w, next);

	if (next == to || end == next || !is_elided(w, from, to, next) ||
	    !may_be_bare(w, from, to, next, end))
		return false;
	w->m->n[MEND_ELISION]++;
	mend_keep_to(w, to);
	mend_put(w, "'", to, to);
	if (mend_is_one_of(w, from, to, "aujourd quelqu presqu"))
		buf_mem(&w->m->written, "'", 1); /* one word, to be read */
	mend_drop_to(w, next);
	return true;
}

/* ---- inversions ---- */

/* What parts two words of an inversion. */
struct gap {
	size_t end;
	bool blank;
	bool dash;  /* of any kind */
	bool plain; /* one hyphen, nothing else */
	bool apos;
};

static struct gap
gap_at(struct walk *w, size_t i)
{
	struct gap g = {.end = skip(w, i, SPACE)};
	size_t n;
	enum cls c = mend_sign_at(w, g.end, &n);

	g.blank = g.end > i;
	g.plain = c == HYPHEN && !g.blank;
	g.dash = c == HYPHEN || looking_at(&w->t, g.end, "\xE2\x80\x93") ||
	    looking_at(&w->t, g.end, "\xE2\x80\x94");
	g.apos = c == APOS;
	if (g.dash || g.apos) {
		size_t sign = g.end + n;

		g.end = skip(w, sign, SPACE);
		g.blank = g.blank || g.end > sign;
		g.plain = g.plain && !g.blank;
	}
	return g;
}

/* The signs between a and b, without blanks, as what was written for text. */
static void
take_gap(struct walk *w, const char *text, const struct gap *g)
{
	size_t from = skip(w, w->i, SPACE);
	size_t n;
	enum cls c = mend_sign_at(w, from, &n);

	mend_drop_to(w, from);
	if ((g->dash || g->apos) && c != SPACE)
		mend_take(w, text, from + n);
	else
		mend_put(w, text, from, from);
	mend_drop_to(w, g->end);
}

/* The verb before is in the third person without t or d (a, parle), or has
 * lost its form. */
static bool
wants_t(const struct walk *w)
{
	char c = (char)(mend_last(w) | 0x20);

	return c == 'a' || c == 'e' || c == 'c';
}

/* Is the word before, which a til or ton follows at once, a verb by its look?
 * Not Middle-ton, quart-de-ton. */
static bool
may_be_verb(const struct walk *w)
{
	size_t k = w->i;

	while (k > 0 && scan_ascii[(unsigned char)w->t.p[k - 1]] == LOWER)
		k--;
	if (k == w->i ||
	    (k > 0 &&
		is_letter((enum cls)scan_ascii[(unsigned char)w->t.p[k - 1]]) &&
		w->i - k >= 5))
		return false;
	return (k == 0 || w->t.p[k - 1] != '-') &&
	    strchr("aectdACETD", w->t.p[w->i - 1]) != NULL;
}

/* Is the t between the gaps a and b, before a pronoun at b.end..end, that of
 * an inversion that is misspelt? */
static bool
is_misspelt(const struct walk *w, const struct gap *a, const struct gap *b)
{
	char verb = (char)(mend_last(w) | 0x20);
	bool signs = a->dash || b->dash || b->apos;

	if (a->plain && b->plain)
		return verb == 't' || verb == 'd';
	if (!signs)
		return wants_t(w) || (a->apos && b->blank);
	return true;
}

/* May the sign here be one before a t?  Most blanks are before another word. */
static bool
is_before_t(const struct walk *w)
{
	const char *p = w->t.p + w->i;
	size_t n = *p == ' ' || *p == '-' || *p == '\'';

	return n == 0 || (p[1] | 0x20) == 't' || !mend_is_plain(w, w->i + 1);
}

/* a-t'il, va t-il, a t il; est-t-il. */
static bool
mend_t(struct walk *w)
{
	static const char pronouns[] = "il elle on ils elles";
	char verb = (char)(mend_last(w) | 0x20);
	struct gap a;
	struct gap b;
	size_t end;

	if (mend_is_plain(w, w->i) || !is_before_t(w))
		return false;
	a = gap_at(w, w->i);
	if (a.end == w->i || (w->t.p[a.end] | 0x20) != 't')
		return false;
	b = gap_at(w, a.end + 1);
	if (b.end == a.end + 1) {
		/* a-til: two words written as one */
		end = letters_end(w, b.end);
		if (!a.plain || !may_be_verb(w) ||
		    !mend_is_one_of(w, b.end, end, pronouns))
			return false;
	} else {
		end = letters_end(w, b.end);
		if (!mend_is_one_of(w, b.end, end, pronouns) ||
		    !is_misspelt(w, &a, &b))
			return false;
	}
	w->m->n[MEND_INVERSION]++;
	take_gap(w, "-", &a);
	if (verb == 't' || verb == 'd')
		mend_take(w, "", b.end);
	else {
		mend_keep_to(w, a.end + 1);
		take_gap(w, "-", &b);
	}
	mend_keep_to(w, end);
	return true;
}

/* va-t-en, where the t is elided; not va-t-en-guerre. */
static bool
mend_t_en(struct walk *w)
{
	const char *p = w->t.p + w->i;

	if (w->i + 5 > w->t.len || p[0] != '-' ||
	    strchr("tmTM", p[1]) == NULL || p[2] != '-' ||
	    !mend_is_word(w, w->i + 3, w->i + 5, "en") ||
	    mend_is_letter(w, w->i + 5) || p[5] == '-')
		return false;
	w->m->n[MEND_INVERSION]++;
	mend_keep_to(w, w->i + 2);
	mend_take(w, "'", w->i + 1);
	return true;
}

/* est-ce-que, n'est-ce-pas: the second hyphen is one too many. */
static bool
mend_ce_que(struct walk *w)
{
	size_t que = w->i + 4;

	if (w->i + 6 > w->t.len || w->t.p[w->i] != '-' ||
	    !mend_is_word(w, w->i + 1, w->i + 3, "ce") ||
	    w->t.p[w->i + 3] != '-' ||
	    (!mend_is_word(w, que, que + 2, "qu") &&
		!mend_is_word(w, que, letters_end(w, que), "pas")))
		return false;
	w->m->n[MEND_INVERSION]++;
	mend_keep_to(w, w->i + 3);
	mend_put(w, " ", w->i, w->i);
	mend_drop_to(w, que);
	return true;
}

/* y-a-t-il, il y-a: y is no part of the verb's word. */
static bool
mend_y(struct walk *w, size_t to)
{
	size_t verb = to + 1;
	size_t end;

	if (!mend_is_word(w, w->i, to, "y") || to >= w->t.len ||
	    w->t.p[to] != '-')
		return false;
	end = letters_end(w, verb);
	if (!mend_is_one_of(
		w, verb, end, "a avait aura aurait ait eut avaient auront en"))
		return false;
	w->m->n[MEND_INVERSION]++;
	mend_keep_to(w, to);
	mend_put(w, " ", to, to);
	mend_drop_to(w, verb);
	return true;
}

/* ---- both ---- */

/* Is it one of those that an apostrophe follows, as far as a look says, or y?
 */
static bool
may_be_elided(const struct walk *w, size_t to)
{
	const char *p = w->t.p + w->i;
	size_t len = to - w->i;

	if (len == 1)
		return strchr("ldjmtscnyLDJMTSCNY", *p) != NULL;
	return (len <= 7 && (p[len - 1] | 0x20) == 'u' &&
		   (p[len - 2] | 0x20) == 'q') ||
	    (len == 7 && (p[6] | 0x20) == 'd');
}

/* What is known by the word that begins here. */
bool
mend_word(struct walk *w)
{
	size_t to = w->i;
	char before = mend_last(w);

	while (is_letter((enum cls)scan_ascii[(unsigned char)w->t.p[to]]))
		to++;
	if (to == w->i || !may_be_elided(w, to) || mend_is_letter(w, to))
		return false;
	if (before == '-') /* main-d ' œuvre */
		return mend_spaced(w, to);
	if (mend_spaced(w, to) || mend_y(w, to))
		return true;
	if (before == '.' || before == '/' ||
	    ((before == '\'' || before == '\x99') && to - w->i == 1))
		return false;
	return mend_bare(w, to);
}

bool
mend_behind(struct walk *w)
{
	return mend_t(w) || mend_t_en(w) || mend_ce_que(w);
}
