/* Elisions that were written with blanks, or without apostrophe. */
#include <string.h>

#include "scan_inner.h"

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
	size_t apos = mend_skip(w, to, SPACE);
	size_t next;

	if (mend_sign_at(w, apos, &n) != APOS)
		return false;
	if (apos == to && (mend_last(w) == '\'' || mend_last(w) == '\x99'))
		return false; /* 'd' is a letter */
	next = mend_skip(w, apos + n, SPACE);
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
	size_t next = mend_skip(w, to, SPACE);
	size_t end = mend_letters_end(w, next);

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
