/* What a stage direction looks like. */
#include "stage.h"

#include <string.h>

#include "lib/text/utf.h"
#include "span.h"

enum {
	ROOM_WORDS = 25 /* of a direction without brackets */
};

/* What is being read: the words of a text, and where. */
struct reading {
	const struct debates *d;
	const struct debates_words *w;
	size_t i;
	bool capital; /* the text begins with one */
	bool bare;  /* no brackets around it: a sentence of speech is like it */
	bool alone; /* it is a paragraph */
	bool bench; /* it told where */
};

static bool
take(struct reading *r, int kinds)
{
	size_t n = debates_match(r->d, r->w, r->i, kinds);

	r->i += n;
	return n > 0;
}

static bool
at_end(const struct reading *r)
{
	return r->i == r->w->n ||
	    (debates_gap(r->w, r->i) & (DEBATES_DOT | DEBATES_BREAK)) != 0;
}

/* Where it was: all words up to a full stop (but that of M. Dupont), a dash or
 * a mark. */
static bool
take_place(struct reading *r, int kinds)
{
	if ((debates_gap(r->w, r->i) & DEBATES_COLON) != 0 || !take(r, kinds))
		return false;
	r->bench = true;
	while (r->i < r->w->n) {
		int gap = debates_gap(r->w, r->i);

		if ((gap & (DEBATES_BREAK | DEBATES_MARK)) != 0 ||
		    ((gap & DEBATES_DOT) != 0 &&
			debates_match(r->d, r->w, r->i - 1, DEBATES_CIVILITY) ==
			    0))
			return true;
		if (r->bare && debates_stops(r->d, r->w, r->i))
			return false;
		r->i++;
	}
	return true;
}

/* "vifs et prolongés"; behind a noise, and with no other noise after it. */
static void
take_degrees(struct reading *r, bool behind)
{
	size_t from = r->i;

	while (!behind || debates_gap(r->w, r->i) == 0) {
		size_t at = r->i;

		if (take(r, DEBATES_DEGREE))
			continue;
		if (!(behind || at > from) || !take(r, DEBATES_JOIN))
			return;
		if (!take(r, DEBATES_DEGREE) ||
		    (behind &&
			debates_match(r->d, r->w, r->i,
			    DEBATES_NOISE | DEBATES_CAPITAL) > 0)) {
			r->i = at;
			return;
		}
	}
}

/* "vifs applaudissements prolongés"; strong: one was no word that has other
 * meanings. */
static bool
take_noise(struct reading *r, bool *strong)
{
	take_degrees(r, false);
	if (take(r, DEBATES_NOISE))
		*strong = true;
	else if (!((r->capital || *strong) && take(r, DEBATES_CAPITAL)))
		return false;
	take_degrees(r, true);
	return true;
}

/* "Rires, bravos et exclamations à droite" */
static bool
take_noises(struct reading *r)
{
	bool strong = false;

	while (take_noise(r, &strong)) {
		int gap = debates_gap(r->w, r->i);

		if (at_end(r))
			return !r->bare || strong;
		/* Cris : « Démission ! » */
		if (!r->bare && (gap & DEBATES_COLON) != 0)
			return (gap & DEBATES_OTHER) != 0;
		if (take_place(r,
			strong ? DEBATES_BENCH | DEBATES_WHERE : DEBATES_BENCH))
			return !r->bare || strong || r->alone;
		if (!take(r, DEBATES_JOIN) &&
		    debates_gap(r->w, r->i) != DEBATES_COMMA)
			return false;
	}
	return false;
}

/* "Très bien ! très bien ! à gauche", "Très bien ! et applaudissements" */
static bool
take_shouts(struct reading *r)
{
	int signs = 0;
	size_t from = r->i;

	if (!r->capital)
		return false;
	while (take(r, DEBATES_SHOUT))
		signs |= debates_gap(r->w, r->i);
	if (r->i == from || (signs & (DEBATES_OTHER | DEBATES_COLON)) != 0)
		return false;
	if (take(r, DEBATES_JOIN))
		return take_noises(r);
	/* "Bravo à la droite !" is a sentence of the speaker */
	if (r->i < r->w->n && (!r->bare || (signs & DEBATES_MARK) != 0) &&
	    take_place(r, DEBATES_BENCH))
		return true;
	return !r->bare && at_end(r) && (signs & DEBATES_MARK) != 0;
}

/* "« Démission ! » sur les bancs du groupe X" */
static bool
take_quote(struct reading *r)
{
	size_t n = 0;
	int32_t cp = span_first(r->w->s, r->w->len);

	if (!span_is_quote(cp) && cp != 0xAB)
		return false;
	while (n < r->w->n && r->w->w[n].at == 0)
		n++;
	for (n++; n < r->w->n; n++)
		if ((debates_gap(r->w, n) & DEBATES_OTHER) != 0 &&
		    debates_match(r->d, r->w, n, DEBATES_BENCH) > 0)
			return true;
	return false;
}

/* "La séance, suspendue à seize heures, est reprise." */
static bool
take_sentence(struct reading *r)
{
	if (!r->capital || !(r->alone || (r->w->behind & DEBATES_DOT) != 0) ||
	    !take(r, DEBATES_SUBJECT))
		return false;
	for (r->i = 1; r->i < r->w->n; r->i++)
		if (debates_match(r->d, r->w, r->i, DEBATES_ACT) > 0)
			return true;
	return false;
}

static bool
begin(struct stage *t, struct reading *r, const char *s, size_t len)
{
	debates_split(&t->w, s, len);
	*r = (struct reading){.d = &t->d, .w = &t->w};
	if (t->w.n == 0 || t->w.cut)
		return false;
	r->capital = utf_is_upper(
	    span_first(s + t->w.w[0].at, t->w.w[0].end - t->w.w[0].at));
	return true;
}

bool
stage_in_brackets(struct stage *t, const char *s, size_t len, bool alone)
{
	struct reading r;

	if (!begin(t, &r, s, len))
		return false;
	r.alone = alone;
	if (take_noises(&r))
		return true;
	r.i = 0;
	if (take_shouts(&r))
		return true;
	r.i = 0;
	return take_quote(&r) || take_sentence(&r);
}

bool
stage_bare(struct stage *t, const char *s, size_t len, bool alone)
{
	struct reading r;

	if (!utf_is_upper(span_first(s, len)) || len > DEBATES_BYTES ||
	    !debates_begins(&t->d, &t->w, s, len, STAGE_BEGINS) ||
	    !begin(t, &r, s, len) || t->w.n > ROOM_WORDS ||
	    debates_gap(r.w, 0) != 0)
		return false;
	r.bare = true;
	r.alone = alone;
	while (r.i < r.w->n) {
		size_t from = r.i;

		if (take_noises(&r))
			continue;
		r.i = from;
		if (!take_shouts(&r))
			return false;
	}
	return alone || r.bench;
}
