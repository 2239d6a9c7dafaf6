/* Inversions that are misspelt: a-t'il, va t-il, peut-t-on, est-ce-que. */
#include <string.h>

#include "scan_inner.h"

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
	struct gap g = {.end = mend_skip(w, i, SPACE)};
	size_t n;
	enum cls c = mend_sign_at(w, g.end, &n);

	g.blank = g.end > i;
	g.plain = c == HYPHEN && !g.blank;
	g.dash = c == HYPHEN || looking_at(&w->t, g.end, "\xE2\x80\x93") ||
	    looking_at(&w->t, g.end, "\xE2\x80\x94");
	g.apos = c == APOS;
	if (g.dash || g.apos) {
		size_t sign = g.end + n;

		g.end = mend_skip(w, sign, SPACE);
		g.blank = g.blank || g.end > sign;
		g.plain = g.plain && !g.blank;
	}
	return g;
}

/* The signs between a and b, without blanks, as what was written for text. */
static void
take_gap(struct walk *w, const char *text, const struct gap *g)
{
	size_t from = mend_skip(w, w->i, SPACE);
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
		end = mend_letters_end(w, b.end);
		if (!a.plain || !may_be_verb(w) ||
		    !mend_is_one_of(w, b.end, end, pronouns))
			return false;
	} else {
		end = mend_letters_end(w, b.end);
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
		!mend_is_word(w, que, mend_letters_end(w, que), "pas")))
		return false;
	w->m->n[MEND_INVERSION]++;
	mend_keep_to(w, w->i + 3);
	mend_put(w, " ", w->i, w->i);
	mend_drop_to(w, que);
	return true;
}

/* y-a-t-il, il y-a: y is no part of the verb's word. */
bool
mend_y(struct walk *w, size_t to)
{
	size_t verb = to + 1;
	size_t end;

	if (!mend_is_word(w, w->i, to, "y") || to >= w->t.len ||
	    w->t.p[to] != '-')
		return false;
	end = mend_letters_end(w, verb);
	if (!mend_is_one_of(
		w, verb, end, "a avait aura aurait ait eut avaient auront en"))
		return false;
	w->m->n[MEND_INVERSION]++;
	mend_keep_to(w, to);
	mend_put(w, " ", to, to);
	mend_drop_to(w, verb);
	return true;
}

bool
mend_behind(struct walk *w)
{
	return mend_t(w) || mend_t_en(w) || mend_ce_que(w);
}
