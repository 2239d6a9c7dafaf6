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

void
mend_flush(struct walk *w)
{
	const char *s = w->t.p + w->from;

	put_places(w, s, w->i - w->from, 1);
	buf_mem(&w->m->written, s, w->i - w->from);
	w->from = w->i;
}

void
mend_put(struct walk *w, const char *text, size_t from, size_t to)
{
	mend_flush(w);
	put_places(w, text, strlen(text), 0);
	buf_mem(&w->m->written, w->t.p + from, to - from);
}

void
mend_drop_to(struct walk *w, size_t to)
{
	mend_flush(w);
	w->i = to;
	w->from = to;
}

void
mend_take(struct walk *w, const char *text, size_t to)
{
	mend_put(w, text, w->i, to);
	mend_drop_to(w, to);
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
enum cls
mend_sign_at(struct walk *w, size_t i, size_t *n)
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

bool
mend_is_letter(struct walk *w, size_t i)
{
	size_t n;

	return is_letter(mend_sign_at(w, i, &n));
}

char
mend_last(const struct walk *w)
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
	const struct buf *b = &w->m->text;
	bool kept = w->i > w->from;
	const char *s = kept ? w->t.p : b->s;
	size_t end = kept ? w->i : b->len;
	size_t k = end;
	size_t n;

	if (k == 0)
		return false;
	if ((s[--k] & 0x80) == 0)
		return is_alnum((enum cls)scan_ascii[(uint8_t)s[k]]);
	while (k > 0 && (s[k] & 0xC0) == 0x80)
		k--;
	return utf_is_letter(utf_get(s + k, s + end, &n));
}

bool
mend_is_word(const struct walk *w, size_t from, size_t to, const char *word)
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

bool
mend_is_one_of(const struct walk *w, size_t from, size_t to, const char *words)
{
	while (*words != '\0') {
		size_t n = strcspn(words, " ");
		char one[16];

		memcpy(one, words, n);
		one[n] = '\0';
		if (mend_is_word(w, from, to, one))
			return true;
		words += n + (words[n] == ' ');
	}
	return false;
}

bool
mend_is_vowel(const struct walk *w, size_t i)
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

size_t
mend_skip(struct walk *w, size_t i, enum cls c)
{
	size_t n;

	while (mend_sign_at(w, i, &n) == c)
		i += n;
	return i;
}

size_t
mend_letters_end(struct walk *w, size_t i)
{
	size_t n;

	while (is_letter(mend_sign_at(w, i, &n)))
		i += n;
	return i;
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
		mend_take(w, "-", next);
	} else if (cp == 0xAD) {
		m->n[MEND_SOFT]++;
		mend_take(w, soft_is_hyphen(w, n) ? "-" : "", next);
	} else if (cp >= 0xFB00 && cp <= 0xFB06) {
		m->n[MEND_LIGATURE]++;
		mend_take(w, ligature[cp - 0xFB00], next);
	} else if (stands_for_apostrophe(cp) && behind_alnum(w) &&
	    mend_is_letter(w, next)) {
		m->n[MEND_APOSTROPHE]++;
		mend_take(w, "'", next);
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

		if (looking_at(&w->t, w->i, twice[k]) &&
		    mend_is_letter(w, end)) {
			w->m->n[MEND_APOSTROPHE]++;
			mend_take(w, "'", end);
			return true;
		}
	}
	return false;
}

/* ---- the paragraph ---- */

static void
step(struct walk *w)
{
	bool inside = behind_alnum(w);
	size_t end = w->i;
	int32_t cp;
	size_t n;

	if (inside ? mend_behind(w) : mend_word(w))
		return;
	while (end < w->t.len && mend_is_plain(w, end))
		end++; /* the rest of a word */
	if (end > w->i) {
		mend_keep_to(w, end);
		return;
	}
	cp = utf_get(w->t.p + w->i, w->t.p + w->t.len, &n);
	if (mend_double(w) || (scan_is_rough_sign(cp) && mend_sign(w, cp, n)))
		return;
	mend_keep_to(w, w->i + n);
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
	mend_keep_to(&w, from);
	while (w.i < to)
		step(&w);
	mend_keep_to(&w, len);
	if (total(m) == before)
		return false;
	mend_flush(&w);
	m->at[m->text.len] = (uint32_t)m->written.len;
	scan_slack(&m->text);
	buf_room(&m->written, SCAN_SLACK);
	return true;
}

void
mend_note(const struct scan *s)
{
	static const char *const name[MEND_KINDS][2] = {
	    {ERR_WORDS("hyphen of another kind"),
		ERR_WORDS("hyphens of another kind")},
	    {ERR_WORDS("soft hyphen"), ERR_WORDS("soft hyphens")},
	    {ERR_WORDS("sign in place of an apostrophe"),
		ERR_WORDS("signs in place of an apostrophe")},
	    {ERR_WORDS("ligature"), ERR_WORDS("ligatures")},
	    {ERR_WORDS("apostrophe with blanks"),
		ERR_WORDS("apostrophes with blanks")},
	    {ERR_WORDS("elision without apostrophe"),
		ERR_WORDS("elisions without apostrophe")},
	    {ERR_WORDS("misspelt inversion"),
		ERR_WORDS("misspelt inversions")}};
	struct buf b = {0};

	for (size_t k = 0; k < MEND_KINDS; k++) {
		uint64_t n = s->mend.n[k];
		char figure[24];

		if (n == 0)
			continue;
		(void)snprintf(figure, sizeof(figure), "%s%" PRIu64 " ",
		    b.len > 0 ? ", " : "", n);
		buf_str(&b, figure);
		buf_str(&b, err_said(name[k][n != 1]));
	}
	if (b.len > 0)
		note("read as what is meant: %s", b.s);
	if (s->n_bases > 0)
		note("%" PRIu64 " inclusive form%s counted as %s base",
		    s->n_bases, s->n_bases == 1 ? "" : "s",
		    s->n_bases == 1 ? "its" : "their");
	buf_free(&b);
}
