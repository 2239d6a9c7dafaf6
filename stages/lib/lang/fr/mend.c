/* Text that was not written as the rules of the scanner have it: signs that
 * stand for hyphens and apostrophes, blanks that part a word, misspelt
 * inversions.  Called for paragraphs in which the scanner met one. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/utf.h"
#include "scan_inner.h"

/* The text and where it is read. */
struct walk {
	struct mend *m;
	struct text t;
	size_t i;
	size_t from; /* from..i goes as it is, and is not yet written */
};

/* ---- output ---- */

/* Appends n bytes of text, each of which stands for `step` bytes of what is
 * then appended to what was written. */
static void
put_places(struct walk *w, const char *text, size_t n, size_t step)
{
	struct mend *m = w->m;

	m->at = mem_grow(m->at, &m->cap, m->text.len + n + 1, sizeof(*m->at));
	for (size_t k = 0; k < n; k++)
		m->at[m->text.len + k] = (uint32_t)(m->written.len + k * step);
	buf_mem(&m->text, text, n);
}

/* Writes what goes as it is. */
static void
flush(struct walk *w)
{
	const char *s = w->t.p + w->from;

	put_places(w, s, w->i - w->from, 1);
	buf_mem(&w->m->written, s, w->i - w->from);
	w->from = w->i;
}

/* Appends text, which stands for what was written in from..to. */
static void
put(struct walk *w, const char *text, size_t from, size_t to)
{
	flush(w);
	put_places(w, text, strlen(text), 0);
	buf_mem(&w->m->written, w->t.p + from, to - from);
}

/* Goes on to the place `to` with the text as it is. */
static void
keep_to(struct walk *w, size_t to)
{
	w->i = to;
}

static void
drop_to(struct walk *w, size_t to)
{
	flush(w);
	w->i = to;
	w->from = to;
}

/* Goes on to the place `to`, for which text stands. */
static void
take(struct walk *w, const char *text, size_t to)
{
	put(w, text, w->i, to);
	drop_to(w, to);
}

/* ---- signs ---- */

/* Does it look like an apostrophe? */
static bool
stands_for_apostrophe(int32_t cp)
{
	switch (cp) {
	case '`':
	case 0xB4: /* acute, grave, modifier letters */
	case 0x2B9:
	case 0x2BB:
	case 0x2BD:
	case 0x2C8:
	case 0x2CA:
	case 0x2CB:
	case 0x374:
	case 0x55A:
	case 0x5F3:
	case 0x1FBD: /* Greek breathings and accents */
	case 0x1FBF:
	case 0x1FEF:
	case 0x1FFD:
	case 0x1FFE:
	case 0x2018: /* quotation marks, primes */
	case 0x201B:
	case 0x2032:
	case 0x2035:
	case 0xA78C:
	case 0xFF07: /* full width */
	case 0xFF40:
		return true;
	default:
		return false;
	}
}

bool
scan_is_rough_sign(int32_t cp)
{
	return cp == 0xAD || cp == 0x2010 || cp == 0x2011 ||
	    (cp >= 0xFB00 && cp <= 0xFB06) || stands_for_apostrophe(cp);
}

/* Class of the character at i, signs that look like an apostrophe or a hyphen
 * as those. */
static enum cls
sign_at(struct walk *w, size_t i, size_t *n)
{
	enum cls c;

	*n = 0;
	if (i >= w->t.len)
		return END;
	c = class_at(&w->t, i, n);
	if (c != APOS && (w->t.p[i] == '`' || (w->t.p[i] & 0x80) != 0) &&
	    stands_for_apostrophe(utf_get(w->t.p + i, w->t.p + w->t.len, n)))
		return APOS;
	return c;
}

static size_t
skip(struct walk *w, size_t i, enum cls c)
{
	size_t n;

	while (sign_at(w, i, &n) == c)
		i += n;
	return i;
}

/* End of the letters from i on. */
static size_t
letters_end(struct walk *w, size_t i)
{
	size_t n;

	while (is_letter(sign_at(w, i, &n)))
		i += n;
	return i;
}

static bool
is_letter_at(struct walk *w, size_t i)
{
	size_t n;

	return is_letter(sign_at(w, i, &n));
}

/* Is the text from..to the word, in any case of its letters? */
static bool
is_word(const struct walk *w, size_t from, size_t to, const char *word)
{
	if (strlen(word) != to - from)
		return false;
	for (; from < to; from++, word++) {
		char c = w->t.p[from];

		if (c != *word &&
		    (scan_ascii[(unsigned char)c] != UPPER ||
			(c | 0x20) != *word))
			return false;
	}
	return true;
}

/* Is it one of the words, which are parted by blanks? */
static bool
is_one_of(const struct walk *w, size_t from, size_t to, const char *words)
{
	while (*words != '\0') {
		size_t n = strcspn(words, " ");
		char one[16];

		memcpy(one, words, n);
		one[n] = '\0';
		if (is_word(w, from, to, one))
			return true;
		words += n + (words[n] == ' ');
	}
	return false;
}

/* The last byte of the text so far; NUL before the first. */
static char
last_byte(const struct walk *w)
{
	const struct buf *b = &w->m->text;

	if (w->i > w->from)
		return w->t.p[w->i - 1];
	return b->len > 0 ? b->s[b->len - 1] : '\0';
}

/* Does the text so far end with a letter or figure? */
static bool
behind_alnum(const struct walk *w)
{
	char c = last_byte(w);

	return (c & 0x80) != 0 || is_alnum((enum cls)scan_ascii[(uint8_t)c]);
}

/* Is there a vowel at i, or an h that may be mute? */
static bool
is_vowel(const struct walk *w, size_t i)
{
	unsigned char c = (unsigned char)(w->t.p[i] | 0x20);
	unsigned char d = (unsigned char)w->t.p[i + 1];

	if ((unsigned char)w->t.p[i] == 0xC5)
		return d == 0x92 || d == 0x93;
	if ((unsigned char)w->t.p[i] == 0xC3) {
		d |= 0x20;
		return d != 0xA7 && d != 0xB0 && d != 0xB1 && d != 0xB7 &&
		    d < 0xBE;
	}
	if (c == 'y')
		return strchr("aeio", d | 0x20) == NULL || d == '\0';
	return c != '\0' && strchr("aeiouh", c) != NULL;
}

/* ---- hyphens, apostrophes, ligatures ---- */

/* A soft hyphen is one between words where a letter stands alone that is no
 * syllable: a-t-il, c'est-à-dire. */
static bool
soft_is_hyphen(struct walk *w, size_t n)
{
	static const char soft[] = "\xC2\xAD";
	const char *p = w->t.p;
	size_t i = w->i;
	size_t k = 0;

	if (i + n + 4 < w->t.len && memcmp(p + i + n, "\xC3\xA0", 2) == 0)
		k = i + n + 2;
	else if (i + n + 3 < w->t.len && strchr("tTlLdD", p[i + n]) != NULL)
		k = i + n + 1;
	if (k > 0 && memcmp(p + k, soft, 2) == 0)
		return true;
	if (i >= 4 && memcmp(p + i - 2, "\xC3\xA0", 2) == 0)
		return memcmp(p + i - 4, soft, 2) == 0;
	return i >= 3 && strchr("tTlLdD", p[i - 1]) != NULL &&
	    memcmp(p + i - 3, soft, 2) == 0;
}

static bool
mend_sign(struct walk *w, int32_t cp, size_t n)
{
	static const char *const ligature[] = {
	    "ff", "fi", "fl", "ffi", "ffl", "st", "st"};
	struct mend *m = w->m;
	size_t next = w->i + n;

	if (cp == 0x2010 || cp == 0x2011) {
		m->n[MEND_HYPHEN]++;
		take(w, "-", next);
	} else if (cp == 0xAD) {
		m->n[MEND_SOFT]++;
		take(w, soft_is_hyphen(w, n) ? "-" : "", next);
	} else if (cp >= 0xFB00 && cp <= 0xFB06) {
		m->n[MEND_LIGATURE]++;
		take(w, ligature[cp - 0xFB00], next);
	} else if (stands_for_apostrophe(cp) && behind_alnum(w) &&
	    is_letter_at(w, next)) {
		m->n[MEND_APOSTROPHE]++;
		take(w, "'", next);
	} else
		return false;
	return true;
}

/* l''État: two signs for one. */
static bool
mend_double(struct walk *w)
{
	static const char *const twice[] = {
	    "''", "\xE2\x80\x99\xE2\x80\x99", "``"};

	if (!behind_alnum(w))
		return false;
	for (size_t k = 0; k < sizeof(twice) / sizeof(*twice); k++) {
		size_t end = w->i + strlen(twice[k]);

		if (looking_at(&w->t, w->i, twice[k]) && is_letter_at(w, end)) {
			w->m->n[MEND_APOSTROPHE]++;
			take(w, "'", end);
			return true;
		}
	}
	return false;
}

/* ---- apostrophes with blanks, and none ---- */

/* Words before an apostrophe, and what must follow if it is no vowel. */
static bool
is_elided(const struct walk *w, size_t from, size_t to, size_t next)
{
	if (is_word(w, from, to, "aujourd"))
		return is_one_of(w, next, next + 3, "hui");
	if (is_word(w, from, to, "quelqu"))
		return (w->t.p[next] | 0x20) == 'u';
	return is_one_of(w, from, to,
		   "l d j m t s c n qu jusqu lorsqu puisqu quoiqu presqu") &&
	    is_vowel(w, next);
}

/* The word from..to with the blanks and the apostrophe behind it. */
static bool
mend_spaced(struct walk *w, size_t to)
{
	size_t n;
	size_t apos = skip(w, to, SPACE);
	size_t next;

	if (sign_at(w, apos, &n) != APOS)
		return false;
	next = skip(w, apos + n, SPACE);
	if ((apos == to && next == apos + n) || !is_letter_at(w, next) ||
	    !is_elided(w, w->i, to, next))
		return false;
	w->m->n[MEND_SPACED]++;
	keep_to(w, to);
	drop_to(w, apos);
	take(w, "'", apos + n);
	drop_to(w, next);
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

/* May a sentence begin where the text so far ends? */
static bool
at_start(struct walk *w)
{
	const struct buf *b = &w->m->text;
	size_t k;

	flush(w);
	k = b->len;
	while (k > 0 && (b->s[k - 1] == ' ' || b->s[k - 1] == '\t'))
		k--;
	return k == 0 ||
	    (strchr(".!?:(\"-", b->s[k - 1]) != NULL && k > 1 &&
		!(b->s[k - 1] == '.' && (k < 3 || b->s[k - 2] == 'M')));
}

/* Is the capital letter from..to, alone before the word next..end, an elided
 * word and no initial or name? */
static bool
capital_elided(struct walk *w, size_t from, size_t to, size_t next, size_t end)
{
	char c = w->t.p[from];

	if (scan_ascii[(unsigned char)c] != UPPER)
		return true;
	if (to - from > 1)
		return true; /* Qu il */
	if (strchr("MT", c) != NULL)
		return false;
	if (end - next > 1 && is_capitals(w, next, end))
		return strchr("LD", c) != NULL ||
		    is_one_of(w, next, end, "est il ils ai y");
	return at_start(w) && scan_ascii[(unsigned char)w->t.p[next]] != UPPER;
}

/* Is it elided before the word next..end, as far as grammar says? */
static bool
may_be_bare(struct walk *w, size_t from, size_t to, size_t next, size_t end)
{
	char c = (char)(w->t.p[from] | 0x20);
	size_t n;

	if (is_one_of(w, next, end, "et ou") ||
	    is_word(w, next, end, "o\xC3\xB9"))
		return false;
	if (end - next == 1 && strchr("aAyY", w->t.p[next]) == NULL)
		return false; /* letters of a list */
	if (end - next == 1 && sign_at(w, end, &n) != SPACE &&
	    sign_at(w, end, &n) != HYPHEN)
		return false;
	if (to - from == 1 && c == 'c' &&
	    !is_one_of(w, next, end, "est etait etaient en eut aurait") &&
	    !is_word(w, next, end, "\xC3\xA9tait") &&
	    !is_word(w, next, end, "\xC3\xA9taient"))
		return false;
	return capital_elided(w, from, to, next, end);
}

/* l economie: the blank stands for the apostrophe. */
static bool
mend_bare(struct walk *w, size_t to)
{
	size_t from = w->i;
	size_t next = skip(w, to, SPACE);
	size_t end = letters_end(w, next);
	size_t k;

	if (next == to || end == next || !is_elided(w, from, to, next) ||
	    !may_be_bare(w, from, to, next, end))
		return false;
	flush(w);
	k = w->m->text.len;
	while (k > 0 && w->m->text.s[k - 1] == ' ')
		k--;
	if (k > 0 && scan_ascii[(unsigned char)w->m->text.s[k - 1]] == DIGIT)
		return false; /* 5 l environ */
	w->m->n[MEND_ELISION]++;
	keep_to(w, to);
	put(w, "'", to, to);
	if (is_one_of(w, from, to, "aujourd quelqu presqu"))
		buf_mem(&w->m->written, "'", 1); /* one word, to be read */
	drop_to(w, next);
	return true;
}

/* Is there a letter or figure of ASCII at i? */
static bool
is_plain(const struct walk *w, size_t i)
{
	return is_alnum((enum cls)scan_ascii[(unsigned char)w->t.p[i]]);
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
	enum cls c = sign_at(w, g.end, &n);

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
	enum cls c = sign_at(w, from, &n);

	drop_to(w, from);
	if ((g->dash || g->apos) && c != SPACE)
		take(w, text, from + n);
	else
		put(w, text, from, from);
	drop_to(w, g->end);
}

/* The verb before is in the third person without t or d (a, parle), or has
 * lost its form. */
static bool
wants_t(const struct walk *w)
{
	char c = (char)(last_byte(w) | 0x20);

	return c == 'a' || c == 'e' || c == 'c';
}

/* Is the t between the gaps a and b, before a pronoun at b.end..end, that of
 * an inversion that is misspelt? */
static bool
is_misspelt(const struct walk *w, const struct gap *a, const struct gap *b)
{
	char verb = (char)(last_byte(w) | 0x20);
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

	return n == 0 || (p[1] | 0x20) == 't' || !is_plain(w, w->i + 1);
}

/* a-t'il, va t-il, a t il; est-t-il. */
static bool
mend_t(struct walk *w)
{
	static const char pronouns[] = "il elle on ils elles";
	char verb = (char)(last_byte(w) | 0x20);
	struct gap a;
	struct gap b;
	size_t end;

	if (is_plain(w, w->i) || !is_before_t(w))
		return false;
	a = gap_at(w, w->i);
	if (a.end == w->i || (w->t.p[a.end] | 0x20) != 't')
		return false;
	b = gap_at(w, a.end + 1);
	if (b.end == a.end + 1) {
		/* a-til: two words written as one */
		end = letters_end(w, b.end);
		if (!a.plain || !wants_t(w) ||
		    !is_one_of(w, b.end, end, pronouns))
			return false;
	} else {
		end = letters_end(w, b.end);
		if (!is_one_of(w, b.end, end, pronouns) ||
		    !is_misspelt(w, &a, &b))
			return false;
	}
	w->m->n[MEND_INVERSION]++;
	take_gap(w, "-", &a);
	if (verb == 't' || verb == 'd')
		take(w, "", b.end);
	else {
		keep_to(w, a.end + 1);
		take_gap(w, "-", &b);
	}
	keep_to(w, end);
	return true;
}

/* va-t-en, where the t is elided; not va-t-en-guerre. */
static bool
mend_t_en(struct walk *w)
{
	const char *p = w->t.p + w->i;

	if (w->i + 5 > w->t.len || p[0] != '-' ||
	    strchr("tmTM", p[1]) == NULL || p[2] != '-' ||
	    !is_word(w, w->i + 3, w->i + 5, "en") ||
	    is_letter_at(w, w->i + 5) || p[5] == '-')
		return false;
	w->m->n[MEND_INVERSION]++;
	keep_to(w, w->i + 2);
	take(w, "'", w->i + 1);
	return true;
}

/* est-ce-que, n'est-ce-pas: the second hyphen is one too many. */
static bool
mend_ce_que(struct walk *w)
{
	size_t que = w->i + 4;

	if (w->i + 6 > w->t.len || w->t.p[w->i] != '-' ||
	    !is_word(w, w->i + 1, w->i + 3, "ce") || w->t.p[w->i + 3] != '-' ||
	    (!is_word(w, que, que + 2, "qu") &&
		!is_word(w, que, letters_end(w, que), "pas")))
		return false;
	w->m->n[MEND_INVERSION]++;
	keep_to(w, w->i + 3);
	put(w, " ", w->i, w->i);
	drop_to(w, que);
	return true;
}

/* y-a-t-il, il y-a: y is no part of the verb's word. */
static bool
mend_y(struct walk *w, size_t to)
{
	size_t verb = to + 1;
	size_t end;

	if (!is_word(w, w->i, to, "y") || to >= w->t.len || w->t.p[to] != '-')
		return false;
	end = letters_end(w, verb);
	if (!is_one_of(
		w, verb, end, "a avait aura aurait ait eut avaient auront en"))
		return false;
	w->m->n[MEND_INVERSION]++;
	keep_to(w, to);
	put(w, " ", to, to);
	drop_to(w, verb);
	return true;
}

/* ---- the paragraph ---- */

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
static bool
mend_word(struct walk *w)
{
	size_t to = w->i;
	char before = last_byte(w);

	while (is_letter((enum cls)scan_ascii[(unsigned char)w->t.p[to]]))
		to++;
	if (to == w->i || !may_be_elided(w, to) || is_letter_at(w, to))
		return false;
	if (before == '-') /* main-d ' œuvre */
		return mend_spaced(w, to);
	if (mend_spaced(w, to) || mend_y(w, to))
		return true;
	return (before == '\0' || strchr("'./", before) == NULL) &&
	    mend_bare(w, to);
}

static void
step(struct walk *w)
{
	bool inside = behind_alnum(w);
	size_t end = w->i;
	int32_t cp;
	size_t n;

	if (inside ? mend_t(w) || mend_t_en(w) || mend_ce_que(w) : mend_word(w))
		return;
	while (end < w->t.len && is_plain(w, end))
		end++; /* the rest of a word */
	if (end > w->i) {
		keep_to(w, end);
		return;
	}
	cp = utf_get(w->t.p + w->i, w->t.p + w->t.len, &n);
	if (mend_double(w) || (scan_is_rough_sign(cp) && mend_sign(w, cp, n)))
		return;
	keep_to(w, w->i + n);
}

static uint64_t
total(const struct mend *m)
{
	uint64_t sum = 0;

	for (size_t k = 0; k < MEND_KINDS; k++)
		sum += m->n[k];
	return sum;
}

bool
mend_text(struct mend *m, const char *text, size_t len, size_t from, size_t to)
{
	struct scan none = {0};
	struct walk w = {m, {&none, text, len, true}, 0, 0};
	uint64_t before = total(m);

	m->text.len = 0;
	m->written.len = 0;
	/* The word before may belong to it. */
	while (from > 0 && text[from - 1] == ' ')
		from--;
	while (from > 0 && text[from - 1] != ' ')
		from--;
	keep_to(&w, from);
	while (w.i < to)
		step(&w);
	keep_to(&w, len);
	if (total(m) == before)
		return false;
	flush(&w);
	m->at[m->text.len] = (uint32_t)m->written.len;
	buf_room(&m->text, SCAN_SLACK);
	memset(m->text.s + m->text.len, 0, SCAN_SLACK);
	buf_room(&m->written, SCAN_SLACK);
	return true;
}

void
mend_note(const struct scan *s)
{
	static const char *const name[MEND_KINDS][2] = {
	    {"hyphen of another kind", "hyphens of other kinds"},
	    {"soft hyphen", "soft hyphens"},
	    {"sign in place of an apostrophe", "signs in place of apostrophes"},
	    {"ligature", "ligatures"},
	    {"apostrophe with blanks", "apostrophes with blanks"},
	    {"elision without apostrophe", "elisions without apostrophe"},
	    {"misspelt inversion", "misspelt inversions"}};
	struct buf b = {0};

	for (size_t k = 0; k < MEND_KINDS; k++) {
		uint64_t n = s->mend.n[k];
		char figure[24];

		if (n == 0)
			continue;
		snprintf(figure, sizeof(figure), "%s%" PRIu64 " ",
		    b.len > 0 ? ", " : "", n);
		buf_str(&b, figure);
		buf_str(&b, name[k][n != 1]);
	}
	if (b.len > 0)
		note("read as what is meant: %s", b.s);
	if (s->n_bases > 0)
		note("%" PRIu64 " inclusive form%s counted as %s base",
		    s->n_bases, s->n_bases == 1 ? "" : "s",
		    s->n_bases == 1 ? "its" : "their");
	buf_free(&b);
}
